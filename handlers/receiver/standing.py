"""Where somebody stands: status, taking back, language."""

from dataclasses import replace
from datetime import timedelta

from bot.conversation.commands import Command, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.appointment import Appointment
from bot.domain.asking_ahead import limit_of
from bot.domain.decision import NOTHING, Decision, Tell
from bot.domain.ids import RequestId
from bot.messages import Preferred
from bot.relaying.words import folded
from handlers.appointment import series_rows
from handlers.check_in import theirs
from handlers.gathering import group
from storage import (
    appointment_offers,
    call_backs,
    contacts,
    offers,
    requests,
    volunteers,
)
from storage.database import Transaction

router = Router()

STATUS = Command(name="status", words=("status",))
LANGUAGE = Command(name="language", words=("language", "sprog"), takes=(Takes("language", True),))


LANGUAGES = {
    "da": ("da", "dansk", "danish"),
    "en": ("en", "english", "engelsk"),
}


@router.command(STATUS)
def status(turn: Turn, db: Transaction) -> Decision:
    """Where their request, contact and duty stand."""
    me = turn.person.id
    said = Decision()
    if contact := contacts.open_of(db, me):
        minutes = int((contact.ends_at - turn.now) / timedelta(minutes=1))
        name = contact.name_of(contact.other(me))
        said += turn.answer("status-in-contact", name=name, minutes=max(0, minutes))
    if request := requests.waiting_by(db, me):
        minutes = int((turn.now - request.waiting_since) / timedelta(minutes=1))
        ahead = _ahead(request.id, request.programme, db)
        asking = len(offers.pending(db, request.id))
        said += turn.answer(
            "status-waiting", waited=minutes, ahead=ahead, asking=asking, code=request.code
        )
    said += series_rows.listed(turn, db)
    for appointment in series_rows.by_themselves(turn, db):
        said += _standing(appointment, turn, db)
    if later := call_backs.of(db, me):
        said += turn.answer(
            "status-call-back",
            about=later.id,
            code=later.code,
            last_day=later.ends_at - timedelta(seconds=1),
        )
    if theirs.open_of(turn, db):
        said += turn.answer("status-check-in")
    said += group.mine(turn, db)
    volunteer = volunteers.get(db, me)
    if volunteer and volunteer.on_duty(turn.now):
        said += turn.answer("status-on-duty", at=volunteer.on_duty_until)
    elif volunteer:
        said += turn.answer("status-volunteer", state=volunteer.status.value)
    return said if said != Decision() else turn.answer("status-nothing")


@router.command(LANGUAGE)
def language(turn: Turn, db: Transaction) -> Decision:
    """Speak another language from now on."""
    wanted = folded(turn.args.get("language", ""))
    chosen = next((code for code, words in LANGUAGES.items() if wanted in words), None)
    if chosen is None:
        return turn.answer("language-choose", choices=tuple(LANGUAGES), about=turn.person.id)
    return _speak(turn, chosen)


@router.press("language-choose", "da", "en")
def language_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press."""
    return _speak(turn, turn.choice)


@router.event(Preferred)
def preferred(happening: Happening, db: Transaction) -> Decision:
    """Their page speaks another language now, and so do we."""
    event, person = happening.event, happening.person
    assert isinstance(event, Preferred)
    if person is None or event.language not in LANGUAGES or event.language == person.language:
        return NOTHING
    changed = replace(person, language=event.language, language_known=True)
    return Decision(save=(changed,), effects=(Tell(person.id, "language-set"),))


def _standing(appointment: Appointment, turn: Turn, db: Transaction) -> Decision:
    programme = turn.desk.programme(appointment.programme)
    return turn.answer(
        "status-appointment",
        about=appointment.id,
        state=appointment.status.value,
        zoned=appointment.begins_at,
        minutes=appointment.minutes,
        form=appointment.form,
        side=appointment.side_of(turn.person.id),
        asking=len(appointment_offers.pending(db, appointment.id)),
        limit_when=limit_of(appointment, programme),
    )


def _speak(turn: Turn, code: str) -> Decision:
    person = replace(turn.person, language=code, language_known=True)
    return Decision(save=(person,)) + turn.answer("language-set", language=code)


def _ahead(id: RequestId, programme: str, db: Transaction) -> int:
    order = [request.id for request in requests.waiting(db, programme)]
    return order.index(id) if id in order else 0
