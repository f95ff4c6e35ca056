"""Who and what there is: accounts, servers, channels, messages. The one truth of the fake."""

import io
import itertools
import mimetypes
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from PIL import Image

from tests.parts.discord_server.answers import Refused, invalid

Json = dict[str, Any]

EPOCH = 1_420_070_400_000
DIRECT, TEXT, PRIVATE_THREAD = 1, 0, 12
EPHEMERAL = 64
YEAR = timedelta(days=365)
MEMBERS_MAY = str(0x0010_0C40 | 1 << 38 | 1 << 31)
LARGEST_FILE = 10 * 1024 * 1024


def now() -> str:
    """As Discord writes a time."""
    return datetime.now(UTC).isoformat()


class World:
    """Everything that lasts. `told` is called with each event of the gateway."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.users: dict[str, Json] = {}
        self.guilds: dict[str, Json] = {}
        self.members: dict[str, dict[str, Json]] = {}
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, dict[str, Json]] = {}
        self.gone: dict[str, list[str]] = {}  # by channel: messages of the bot that were deleted
        self.reactions: dict[str, set[tuple[str, str]]] = {}  # message: (user, emoji)
        self.events: dict[str, dict[str, Json]] = {}  # by server
        self.in_thread: dict[str, set[str]] = {}
        self.files: dict[str, bytes] = {}
        self.commands: list[Json] = []
        self.closed: set[str] = set()  # accounts that take no messages from the bot
        self.typing: dict[str, float] = {}
        self.history_shows_nonces = True
        self.base = ""
        self.bot = self.user("peerbot", bot=True)

    def told(self, kind: str, data: Json) -> None:
        """An event for everybody connected; the gateway puts itself here."""

    def id(self, ago: timedelta = timedelta(0)) -> str:
        """A fresh id, in the order of time; of a thing that was made so long ago."""
        stamp = int((time.time() - ago.total_seconds()) * 1000) - EPOCH
        return str((stamp << 22) | (next(self._numbers) & 0x3FFFFF))

    def user(self, name: str, *, bot: bool = False, ago: timedelta = YEAR) -> Json:
        """An account, made a year ago unless told otherwise."""
        user: Json = {
            "id": self.id(ago), "username": name, "global_name": name.title(), "discriminator": "0",
            "avatar": None, "bot": bot,
        }  # fmt: skip
        self.users[user["id"]] = user
        return user

    def guild(self, name: str, *, permissions: str = MEMBERS_MAY) -> str:
        """A server, with the bot in it; `permissions` are those of everyone there."""
        id = self.id()
        everyone = {
            "id": id, "name": "@everyone", "permissions": permissions, "position": 0, "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False, "managed": False, "mentionable": False, "flags": 0, "icon": None,
            "unicode_emoji": None,
        }  # fmt: skip
        self.guilds[id] = {
            "id": id, "name": name, "owner_id": "1", "roles": [everyone], "emojis": [],
            "stickers": [], "features": [], "preferred_locale": "da", "afk_timeout": 0,
            "afk_channel_id": None, "verification_level": 0, "default_message_notifications": 1,
            "explicit_content_filter": 0, "mfa_level": 0, "nsfw_level": 0, "premium_tier": 0,
            "premium_progress_bar_enabled": False, "system_channel_flags": 0,
            "system_channel_id": None, "icon": None, "splash": None, "banner": None,
            "description": None, "rules_channel_id": None, "public_updates_channel_id": None,
            "vanity_url_code": None, "discovery_splash": None, "application_id": None,
            "safety_alerts_channel_id": None,
        }  # fmt: skip
        self.members[id] = {}
        self.join(id, self.bot["id"])
        return id

    def join(self, guild: str, user: str, roles: tuple[str, ...] = ()) -> None:
        """An account comes into a server. Without a privileged intent nobody is told."""
        self.members[guild][user] = {
            "user": self.users[user], "nick": None, "avatar": None, "roles": list(roles),
            "joined_at": now(), "premium_since": None, "deaf": False, "mute": False, "flags": 0,
            "pending": False,
        }  # fmt: skip

    def give_role(self, guild: str, user: str, permissions: int) -> str:
        """A role of its own for somebody, with these permissions."""
        role = self.role(guild, "role", permissions)
        self.members[guild][user]["roles"].append(role)
        return role

    def role(self, guild: str, name: str, permissions: int = 0) -> str:
        """A role that nobody holds yet. Who is given it later, only a privileged intent would tell."""
        role = {**self.guilds[guild]["roles"][0], "id": self.id(), "name": name, "position": 1,
                "permissions": str(permissions)}  # fmt: skip
        self.guilds[guild]["roles"].append(role)
        self.told("GUILD_ROLE_CREATE", {"guild_id": guild, "role": role})
        return str(role["id"])

    def delete_role(self, guild: str, role: str) -> None:
        """A role is gone, and with it what everybody had by it."""
        roles = self.guilds[guild]["roles"]
        roles[:] = [one for one in roles if one["id"] != role]
        for member in self.members[guild].values():
            member["roles"] = [one for one in member["roles"] if one != role]
        self.told("GUILD_ROLE_DELETE", {"guild_id": guild, "role_id": role})

    def may(self, guild: str, user: str) -> int:
        """What somebody may do in a whole server: all that one of their roles lets them."""
        mine = {guild, *self.members[guild][user]["roles"]}
        allowed = 0
        for role in self.guilds[guild]["roles"]:
            allowed |= int(role["permissions"]) if role["id"] in mine else 0
        return allowed

    def text_channel(self, guild: str, name: str) -> str:
        """A channel that everybody sees."""
        return self._channel(
            type=TEXT, guild_id=guild, name=name, position=0, permission_overwrites=[], nsfw=False,
            parent_id=None, topic=None, rate_limit_per_user=0,
        )  # fmt: skip

    def thread(self, parent: str, name: str) -> str:
        """A private thread with only the bot in it."""
        guild = self.channels[parent]["guild_id"]
        meta = {"archived": False, "locked": False, "auto_archive_duration": 10080,
                "archive_timestamp": now(), "invitable": False}  # fmt: skip
        id = self._channel(
            type=PRIVATE_THREAD, guild_id=guild, name=name, parent_id=parent,
            owner_id=self.bot["id"], thread_metadata=meta, message_count=0, member_count=1,
            rate_limit_per_user=0, total_message_sent=0,
        )  # fmt: skip
        self.in_thread[id] = {self.bot["id"]}
        return id

    def direct(self, user: str) -> Json:
        """The direct channel of an account with the bot; there is one, from its first use on."""
        for channel in self.channels.values():
            if channel["type"] == DIRECT and channel["recipients"][0]["id"] == user:
                return channel
        return self.channels[self._channel(type=DIRECT, recipients=[self.users[user]])]

    def recipient(self, channel: str) -> str | None:
        """Whose direct channel it is."""
        found = self.channels[channel]
        return found["recipients"][0]["id"] if found["type"] == DIRECT else None

    def shares_a_server(self, user: str) -> bool:
        """Whether the bot and an account are in one server."""
        return any(user in members for members in self.members.values())

    def put(
        self,
        channel: str,
        author: str,
        content: str,
        files: Sequence[tuple[str, bytes]] = (),
        **more: Any,
    ) -> Json:
        """A message is there; everybody who may see it is told."""
        if len(content) > 2000:
            raise invalid("content", "Must be 2000 or fewer in length.")
        if not (content or files or more.get("components")):
            raise Refused(400, 50006, "Cannot send an empty message")
        if any(len(data) > LARGEST_FILE for _, data in files):
            raise Refused(413, 40005, "Request entity too large")
        message: Json = {
            "id": self.id(), "channel_id": channel, "author": self.users[author],
            "content": content, "timestamp": now(), "edited_timestamp": None, "tts": False,
            "mention_everyone": False, "mentions": self._mentioned(content), "mention_roles": [],
            "attachments": [self._attached(name, data) for name, data in files], "embeds": [],
            "components": [], "pinned": False, "type": 0, "flags": 0, "history": [], **more,
        }  # fmt: skip
        if message.get("message_reference"):
            message["type"] = 19
        if guild := self.channels[channel].get("guild_id"):
            message["guild_id"] = guild
            member = self.members[guild].get(author)
            if member:
                message["member"] = {k: v for k, v in member.items() if k != "user"}
        self.messages[channel][message["id"]] = message
        self.channels[channel]["last_message_id"] = message["id"]
        self.typing.pop(channel, None)
        if not message["flags"] & EPHEMERAL:
            self.told("MESSAGE_CREATE", message)
        return message

    def message(self, channel: str, id: str) -> Json:
        """The message, or Discord's no."""
        if channel not in self.messages:
            raise Refused(404, 10003, "Unknown Channel")
        if id not in self.messages[channel]:
            raise Refused(404, 10008, "Unknown Message")
        return self.messages[channel][id]

    def edit(self, message: Json, **changes: Any) -> Json:
        """A message changes."""
        if len(changes.get("content") or "") > 2000:
            raise invalid("content", "Must be 2000 or fewer in length.")
        if "content" in changes and changes["content"] != message["content"]:
            message["history"].append(message["content"])
        message.update({key: value or type(message[key])() for key, value in changes.items()})
        message["edited_timestamp"] = now()
        if not message["flags"] & EPHEMERAL:
            self.told("MESSAGE_UPDATE", message)
        return message

    def delete(self, channel: str, id: str) -> None:
        """A message goes."""
        if self.message(channel, id)["author"] is self.bot:
            self.gone.setdefault(channel, []).append(id)
        del self.messages[channel][id]
        gone: Json = {"id": id, "channel_id": channel}
        if guild := self.channels[channel].get("guild_id"):
            gone["guild_id"] = guild
        self.told("MESSAGE_DELETE", gone)

    def delete_account(self, user: str) -> None:
        """Somebody is gone for good, and with them their chat."""
        channel = self.direct(user)["id"]
        for members in self.members.values():
            members.pop(user, None)
        self.closed.add(user)
        del self.messages[channel]

    def _channel(self, **facts: Any) -> str:
        id = self.id()
        self.channels[id] = {"id": id, "last_message_id": None, "flags": 0, **facts}
        self.messages[id] = {}
        return id

    def _mentioned(self, content: str) -> list[Json]:
        return [user for id, user in self.users.items() if f"<@{id}>" in content]

    def _attached(self, name: str, data: bytes) -> Json:
        id = self.id()
        self.files[id] = data
        url = f"{self.base}/cdn/{id}"
        kind = mimetypes.guess_type(name)[0]
        return {"id": id, "filename": name, "size": len(data), "url": url, "proxy_url": url,
                **({"content_type": kind} if kind else {}), **_measured(data)}  # fmt: skip


def _measured(data: bytes) -> Json:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return {"width": picture.width, "height": picture.height}
    except OSError:
        return {}
