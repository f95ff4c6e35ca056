"""From letters to Matrix event content. Pure."""

import hashlib
from typing import Any

from bot.platforms.matrix.wire import Json
from bot.platforms.platform import Amendment, Mark, Message, OutgoingFile, Reaction, ShownChoice

TEXT = "org.peerbot.text"
ABOUT = "org.peerbot.about"
CHOICES = "org.peerbot.choices"
QUESTION = "org.peerbot.question"


def transaction(once: str, part: str = "") -> str:
    """The transaction id of a letter: follows from `once` alone and tells nothing about it."""
    return "peerbot" + hashlib.sha256(f"{once}\n{part}".encode()).hexdigest()[:32]


def message(letter: Message, media: Json | None = None) -> Json:
    """The content of a message; `media` is where its file was put (see `media.put`)."""
    content = {**_words(letter.text, letter.html), **_marks(letter.mark)}
    if letter.choices:
        content[CHOICES] = [choice.id for choice in letter.choices]
        content[QUESTION] = letter.question
    if letter.file is not None and media is not None:
        content |= _file(letter.file, letter.text, media)
    if letter.reply_to:
        content["m.relates_to"] = {"m.in_reply_to": {"event_id": letter.reply_to}}
    return content


def amendment(letter: Amendment) -> Json:
    """The content that replaces an earlier message."""
    new = {**_words(letter.text, letter.html), **_marks(letter.mark)}
    return {
        **new,
        "body": f"* {letter.text}",  # what clients without edits show
        "m.new_content": new,
        "m.relates_to": {"rel_type": "m.replace", "event_id": letter.message},
    }


def reaction(letter: Reaction) -> Json:
    """The content of a reaction."""
    return annotation(letter.message, letter.key)


def annotation(event: str, key: str) -> Json:
    """A reaction `key` to `event`."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": key}}


def asked(content: Json) -> tuple[str, tuple[str, ...]] | None:
    """The question and choice ids of a message of ours, if it carried any."""
    ids, question = content.get(CHOICES), content.get(QUESTION)
    if not isinstance(ids, list) or not isinstance(question, str):
        return None
    return question, tuple(str(choice) for choice in ids)


def ids_of(choices: tuple[ShownChoice, ...]) -> tuple[str, ...]:
    """The ids of choices in their shown order."""
    return tuple(choice.id for choice in choices)


def _words(text: str, html: str | None) -> Json:
    # Empty mentions: no word or name in a relayed text may make somebody's telephone ring.
    content: dict[str, Any] = {"msgtype": "m.text", "body": text, "m.mentions": {}}
    if html is not None:
        content |= {"format": "org.matrix.custom.html", "formatted_body": html}
    return content


def _marks(mark: Mark) -> Json:
    return {TEXT: mark.text_id, **({ABOUT: mark.about} if mark.about else {})}


def _file(file: OutgoingFile, caption: str, media: Json) -> Json:
    info: Json = {"mimetype": file.mime, "size": len(file.data)}
    if file.width is not None and file.height is not None:
        info |= {"w": file.width, "h": file.height}
    return {
        "msgtype": "m.image" if file.mime.startswith("image/") else "m.file",
        "body": caption or file.name,
        "filename": file.name,
        "info": info,
        **media,
    }
