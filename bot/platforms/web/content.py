"""What a visit is shown, as it is sealed away and as it goes to the page."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.platforms.platform import Amendment, Message, OutgoingFile, Reaction
from storage.shown import Seen

Content = dict[str, Any]
OWN = "own"  # the text id of what a visitor wrote
OF_THE_BOT = "."  # stands in every id the bot gives, and can stand in none that a page gives


def id_of(once: str, sort: str = "b") -> str:
    """What the page calls a letter: follows from `once` alone and tells nothing about it."""
    return f"{sort}{OF_THE_BOT}{hashlib.sha256(f'{sort}{once}'.encode()).hexdigest()[:24]}"


def new_word() -> str:
    """A word for what need not be the same when it is said again."""
    return secrets.token_hex(8)


def message(letter: Message, id: str) -> Content:
    """What the bot says."""
    body = letter.body
    content: Content = {
        "is": "message",
        "id": id,
        "mine": False,
        "text": body.text if body else letter.text,
        "html": body.html if body else letter.html,
        "textId": letter.mark.text_id,
        "about": letter.mark.about,
        "to": letter.reply_to,
    }
    if letter.choices:
        content["choices"] = [
            {"id": one.id, "number": one.number, "label": one.label} for one in letter.choices
        ]
        content["question"] = letter.question
        content["typed"] = body.typed if body else ""
    if letter.file is not None:
        content["file"] = _file(letter.file)
    return content


def own(
    id: str, text: str, to: str | None = None, file: Mapping[str, Any] | None = None
) -> Content:
    """What the visitor wrote, chose or sent."""
    content: Content = {
        "is": "message", "id": id, "mine": True, "text": text, "html": None, "textId": OWN, "to": to,
    }  # fmt: skip
    return {**content, "file": dict(file)} if file else content


def changed(letter: Amendment) -> tuple[Content, Content]:
    """The change, and what the earlier message is from then on."""
    says = {"text": letter.text, "html": letter.html, "textId": letter.mark.text_id}
    change = {"is": "changed", "id": letter.message, **says}
    becomes = {
        "is": "message",
        "id": letter.message,
        "mine": False,
        "about": letter.mark.about,
        "edited": True,
    }
    return change, {**becomes, **says}


def own_changed(message: str, text: str) -> tuple[Content, Content]:
    """The same for what the visitor wrote."""
    change = {"is": "changed", "id": message, "text": text, "html": None, "textId": OWN}
    return change, {**own(message, text), "edited": True}


def gone(message: str, *, mine: bool) -> tuple[Content, Content]:
    """An earlier message was taken back: nothing of it stays but that it was there."""
    change = {"is": "gone", "id": message}
    empty = {"is": "message", "id": message, "mine": mine, "text": "", "html": None, "gone": True}
    return change, {**empty, "textId": OWN if mine else "relay"}


def reaction_gone(reaction: str) -> tuple[Content, Content]:
    """A reaction was taken back."""
    change = {"is": "gone", "id": reaction}
    return change, change


def reacted(letter: Reaction, id: str) -> Content:
    """The other side reacted to a message."""
    return {"is": "reacted", "message": letter.message, "id": id, "key": letter.key, "mine": False}


def own_reacted(id: str, message: str, key: str) -> Content:
    """The visitor reacted to a message."""
    return {"is": "reacted", "message": message, "id": id, "key": key, "mine": True}


def shown_now(content: Content, seq: int, at: datetime, *, done: bool) -> str:
    """One frame of what is kept, for the page."""
    mine = {"done": done} if content.get("mine") else {}
    return written({**content, **mine, "seq": seq, "at": at.isoformat()})


def shown_again(seen: Seen) -> str:
    """The same of what was kept before."""
    return shown_now(seen.content, seen.seq, seen.at, done=seen.handled)


def passing(letter: Message, id: str) -> str:
    """A message that could not be kept."""
    says = {"text": letter.text, "html": letter.html, "textId": letter.mark.text_id}
    return written({"is": "passing", "id": id, **says})


def written(frame: Mapping[str, Any]) -> str:
    """A frame as text."""
    # Half a surrogate pair, which a person may send, has no UTF-8; escaped it has.
    return json.dumps(frame, separators=(",", ":"))


def _file(file: OutgoingFile) -> Content:
    shape = {"width": file.width, "height": file.height}
    told = {"alt": file.alt} if file.alt else {}
    return {"name": file.name, "mime": file.mime, "size": len(file.data), **shape, **told}
