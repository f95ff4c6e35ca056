"""Presses, commands and forms: a token that must be answered in time, and what was answered."""

import time
from dataclasses import dataclass, field

from tests.parts.discord_server.answers import Refused
from tests.parts.discord_server.world import EPHEMERAL, MEMBERS_MAY, Json, World

COMMAND, COMPONENT, MODAL = 2, 3, 5
DEADLINE = 3.0  # seconds for the first answer
LASTS = 900.0


@dataclass(slots=True)
class Asked:
    """One interaction, and what became of it."""

    id: str
    token: str
    user: str
    channel: str
    message: Json | None
    begun: float = field(default_factory=time.monotonic)
    answers: list[int] = field(default_factory=list)  # types of the first answer
    answered_after: float = 0.0  # seconds
    flags: int = 0
    original: Json | None = None
    taken_away: bool = False
    followups: list[Json] = field(default_factory=list)
    modal: Json | None = None

    @property
    def shown(self) -> list[str]:
        """All that was said in answer to it, as the person sees it."""
        first = [self.original] if self.original else []
        return [message["content"] for message in [*first, *self.followups]]


class Interactions:
    """All of them, by token."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.deadline = DEADLINE
        self.by_token: dict[str, Asked] = {}

    def begin(
        self, kind: int, user: str, channel: str, data: Json, locale: str, message: Json | None
    ) -> Asked:
        """Somebody acts; the bot is told."""
        world = self.world
        id = world.id()
        asked = Asked(id, f"token{id}", user, channel, message)
        self.by_token[asked.token] = asked
        place = world.channels[channel]
        guild = place.get("guild_id")
        told: Json = {
            "id": id, "application_id": world.bot["id"], "type": kind, "token": asked.token,
            "version": 1, "data": data, "channel_id": channel, "channel": place, "locale": locale,
            "entitlements": [], "attachment_size_limit": 10485760,
            "authorizing_integration_owners": {"0": guild or "0"}, "context": 0 if guild else 1,
            "app_permissions": "0",
        }  # fmt: skip
        if guild:
            member = {**world.members[guild][user], "permissions": MEMBERS_MAY}
            about = {"id": guild, "locale": "da", "features": []}
            told |= {"guild_id": guild, "guild_locale": "da", "guild": about, "member": member}
        else:
            told["user"] = world.users[user]
        if message:
            told["message"] = {key: v for key, v in message.items() if key != "history"}
        world.told("INTERACTION_CREATE", told)
        return asked

    def answer(self, id: str, token: str, body: Json) -> None:
        """The first answer."""
        asked = self.by_token.get(token)
        if asked is None or asked.id != id or time.monotonic() - asked.begun > self.deadline:
            raise Refused(404, 10062, "Unknown interaction")
        if asked.answers:
            raise Refused(400, 40060, "Interaction has already been acknowledged.")
        kind, data = body["type"], body.get("data") or {}
        asked.answers.append(kind)
        asked.answered_after = time.monotonic() - asked.begun
        asked.flags = data.get("flags") or 0
        if kind == 4:
            asked.original = self._say(asked, data, asked.flags)
        elif kind == 9:
            asked.modal = data

    def followup(self, token: str, body: Json, files: list[tuple[str, bytes]]) -> Json:
        """One more answer; the first one takes the place of a deferred one."""
        asked = self.living(token)
        waits = asked.answers == [5] and asked.original is None and not asked.taken_away
        flags = asked.flags if waits else body.get("flags") or 0
        said = self._say(asked, body, flags, files)
        if waits:
            asked.original = said
        else:
            asked.followups.append(said)
        return said

    def edit_original(self, token: str, body: Json) -> Json:
        """Change, or fill in, the first answer."""
        asked = self.living(token)
        if asked.original is None:
            asked.original = self._say(asked, body, asked.flags)
            return asked.original
        return self.world.edit(asked.original, content=body.get("content") or "")

    def delete_original(self, token: str) -> None:
        """Take the first answer away."""
        asked = self.living(token)
        asked.taken_away = True
        asked.original = None

    def living(self, token: str) -> Asked:
        """The interaction, while it can be answered."""
        asked = self.by_token.get(token)
        if asked is None or time.monotonic() - asked.begun > LASTS:
            raise Refused(401, 50027, "Invalid Webhook Token")
        return asked

    def _say(
        self, asked: Asked, body: Json, flags: int, files: list[tuple[str, bytes]] | None = None
    ) -> Json:
        more = {"components": body.get("components") or [], "flags": flags & EPHEMERAL}
        bot, content = self.world.bot["id"], body.get("content") or ""
        return self.world.put(asked.channel, bot, content, files or [], webhook_id=bot, **more)
