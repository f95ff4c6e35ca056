"""How the two of an appointment reach each other: told by whoever wants to, shown when the time comes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import reaching
from bot.domain.appointment import Appointment
from bot.domain.contact import Contact
from bot.domain.decision import NOTHING, CloseQuestions, Decision, Effect, Tell
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.programme import Form
from bot.domain.refusal import Refusal
from bot.messages import TimeCame
from bot.relaying.contact_details import contact_details
from bot.relaying.words import clean_text
from storage import appointments, contact_ways
from storage.database import Transaction

router = Router()

LONGEST = 200  # letters


class Told(BaseModel):
    """What somebody tells for one appointment."""

    appointment: str = ""
    way: str = ""
    place: str = ""


WAY = Dialogue(name="way", answers=Told, steps=(Step(name="way", text="way-how-ask"),))
PLACE = Dialogue(name="place", answers=Told, steps=(Step(name="place", text="place-where-ask"),))


def asked_for_saved(decision: Decision, db: Transaction) -> Decision:
    """Whoever is to be at what a decision settles is asked; of a series only for its next date."""
    settled: dict[str, Appointment] = {}
    for thing in decision.save:
        if isinstance(thing, Appointment) and thing.status is AppointmentStatus.CONFIRMED:
            known = settled.setdefault(thing.series or thing.id, thing)
            if thing.begins_at < known.begins_at:
                settled[thing.series or thing.id] = thing
    asked: tuple[Effect, ...] = ()
    for one in settled.values():
        asked += reaching.ask(one, contact_ways.of(db, one.id))
    return Decision(effects=asked)


def shown_for(begun: Decision, db: Transaction) -> Decision:
    """What each told for an appointment that begins."""
    (appointment,) = (thing for thing in begun.save if isinstance(thing, Appointment))
    (contact,) = (thing for thing in begun.save if isinstance(thing, Contact))
    return reaching.begin(appointment, contact, contact_ways.of(db, appointment.id))


def with_what_was_told(decision: Decision, appointment: Appointment, db: Transaction) -> Decision:
    """A reminder says where they meet; whoever has not told anything yet may do it then."""
    choice = reaching.CHOICES.get(Form(appointment.form))
    if choice is None:
        return decision
    told = contact_ways.of(db, appointment.id)
    return Decision(decision.save, tuple(_with(e, choice, told) for e in decision.effects))


def _with(effect: Effect, choice: str, told: Mapping[PersonId, str]) -> Effect:
    if not isinstance(effect, Tell) or effect.text != "appointment-reminder":
        return effect
    if effect.to not in told:
        return replace(effect, choices=(*effect.choices, choice))
    meets = choice == reaching.CHOICES[Form.IN_PERSON]
    place = told[effect.to] if meets else ""
    return replace(effect, args={**effect.args, "place": place})


@router.press("*", "share-way")
def share(turn: Turn, db: Transaction) -> Decision:
    """They want to say how they can be reached."""
    return _begin(WAY, Form.VOICE, turn, db)


@router.press("*", "suggest-place")
def suggest(turn: Turn, db: Transaction) -> Decision:
    """They want to say where they could meet."""
    return _begin(PLACE, Form.IN_PERSON, turn, db)


@router.press("way-ask", "no-thanks")
@router.press("way-proposed", "no-thanks")
def rather_not(turn: Turn, db: Transaction) -> Decision:
    """Nothing is kept, and nothing is lost by it."""
    return _closed(turn) + turn.answer("way-not-told")


@router.press("place-ask", "no-thanks")
def place_later(turn: Turn, db: Transaction) -> Decision:
    """The other one may say it, or both when the time comes."""
    return _closed(turn) + turn.answer("place-later")


@router.finished(WAY)
def way_told(turn: Turn, told: Told, db: Transaction) -> Decision:
    """Read back: it is theirs, and goes to somebody they do not know."""
    appointment = _settled(told.appointment, Form.VOICE, turn, db)
    way = clean_text(told.way, LONGEST).text
    read = Tell(
        turn.person.id,
        "way-proposed",
        {"way": way, "zoned": appointment.begins_at},
        choices=("confirm-yes", "share-way", "no-thanks"),
        about=appointment.id,
        kept=way,
    )
    return Decision(effects=(CloseQuestions(appointment.id, turn.person.id), read))


@router.press("way-proposed", "confirm-yes")
def way_agreed(turn: Turn, db: Transaction) -> Decision:
    """It is kept, sealed, until the time comes."""
    assert turn.question is not None
    appointment = _settled(turn.question.about, Form.VOICE, turn, db)
    return reaching.keep(appointment, turn.person.id, turn.question.kept)


@router.press("way-kept", "take-back-way")
def way_taken_back(turn: Turn, db: Transaction) -> Decision:
    """They would rather not after all."""
    assert turn.question is not None
    appointment = _settled(turn.question.about, Form.VOICE, turn, db)
    return reaching.take_back(appointment, turn.person.id) + turn.answer("way-not-told")


@router.finished(PLACE)
def place_said(turn: Turn, told: Told, db: Transaction) -> Decision:
    """The other one is asked. A place is no way to reach somebody: that is not passed on by it."""
    appointment = _settled(told.appointment, Form.IN_PERSON, turn, db)
    place = clean_text(told.place, LONGEST).text
    if contact_details(place):
        raise Refusal("place-holds-details")
    return reaching.suggest(appointment, turn.person.id, place)


@router.press("place-suggested", "place-fits")
def place_agreed(turn: Turn, db: Transaction) -> Decision:
    """Both will be there."""
    assert turn.question is not None
    appointment = _settled(turn.question.about, Form.IN_PERSON, turn, db)
    return reaching.agree(appointment, turn.question.kept)


@router.timer(reaching.WAYS_OVER)
def over(rings: Happening, db: Transaction) -> Decision:
    """It has been, and what was told for it is deleted, or goes on to the next date of a series."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None:
        return NOTHING
    told = contact_ways.of(db, appointment.id)
    return reaching.over(appointment, _following(appointment, db), told)


def _following(appointment: Appointment, db: Transaction) -> Appointment | None:
    if appointment.series is None:
        return None
    dates = appointments.of_series(db, appointment.series)
    same = (one for one in dates if one.people == appointment.people)
    settled = (one for one in same if one.status is AppointmentStatus.CONFIRMED)
    return min(settled, key=lambda one: one.begins_at, default=None)


def _begin(dialogue: Dialogue[Any], form: Form, turn: Turn, db: Transaction) -> Decision:
    assert turn.question is not None
    appointment = _settled(turn.question.about, form, turn, db)
    known = {"appointment": appointment.id}
    return _closed(turn) + asking.start(router, dialogue, turn, db, known)


def _settled(id: str, form: Form, turn: Turn, db: Transaction) -> Appointment:
    """The appointment, if it still stands, is theirs, and is of this form. Raises Refusal."""
    appointment = appointments.get(db, AppointmentId(id))
    if (
        appointment is None
        or appointment.status is not AppointmentStatus.CONFIRMED
        or turn.person.id not in appointment.people
        or appointment.form != form
    ):
        raise Refusal("too-late")
    return appointment


def _closed(turn: Turn) -> Decision:
    assert turn.question is not None
    return Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
