"""From Matrix events to our own words. Pure: an event's JSON in, what happened out.

Nothing here trusts a shape: whatever is missing or of the wrong type makes an event nothing at all.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from bot.messages import (
    Address,
    Edited,
    Incoming,
    IncomingFile,
    Joined,
    Left,
    Place,
    PlaceKind,
    PlaceMoved,
    Reacted,
    Retracted,
    Said,
)
from bot.platforms.matrix.wire import Json

PLATFORM = "matrix"
_FILES = frozenset({"m.image", "m.file", "m.audio", "m.video"})
_SILENT = frozenset(
    {
        "m.notice",  # by convention from bots; two bots answering each other would never stop
        "m.server_notice",
        "m.key.verification.request",  # a client's offer to compare keys, not a person's words
    }
)
_QUOTE_IN_HTML = re.compile(r"<mx-reply>.*?</mx-reply>", re.DOTALL | re.IGNORECASE)


def read(raw: Json, room: str, kind: PlaceKind, own: str) -> Incoming | None:
    """What a (decrypted) message-like event means; None when it means nothing to us."""
    if raw.get("sender") == own or not isinstance(raw.get("event_id"), str):
        return None
    who = _who(raw, room, kind)
    content = _dict(raw, "content")
    match raw.get("type"):
        case "m.room.message":
            return _message(raw, content, who)
        case "m.sticker":
            said = _str(content, "body")
            return Said(**who, message=raw["event_id"], text=said) if said else None
        case "m.reaction":
            about = _dict(content, "m.relates_to")
            target, key = _str(about, "event_id"), _str(about, "key")
            if about.get("rel_type") != "m.annotation" or not target or not key:
                return None
            return Reacted(**who, message=target, reaction=raw["event_id"], key=key)
        case "m.room.redaction":
            target = _str(content, "redacts") or _str(raw, "redacts")
            return Retracted(**who, message=target) if target else None
    return None


def _message(raw: Json, content: Json, who: dict[str, Any]) -> Incoming | None:
    sort, body = _str(content, "msgtype"), _str(content, "body")
    if not sort or sort in _SILENT or body is None:
        return None
    about = _dict(content, "m.relates_to")
    if about.get("rel_type") == "m.replace":
        new, target = _dict(content, "m.new_content"), _str(about, "event_id")
        text = _str(new, "body")
        if target is None or text is None:
            return None
        return Edited(**who, message=target, text=text, html=_html(new))
    replying_to = None
    # A thread's messages carry a reply only as a crutch for old clients.
    if not about.get("is_falling_back"):
        replying_to = _str(_dict(about, "m.in_reply_to"), "event_id")
    html = _html(content)
    if replying_to is not None:
        body, html = _without_quote(body), html and _QUOTE_IN_HTML.sub("", html)
    file = None
    if sort in _FILES:
        file = _file(content, body)
        if file is None:
            return None
        if body == file.name:
            body = ""
    return Said(
        **who,
        message=raw["event_id"],
        text=body,
        html=html,
        file=file,
        replying_to=replying_to,
    )


def unreadable(raw: Json, room: str, kind: PlaceKind) -> Said:
    """Something was said whose key never came; its own id lets it still be read later."""
    who = _who(raw, room, kind)
    who["id"] += ":unreadable"
    return Said(**who, message=raw["event_id"], text="", undecryptable=True)


def membership(raw: Json, room: str, kind: PlaceKind, own: str) -> Incoming | None:
    """Somebody else came or went; a changed name or picture is neither."""
    person = _str(raw, "state_key")
    if raw.get("type") != "m.room.member" or not person or person == own:
        return None
    before = was(raw)
    who = _who(raw, room, kind) | {"sender": Address(PLATFORM, person)}
    match _str(_dict(raw, "content"), "membership"):
        case "join" if before != "join":
            return Joined(**who)
        case "leave" | "ban" if before in ("join", "invite", None):
            return Left(**who)
    return None


def opened(raw: Json, room: str, person: str) -> Joined:
    """We came into a direct place: `person` has opened it."""
    return Joined(**_who(raw, room, PlaceKind.DIRECT) | {"sender": Address(PLATFORM, person)})


def put_out(raw: Json, room: str, kind: PlaceKind) -> Left:
    """We were put out of a place by the event's sender."""
    return Left(**_who(raw, room, kind))


def moved(raw: Json, room: str, kind: PlaceKind, successor: str) -> PlaceMoved:
    """A room was replaced by another."""
    return PlaceMoved(**_who(raw, room, kind), successor=Place(PLATFORM, successor))


def was(raw: Json) -> str | None:
    """The membership before this member event, when the server says."""
    return _str(_dict(_dict(raw, "unsigned"), "prev_content"), "membership")


def at(raw: Json) -> datetime:
    """When the server got it; the start of all time when it does not say."""
    stamp = raw.get("origin_server_ts")
    # A federated server may claim anything; out of range would end the whole batch.
    sane = stamp if isinstance(stamp, int) and 0 <= stamp < 253_402_300_800_000 else 0
    return datetime.fromtimestamp(sane / 1000, UTC)


def _who(raw: Json, room: str, kind: PlaceKind) -> dict[str, Any]:
    return {
        "id": f"{PLATFORM}:{raw.get('event_id')}",
        "at": at(raw),
        "sender": Address(PLATFORM, str(raw.get("sender"))),
        "place": Place(PLATFORM, room),
        "kind": kind,
    }


def _file(content: Json, body: str) -> IncomingFile | None:
    locked = _dict(content, "file")
    info = _dict(content, "info")
    mxc = _str(locked, "url") or _str(content, "url")
    if not mxc or not mxc.startswith("mxc://"):
        return None
    handle: Json = {"mxc": mxc}
    if locked:
        key, iv = _str(_dict(locked, "key"), "k"), _str(locked, "iv")
        digest = _str(_dict(locked, "hashes"), "sha256")
        if not key or not iv or not digest:
            return None
        handle |= {"key": key, "iv": iv, "sha256": digest}
    size = info.get("size")
    return IncomingFile(
        handle=json.dumps(handle),
        name=_str(content, "filename") or body,
        mime=_str(info, "mimetype") or "application/octet-stream",
        size=size if isinstance(size, int) and size >= 0 else 0,
    )


def _without_quote(body: str) -> str:
    """The words of a reply without the quoted lines that older clients put before them."""
    lines = body.split("\n")
    quoted = next((n for n, line in enumerate(lines) if not line.startswith(">")), len(lines))
    if quoted and quoted < len(lines) and not lines[quoted].strip():
        return "\n".join(lines[quoted + 1 :])
    return body


def _html(content: Json) -> str | None:
    if content.get("format") != "org.matrix.custom.html":
        return None
    return _str(content, "formatted_body")


def _dict(holder: Any, name: str) -> Json:
    found = holder.get(name) if isinstance(holder, dict) else None
    return found if isinstance(found, dict) else {}


def _str(holder: Json, name: str) -> str | None:
    found = holder.get(name)
    return found if isinstance(found, str) else None
