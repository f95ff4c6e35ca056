"""Turns a decision into rows: state, letters, timers, journal. Nothing is sent here."""

from collections.abc import Mapping
from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain.decision import (
    Amend,
    Appoint,
    Audit,
    CloseQuestions,
    Decision,
    DropDialogue,
    Effect,
    Forget,
    KeepDialogue,
    LeadAcross,
    LeaveRoom,
    LetIn,
    NeverAgain,
    Note,
    OpenRoom,
    PassOn,
    SignOut,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
    TellThere,
)
from bot.domain.gathering_effects import (
    CloseGroup,
    LetIntoGroup,
    OpenGroup,
    PutOutOfGroup,
    ShowGathering,
)
from bot.domain.ids import ContactId
from bot.domain.row_effects import ThrowAway
from bot.messages import Address
from bot.runtime import counting_along, crossing_over, gathering_letters, passing_on
from bot.runtime.changing_rows import change_row
from bot.runtime.throwing_away import throw_away
from storage import (
    contacts,
    dialogues,
    erasing,
    journal,
    never_again,
    outbox,
    people,
    questions,
    saving,
    timers,
    ways_in,
)  # fmt: skip
from storage.database import Transaction


def carry_out(decision: Decision, desk: Desk, db: Transaction, now: datetime) -> None:
    """Save what is to be saved and queue what must follow, in the order it was decided."""
    decision = crossing_over.arranged(decision, desk, db)
    saving.save(db, decision.save)
    for effect in decision.effects:
        _carry_out(effect, desk, db, now)


def _carry_out(effect: Effect, desk: Desk, db: Transaction, now: datetime) -> None:  # noqa: PLR0912, PLR0915 - one flat table of what each effect means
    match effect:
        case Tell():
            _tell(effect, db, now)
        case TellCoordinators():
            _tell_coordinators(effect, desk, db, now)
        case TellThere(platform, room, text, language):
            there = {"platform": platform, "room": room, "language": language, "args": {}}
            lane = db.index("lane", f"{platform}\n{room}")
            _put(db, now, lane=lane, kind="there", text=text, payload=there)
        case Amend():
            _amend(effect, db, now)
        case CloseQuestions(about, to):
            questions.close(db, about=about, person=to)
        case PassOn():
            if refused := passing_on.pass_on(effect, desk, db, now):
                _tell(refused, db, now)
        case OpenRoom(contact):
            _put(db, now, lane=contact.id, kind="open-room", about=contact.id, payload={})
        case LeadAcross():
            for step in crossing_over.led(effect, desk, db, now):
                _carry_out(step, desk, db, now)
        case LeaveRoom(about):
            _leave_room(about, db, now)
        case StartTimer(kind, about, due):
            timers.start(db, kind, about, due)
        case StopTimer(kind, about):
            timers.stop(db, kind, about)
        case Note(action, about, programme, numbers):
            told = {**numbers, **counting_along.of(effect, desk, db)}
            journal.note(db, action, about, programme, told, now)
        case Audit(actor, action, subject):
            journal.acted(db, actor, action, subject, now)
        case NeverAgain(receiver, volunteer):
            never_again.add(db, receiver, volunteer)
        case KeepDialogue(person, name, version, step, answers):
            dialogues.keep(db, person, dialogues.Kept(name, version, step, answers), now)
        case DropDialogue(person):
            dialogues.drop(db, person)
        case Appoint(address, on):
            _appoint(Address.parse(address), on, desk, db, now)
        case LetIn(kind, key, account, until, coordinates):
            ways_in.issue(db, ways_in.Kind(kind), key, account, coordinates, until)
        case SignOut(address):
            _sign_out(Address.parse(address), db, now)
        case ShowGathering() | OpenGroup() | LetIntoGroup() | PutOutOfGroup() | CloseGroup():
            gathering_letters.put(effect, db, now)
        case ThrowAway():
            throw_away(effect, db)
        case Forget():
            _forget(effect, desk, db, now)
        case _:
            change_row(effect, db)


