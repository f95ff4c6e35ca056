"""A waiting letter becomes words in the reader's language, for the place where they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.conversation import forms
from bot.conversation.desk import Desk
from bot.domain.gathering import Gathering
from bot.domain.ids import PersonId
from bot.domain.numbering import numbers_of
from bot.domain.people import Person
from bot.messages import Address, Place
from bot.platforms.platform import (
    Amendment,
    Body,
    GaveUp,
    Letter,
    Mark,
    Message,
    OutgoingFile,
    Reaction,
    Retraction,
    RoomLeaving,
    RoomOpening,
    ShownChoice,
    SigningOut,
    Why,
)
from bot.relaying.html import from_plain
from bot.runtime import gathering_letters
from bot.runtime.attached import attached
from bot.runtime.rendering import rendered
from bot.texts.catalogue import list_choices
from storage import contacts, gatherings, people, questions, relayed
from storage.database import Transaction
from storage.outbox import Waiting

TO_SAY_IN_CONTACT = "!"  # inside a contact only what begins so is for the bot


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whom a letter is for, as far as writing it needs to know."""

    person: Person | None
    address: Address | None
    place: Place | None
    in_contact: bool = False
    shown: relayed.Shown | None = None  # the message it changes, takes back, answers or reacts to
    invited: tuple[Address, ...] = ()
    gathering: Gathering | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A letter claimed for sending. Its reader is known if it was the first of its lane."""

    waiting: Waiting
    reader: Reader | None = None


def reader_of(db: Transaction, waiting: Waiting) -> Reader:
    """Look up everything a letter needs that is not in it."""
    if waiting.kind in ("open-room", "leave-room"):
        contact = contacts.get(db, waiting.about)
        both = (contact.receiver, contact.volunteer) if contact else ()
        invited = tuple(a for p in both if (a := people.address_of(db, p)))
        room = contacts.room_of(db, waiting.about)
        return Reader(person=None, address=None, place=room, invited=invited)
    if waiting.kind in gathering_letters.KINDS:
        about, to = gatherings.get(db, waiting.about), waiting.person
        address = people.address_of(db, PersonId(to)) if to else None
        return Reader(person=None, address=address, place=None, gathering=about)
    if waiting.person is None:
        return Reader(person=None, address=None, place=None)
    id = PersonId(waiting.person)
    shown = None
    payload = waiting.payload
    if waiting.kind == "amend":
        found = questions.where_shown(db, payload["question"])
        shown = relayed.Shown(*found) if found else None
    elif waiting.kind.startswith("relay-"):
        wanted = payload["answers"] if waiting.kind != "relay-edited" else payload["origin"]
        shown = relayed.seen_by(db, wanted or payload["origin"], id) if _refers(waiting) else None
    elif payload.get("answers"):
        shown = relayed.seen_by(db, payload["answers"], id)
    known = people.reach(db, id, words=waiting.kind.startswith("relay-"))
    return Reader(
        person=known.person if known else None,
        address=known.address if known else None,
        place=known.place if known else None,
        in_contact=bool(payload.get("choices")) and contacts.open_of(db, id) is not None,
        shown=shown,
    )


def _refers(waiting: Waiting) -> bool:
    return waiting.kind != "relay-said" or bool(waiting.payload["answers"])


def platform_of(waiting: Waiting, reader: Reader) -> str:
    """The name of the platform a letter goes through."""
    if waiting.kind == "amend" and reader.shown is not None:
        return reader.shown.place.platform
    if reader.address is not None:
        return reader.address.platform
    if reader.invited:
        return reader.invited[0].platform
    if reader.place is not None:
        return reader.place.platform
    if waiting.kind == "sign-out":
        return Address.parse(waiting.payload["address"]).platform
    return str(waiting.payload.get("platform", ""))


def write(
    waiting: Waiting, reader: Reader, desk: Desk, file: OutgoingFile | None = None
) -> Letter | GaveUp | None:
    """The letter to hand to a platform; None when there is nothing to do any more.

    `file` is the cleaned file of a relayed message that has one, or the picture of a letter of ours;
    a letter that should have had a picture says so without it.
    """
    payload = waiting.payload
    match waiting.kind:
        case "tell":
            if reader.person is None or reader.address is None:
                return GaveUp(why=Why.GONE)
            return _message(waiting, reader, desk, file)
        case "there":
            place = Place(payload["platform"], payload["room"])
            language, zone = payload["language"], desk.config.service.time_zone
            return _said(waiting, None, place, language, zone, desk, picture=file)
        case "farewell":
            address = Address(payload["platform"], payload["user"])
            place = Place(payload["platform"], payload["room"])
            zone = desk.config.service.time_zone
            return _said(waiting, address, place, payload["language"], zone, desk)
        case "amend":
            return _amendment(waiting, reader, desk)
        case "open-room":
            return RoomOpening(name=desk.config.service.name, invite=reader.invited)
        case kind if kind in gathering_letters.KINDS:
            return gathering_letters.written(waiting, reader.gathering, reader.address, desk)
        case "sign-out":
            return SigningOut(to=Address.parse(payload["address"]))
        case "leave-room":
            return RoomLeaving(place=Place(payload["platform"], payload["room"]))
        case _:
            return _relayed(waiting, reader, desk, file)


def _message(waiting: Waiting, reader: Reader, desk: Desk, picture: OutgoingFile | None) -> Message:
    assert reader.person is not None
    return _said(
        waiting,
        reader.address,
        reader.place,
        reader.person.language,
        reader.person.zone,
        desk,
        prefix=TO_SAY_IN_CONTACT if reader.in_contact else "",
        reply_to=_there(reader),
        picture=picture,
    )


def _there(reader: Reader) -> str | None:
    """The message a letter answers, if it was shown where the letter goes."""
    shown, address = reader.shown, reader.address
    same = shown and address and shown.place.platform == address.platform
    return shown.message if shown and same else None


def _said(
    waiting: Waiting,
    to: Address | None,
    place: Place | None,
    language: str,
    zone: str,
    desk: Desk,
    prefix: str = "",
    reply_to: str | None = None,
    picture: OutgoingFile | None = None,
) -> Message:
    payload = waiting.payload
    choices = _choices(payload.get("choices", ()), payload.get("labels", {}), language, desk)
    where = to or place
    args = payload.get("args", {})
    if payload.get("picture"):
        args = {**args, "drawn": picture is not None}
    words = rendered(waiting.text, args, language, zone, desk, where.platform if where else "")
    whole = list_choices(words, [(one.number, one.label) for one in choices], prefix)
    return Message(
        to=to,
        place=place,
        mark=Mark(text_id=waiting.text, about=payload.get("code", "")),
        text=whole.text,
        html=whole.html,
        body=Body(text=words.text, html=words.html, typed=prefix) if choices else None,
        choices=tuple(choices),
        question=waiting.id if choices else "",
        form=forms.offer(payload.get("form", ""), language, zone, desk.catalogue),
        reply_to=reply_to,
        file=picture or attached(payload),
    )


def _amendment(waiting: Waiting, reader: Reader, desk: Desk) -> Letter | None:
    if reader.person is None or reader.shown is None:
        return None
    person, payload = reader.person, waiting.payload
    words = rendered(
        waiting.text, payload["args"], person.language, person.zone, desk,
        reader.shown.place.platform,
    )  # fmt: skip
    return Amendment(
        place=reader.shown.place,
        message=reader.shown.message,
        mark=Mark(text_id=waiting.text, about=payload.get("code", "")),
        text=words.text,
        html=words.html,
    )


def _relayed(
    waiting: Waiting, reader: Reader, desk: Desk, file: OutgoingFile | None
) -> Letter | GaveUp | None:
    if reader.address is None:
        return GaveUp(why=Why.GONE)
    # The last door: whatever was decided before, no words go through a platform that may not pass them.
    if waiting.kind != "relay-retracted" and not desk.may_relay(reader.address.platform):
        return GaveUp(why=Why.REFUSED)
    payload, shown = waiting.payload, reader.shown
    text, html = _signed(payload["name"], payload["text"], payload["html"], file is not None)
    mark = Mark(text_id="relay")
    match waiting.kind:
        case "relay-said":
            return Message(
                to=reader.address,
                place=reader.place,
                mark=mark,
                text=text,
                html=html,
                reply_to=shown.message if shown and shown.place == reader.place else None,
                file=file,
            )
        case "relay-edited" if shown:
            return Amendment(
                place=shown.place, message=shown.message, mark=mark, text=text, html=html
            )
        case "relay-retracted" if shown:
            return Retraction(place=shown.place, message=shown.message)
        case "relay-reacted" if shown:
            return Reaction(place=shown.place, message=shown.message, key=payload["key"])
        case _:
            return None


def _signed(name: str, text: str, html: str | None, is_file: bool) -> tuple[str, str | None]:
    """Relayed words are visibly relayed: they begin with the name the other side goes by."""
    if is_file and not text:
        return f"{name}:", None
    marked = f"<strong>{from_plain(name)}:</strong> {html}" if html else None
    return f"{name}: {text}", marked


def _choices(
    ids: Sequence[str], labels: Mapping[str, str], language: str, desk: Desk
) -> list[ShownChoice]:
    numbers = numbers_of(ids)
    return [
        ShownChoice(
            id=id, number=numbers[id], label=labels.get(id) or desk.catalogue.label(id, language)
        )
        for id in ids
    ]
