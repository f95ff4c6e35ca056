"""What each request of a bot does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from tests.parts.discord_server.answers import Refused, invalid
from tests.parts.discord_server.components import fit
from tests.parts.discord_server.interactions import Interactions
from tests.parts.discord_server.permissions import may, needs
from tests.parts.discord_server.world import DIRECT, PRIVATE_THREAD, Json, World

Files = list[tuple[str, bytes]]
Route = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """One request."""

    world: World
    interactions: Interactions
    body: Any
    query: Mapping[str, str]
    files: Files


def me(asking: Asking) -> Json:
    """The bot's own account."""
    return asking.world.bot


def application(asking: Asking) -> Json:
    """The bot's application."""
    bot = asking.world.bot
    return {
        "id": bot["id"], "name": "peerbot", "icon": None, "description": "", "bot_public": True,
        "bot_require_code_grant": False, "verify_key": "", "owner": bot, "team": None, "flags": 0,
        "summary": "", "tags": [], "redirect_uris": [], "approximate_guild_count": 1,
    }  # fmt: skip


def open_direct(asking: Asking) -> Json:
    """Opening succeeds also where sending will not."""
    user = str(asking.body["recipient_id"])
    if user not in asking.world.users:
        raise Refused(400, 50033, "Invalid Recipient(s)")
    return asking.world.direct(user)


def channel(asking: Asking, id: str) -> Json:
    """A channel the bot may see."""
    found = asking.world.channels.get(id)
    if found is None or id not in asking.world.messages:
        raise Refused(404, 10003, "Unknown Channel")
    needs(asking.world, id)
    return found


def history(asking: Asking, id: str) -> list[Json]:
    """Messages, the newest first; none to whoever may not read what was said before."""
    channel(asking, id)
    if not may(asking.world, id, "read_message_history"):
        return []
    found = sorted(asking.world.messages[id].values(), key=lambda m: int(m["id"]))
    most = int(asking.query.get("limit", 50))
    if "after" in asking.query:
        found = [m for m in found if int(m["id"]) > int(asking.query["after"])][:most]
    elif "before" in asking.query:
        found = [m for m in found if int(m["id"]) < int(asking.query["before"])]
    hidden = {"history"} if asking.world.history_shows_nonces else {"history", "nonce"}
    return [
        {key: value for key, value in message.items() if key not in hidden}
        for message in reversed(found[-most:])
        if not message["flags"] & 64
    ]


def message(asking: Asking, id: str, message: str) -> Json:
    """One message."""
    return asking.world.message(id, message)


def send(asking: Asking, id: str) -> Json:
    """A message of the bot's."""
    world, body = asking.world, asking.body
    user = world.recipient(id) if id in world.channels else None
    if user is not None:
        if not world.shares_a_server(user) and user not in world.closed:
            raise Refused(403, 50278, "Cannot send messages to this user: no mutual guilds")
        if user in world.closed:
            raise Refused(403, 50007, "Cannot send messages to this user")
    there = channel(asking, id)
    if (there.get("thread_metadata") or {}).get("locked"):
        raise Refused(403, 160005, "Thread is locked")
    in_thread = there["type"] == PRIVATE_THREAD
    needs(world, id, "send_messages_in_threads" if in_thread else "send_messages")
    if asking.files:
        needs(world, id, "attach_files")
    fit(body.get("components") or [])
    nonce = body.get("nonce")
    if nonce and body.get("enforce_nonce"):
        for message in world.messages[id].values():
            if message.get("nonce") == nonce:
                return message
    more: Json = {
        "components": body.get("components") or [],
        "flags": body.get("flags") or 0,
        "allowed_mentions": body.get("allowed_mentions"),
    }
    if nonce:
        more["nonce"] = nonce
    if body.get("message_reference"):
        more["message_reference"] = body["message_reference"]
    return world.put(id, world.bot["id"], body.get("content") or "", asking.files, **more)


def edit(asking: Asking, id: str, message: str) -> Json:
    """A message of the bot's changes."""
    found = _own(asking, id, message)
    if asking.world.channels[id].get("edits_refused"):
        raise Refused(400, 30046, "Maximum number of edits to messages older than 1 hour reached")
    wanted = {key: asking.body[key] for key in ("content", "components") if key in asking.body}
    return asking.world.edit(found, **wanted)


def delete(asking: Asking, id: str, message: str) -> None:
    """A message of the bot's goes."""
    _own(asking, id, message)
    asking.world.delete(id, message)


def react(asking: Asking, id: str, message: str, emoji: str) -> None:
    """The bot reacts."""
    asking.world.message(id, message)
    key = unquote(emoji)
    if len(key) > 16 or key.isascii():
        raise Refused(400, 10014, "Unknown Emoji")
    asking.world.reactions.setdefault(message, set()).add((asking.world.bot["id"], key))


def unreact(asking: Asking, id: str, message: str, emoji: str) -> None:
    """It takes that back."""
    asking.world.message(id, message)
    given = asking.world.reactions.setdefault(message, set())
    given.discard((asking.world.bot["id"], unquote(emoji)))


def typing(asking: Asking, id: str) -> None:
    """The bot is at work."""
    import time

    channel(asking, id)
    asking.world.typing[id] = time.monotonic()


