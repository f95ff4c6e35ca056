"""A coordinator proposes a time to a receiver they know by a code: shown first, and theirs to say yes to."""

import json
from datetime import datetime
from typing import NamedTuple

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import proposing, reminding
from bot.domain.appointment import Appointment
from bot.domain.decision import Audit, CloseQuestions, Decision
from bot.domain.ids import AppointmentId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.people import Person
from bot.domain.refusal import Refusal
from bot.domain.request import Request
from handlers.appointment import fitting
from handlers.coordinator import planning
from storage import appointments, contacts, people, requests
from storage.database import Transaction

router = Router()

PROPOSE = Command(
    name="propose", words=("propose", "foreslå"), who=Role.COORDINATOR, for_others="book",
    takes=(Takes("code"), Takes("when", rest=True)),
)  # fmt: skip


class _Known(NamedTuple):
    """Somebody coordinators know by a code, and what they wished for under it."""

    receiver: Person
    wish: Request | Appointment | None


@router.command(PROPOSE)
def propose(turn: Turn, db: Transaction) -> Decision:
    """Shown first: what they read, that nobody else hears of it, and until when they may answer."""
    access.coordinator(turn)
    known = _known_by(turn.args["code"], turn, db)
    begins, said = planning.moment_in(turn.args["when"], turn)
    proposed = _proposal(known, begins, said, turn, db)
    decision = proposing.propose(proposed, turn.programme, turn.now, turn.now)
    code = turn.args["code"].upper()
    return turn.answer(
        "propose-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps([code, begins.isoformat(), said]),
        receiver=code,
        zoned=begins,
        minutes=proposed.minutes,
        until_when=proposing.answer_by(proposed, turn.programme),
        preview=planning.who_hears(decision, proposed.receiver, turn, db),
    )


@router.press("propose-confirm", "confirm-yes")
def proposed(turn: Turn, db: Transaction) -> Decision:
    """They are asked, at once or when their night is over."""
    me = access.coordinator(turn)
    assert turn.question is not None
    code, begins, said = json.loads(turn.question.kept)
    known = _known_by(code, turn, db)
    appointment = _proposal(known, datetime.fromisoformat(begins), said, turn, db)
    put_at = reminding.quiet_ends(
        appointment.begins_at, known.receiver.zone, reminding.NIGHT, turn.now
    )
    if contacts.open_of(db, known.receiver.id):
        put_at = max(put_at, turn.now + proposing.AGAIN)
    asked = proposing.propose(appointment, turn.programme, put_at, turn.now)
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "propose", appointment.code),
        )
    )
    when = appointment.begins_at
    return done + asked + turn.answer("propose-done", code=appointment.code, when=when)


def _known_by(code: str, turn: Turn, db: Transaction) -> _Known:
    """Whoever this code belongs to, in this programme. Raises Refusal."""
    wish = requests.coded(db, code) or appointments.coded(db, code)
    contact = None if wish else contacts.coded(db, code)
    thing = wish or contact
    receiver = people.get(db, thing.receiver) if thing else None
    if thing is None or receiver is None or thing.programme != turn.programme.name:
        raise Refusal("propose-no-such-code", code=code.upper()[:6])
    return _Known(receiver, requests.get(db, contact.request) if contact else wish)


def _proposal(
    known: _Known, begins: datetime, said: int, turn: Turn, db: Transaction
) -> Appointment:
    """The appointment they may say yes to. Raises the Refusal that says why it cannot be."""
    programme, receiver, wish = turn.programme, known.receiver, known.wish
    if appointments.proposed_to(db, receiver.id):
        raise Refusal("propose-already")
    usual = wish.minutes if isinstance(wish, Appointment) else programme.limits.session_minutes
    minutes = max(10, min(said or usual, programme.booking.longest_minutes))
    try:
        fitting.can_have(receiver, begins, minutes, programme, db, turn.now)
    except Refusal as no:
        raise Refusal("propose-not-then", why=no.text) from None
    return Appointment(
        id=AppointmentId(db.new_id()),
        receiver=receiver.id,
        programme=programme.name,
        begins_at=begins,
        minutes=minutes,
        made_at=turn.now,
        sought_since=turn.now,
        language=wish.language if wish else programme.spoken_with(receiver.language),
        form=wish.form if wish and wish.form in programme.forms else programme.forms[0],
        topics=wish.topics if wish else frozenset(),
        note=wish.note if wish else None,
        status=AppointmentStatus.PROPOSED,
    )