def _tell(said: Tell, db: Transaction, now: datetime) -> None:
    id = db.new_id()
    _asked(said, id, db, now)
    _put(
        db,
        now,
        id=id,
        lane=said.to,
        kind="tell",
        person=said.to,
        about=said.about,
        text=said.text,
        expires_at=said.expires,
        payload={
            "args": dict(said.args),
            "choices": said.choices,
            "labels": dict(said.labels),
            "code": said.code,
            "attached": said.attached,
            "attached_as": said.attached_as,
            "picture": said.picture,
            "answers": said.answers,
            "form": said.form,
        },
    )


def _tell_coordinators(said: TellCoordinators, desk: Desk, db: Transaction, now: datetime) -> None:
    room = desk.coordinators_rooms.get(said.programme)
    for person in () if room is not None and said.answer else people.coordinators(db):
        if person.id == said.but or (room is not None and person.platform == room.platform):
            continue  # they read it in their room
        one = Tell(
            person.id, said.text, said.args, said.choices, said.about, said.code,
            labels=said.labels, kept=said.kept,
            attached=said.attached, attached_as=said.attached_as, picture=said.picture,
        )  # fmt: skip
        _tell(one, db, now)
    if room is None:
        return
    id = db.new_id()
    _asked(said, id, db, now)
    payload = {
        "platform": room.platform,
        "room": room.room,
        "language": desk.config.service.language,
        "args": dict(said.args),
        "choices": said.choices,
        "labels": dict(said.labels),
        "code": said.code,
        "attached": said.attached,
        "attached_as": said.attached_as,
        "picture": said.picture,
    }
    lane = db.index("lane", f"{room.platform}\n{room.room}")
    _put(db, now, id=id, lane=lane, kind="there", about=said.about, text=said.text, payload=payload)


def _asked(said: Tell | TellCoordinators, id: str, db: Transaction, now: datetime) -> None:
    """What is said with choices is a question, open until it is answered or closed."""
    if not said.choices:
        return
    question = questions.Question(
        id=id,
        person=said.to if isinstance(said, Tell) else None,
        programme=None if isinstance(said, Tell) else said.programme,
        text=said.text,
        about=said.about,
        code=said.code,
        choices=said.choices,
        labels=said.labels,
        kept=said.kept,
    )
    questions.ask(db, question, now)


def _amend(change: Amend, db: Transaction, now: datetime) -> None:
    question = questions.find(db, change.to, change.question, change.about)
    if question is None:
        return
    questions.close(db, id=question.id)
    _put(
        db,
        now,
        lane=change.to,
        kind="amend",
        person=change.to,
        about=change.about,
        text=change.text,
        payload={"question": question.id, "args": dict(change.args), "code": question.code},
    )


def _leave_room(contact: str, db: Transaction, now: datetime) -> None:
    room = contacts.room_of(db, contact)
    if room is None:
        return
    contacts.keep_room(db, ContactId(contact), None)
    payload = {"platform": room.platform, "room": room.room}
    _put(db, now, lane=contact, kind="leave-room", about=contact, payload=payload)


def _appoint(address: Address, on: bool, desk: Desk, db: Transaction, now: datetime) -> None:
    service = desk.config.service
    if on:
        people.appoint(db, address, service.language, service.time_zone, now)
    else:
        people.dismiss(db, address)


def _sign_out(address: Address, db: Transaction, now: datetime) -> None:
    ways_in.close(db, address.user)
    lane = db.index("lane", str(address))
    _put(db, now, lane=lane, kind="sign-out", payload={"address": str(address)})


def _forget(effect: Forget, desk: Desk, db: Transaction, now: datetime) -> None:
    person = people.get(db, effect.person)
    address = people.address_of(db, effect.person)
    place = people.place_of(db, effect.person)
    erasing.forget(db, effect.person)
    if not (effect.telling and person and address and place):
        return
    payload = {
        "platform": address.platform,
        "user": address.user,
        "room": place.room,
        "language": person.language,
        "args": {},
    }
    _put(db, now, lane=effect.person, kind="farewell", text=effect.telling, payload=payload)


def _put(
    db: Transaction,
    now: datetime,
    *,
    lane: str,
    kind: str,
    payload: Mapping[str, object],
    id: str = "",
    person: str | None = None,
    about: str = "",
    text: str = "",
    expires_at: datetime | None = None,
) -> None:
    outbox.put(
        db,
        id=id or db.new_id(),
        lane=lane,
        kind=kind,
        payload=payload,
        now=now,
        person=person,
        about=about,
        text=text,
        expires_at=expires_at,
    )