def guild(asking: Asking, id: str) -> Json:
    """A server the bot is in."""
    if id not in asking.world.guilds:
        raise Refused(404, 10004, "Unknown Guild")
    return asking.world.guilds[id]


def member(asking: Asking, id: str, user: str) -> Json:
    """Somebody in a server."""
    found = asking.world.members.get(id, {}).get(user)
    if found is None:
        raise Refused(404, 10007, "Unknown Member")
    return found


def start_thread(asking: Asking, id: str) -> Json:
    """A private thread."""
    channel(asking, id)
    needs(asking.world, id, "create_private_threads")
    return asking.world.channels[asking.world.thread(id, asking.body["name"])]


def active_threads(asking: Asking, id: str) -> Json:
    """Those that are not archived."""
    threads = [
        one
        for one in asking.world.channels.values()
        if one["type"] == PRIVATE_THREAD
        and one["guild_id"] == id
        and not one["thread_metadata"]["archived"]
    ]
    return {"threads": threads, "members": []}


def add_to_thread(asking: Asking, id: str, user: str) -> None:
    """Somebody of the server comes into a thread."""
    guild = channel(asking, id)["guild_id"]
    needs(asking.world, id, "send_messages_in_threads")
    if user not in asking.world.members[guild]:
        raise Refused(403, 50001, "Missing Access")
    asking.world.in_thread[id].add(user)


def edit_channel(asking: Asking, id: str) -> Json:
    """A thread is archived or locked."""
    found = channel(asking, id)
    if found["type"] == DIRECT:
        raise Refused(403, 50024, "Cannot execute action on this channel type")
    if asking.body.get("locked") is not None or found["owner_id"] != asking.world.bot["id"]:
        needs(asking.world, id, "manage_threads")
    found["thread_metadata"].update(
        {key: asking.body[key] for key in ("archived", "locked") if key in asking.body}
    )
    return found


def put_commands(asking: Asking, application: str) -> list[Json]:
    """All commands, as they are from now on."""
    for command in asking.body:
        name = command["name"]
        if not (1 <= len(name) <= 32 and name == name.lower() and " " not in name):
            raise invalid("name", "bad name")
        if not 1 <= len(command["description"]) <= 100:
            raise invalid("description", "bad length")
    asking.world.commands = [
        {**command, "id": asking.world.id(), "version": "1", "application_id": application}
        for command in asking.body
    ]
    return asking.world.commands


def answer(asking: Asking, id: str, token: str) -> Json | None:
    """The first answer to an interaction."""
    asking.interactions.answer(id, token, asking.body)
    if not asking.query.get("with_response"):
        return None
    told = {"id": id, "type": 2, "response_message_ephemeral": True,
            "response_message_loading": asking.body["type"] == 5}  # fmt: skip
    return {"interaction": told}


def followup(asking: Asking, application: str, token: str) -> Json:
    """One more answer."""
    return asking.interactions.followup(token, asking.body, asking.files)


def edit_original(asking: Asking, application: str, token: str) -> Json:
    """The first answer changes."""
    return asking.interactions.edit_original(token, asking.body)


def delete_original(asking: Asking, application: str, token: str) -> None:
    """The first answer goes."""
    asking.interactions.delete_original(token)


def _own(asking: Asking, id: str, message: str) -> Json:
    found = asking.world.message(id, message)
    if found["author"]["id"] != asking.world.bot["id"]:
        raise Refused(403, 50005, "Cannot edit a message authored by another user")
    return found


_ID = r"(\d+)"
_HOOK = rf"/webhooks/{_ID}/(\w+)"
ROUTES: list[tuple[str, str, Route]] = [
    ("GET", "/users/@me", me),
    ("GET", "/oauth2/applications/@me", application),
    ("POST", "/users/@me/channels", open_direct),
    ("GET", f"/channels/{_ID}", channel),
    ("PATCH", f"/channels/{_ID}", edit_channel),
    ("GET", f"/channels/{_ID}/messages", history),
    ("POST", f"/channels/{_ID}/messages", send),
    ("GET", f"/channels/{_ID}/messages/{_ID}", message),
    ("PATCH", f"/channels/{_ID}/messages/{_ID}", edit),
    ("DELETE", f"/channels/{_ID}/messages/{_ID}", delete),
    ("PUT", rf"/channels/{_ID}/messages/{_ID}/reactions/([^/]+)/@me", react),
    ("DELETE", rf"/channels/{_ID}/messages/{_ID}/reactions/([^/]+)/@me", unreact),
    ("POST", f"/channels/{_ID}/typing", typing),
    ("POST", f"/channels/{_ID}/threads", start_thread),
    ("PUT", f"/channels/{_ID}/thread-members/{_ID}", add_to_thread),
    ("GET", f"/guilds/{_ID}", guild),
    ("GET", f"/guilds/{_ID}/members/{_ID}", member),
    ("GET", f"/guilds/{_ID}/threads/active", active_threads),
    ("PUT", f"/applications/{_ID}/commands", put_commands),
    ("POST", rf"/interactions/{_ID}/(\w+)/callback", answer),
    ("POST", _HOOK, followup),
    ("PATCH", rf"{_HOOK}/messages/@original", edit_original),
    ("DELETE", rf"{_HOOK}/messages/@original", delete_original),
]
