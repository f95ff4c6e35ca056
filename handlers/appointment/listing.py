"""What somebody has agreed to, on either side: listed, moved, taken back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.commands import Command
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import attending, booking, moving
from bot.domain.appointment import Appointment
from bot.domain.decision import CloseQuestions, Decision, Tell
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.refusal import Refusal
from handlers.appointment import fitting, series_rows
from handlers.appointment.calendar_files import with_calendar_files
from handlers.appointment.giving_back import seek_elsewhen, take_back
from handlers.appointment.reaching import asked_for_saved
from handlers.appointment.reminders import own, planned_for_saved
from handlers.contact.ending import end_for
from handlers.receiver import booking as book
from storage import appointments, contacts, dialogues
from storage.database import Transaction

router = Router()

APPOINTMENTS = Command(name="appointments", words=("appointments", "aftaler"))


class Moved(BaseModel):
    """Another time for one appointment."""

    appointment: str = ""
    when: str = ""
    said: str = ""
    whom: str = ""
    asks: str = ""  # whom may be chosen: not where there is no choice
    cannot: str = ""  # the volunteer cannot then, as far as is known, so that others are asked


DIALOGUE = Dialogue(
    name="move",
    answers=Moved,
    steps=(
        Step(name="when", text="book-when-ask", also=("free-times",)),
        Step(
            name="whom",
            text="move-whom-ask",
            choices=("same-volunteer", "any-volunteer"),
            only_if=lambda moved: bool(moved.asks),
        ),
    ),
)


book.MOMENTS_IN[DIALOGUE.name] = router


@router.command(APPOINTMENTS)
def listed(turn: Turn, db: Transaction) -> Decision:
    """All that is to come, each with what one can do about it."""
    mine = appointments.of_person(db, turn.person.id)
    if not mine:
        return turn.answer("appointments-none")
    rows = series_rows.listed(turn, db)
    for one in series_rows.by_themselves(turn, db):
        rows += row(one, turn)
    return rows


def row(one: Appointment, turn: Turn) -> Decision:
    """One appointment with what one can do about it."""
    shown = Tell(
        turn.person.id,
        "appointments-row",
        {
            "zoned": one.begins_at,
            "minutes": one.minutes,
            "form": one.form,
            "side": one.side_of(turn.person.id),
            "state": one.status.value,
        },
        choices=("move-appointment", "cancel-appointment"),
        about=one.id,
        code=one.code,
    )
    return Decision(effects=(shown,))


@router.press("*", "cancel-appointment")
def cancel(turn: Turn, db: Transaction) -> Decision:
    """Taken back, which is always right."""
    return take_back(own(turn, db), turn.person.id, turn.desk, db, turn.now)


@router.press("*", "move-appointment")
def move(turn: Turn, db: Transaction) -> Decision:
    """Another time: when, and with whom."""
    if contacts.open_of(db, turn.person.id):
        raise Refusal("book-in-contact")
    appointment = own(turn, db)
    return asking.start(router, DIALOGUE, turn, db, {"appointment": appointment.id})


@router.reads(DIALOGUE, "when")
def read_when(turn: Turn, reply: str, db: Transaction) -> dict[str, str] | Decision:
    """As for a new one; and what is known to be in the way is said at once."""
    read, kept = book.read_moment(turn, reply, db), dialogues.of(db, turn.person.id)
    if isinstance(read, Decision) or kept is None:
        return read
    appointment = _theirs(kept.answers.get("appointment", ""), turn, db)
    return {**read, **_fits(appointment, datetime.fromisoformat(read["when"]), turn, db)}


@router.finished(DIALOGUE)
def moved(turn: Turn, wish: Moved, db: Transaction) -> Decision:
    """Read back before anybody is asked."""
    return _read_back(_theirs(wish.appointment, turn, db), wish, turn)


@router.press("move-proposed", "confirm-yes")
def sure(turn: Turn, db: Transaction) -> Decision:
    """The other one is asked, or others are."""
    appointment = own(turn, db)
    assert turn.question is not None
    wish = Moved.model_validate_json(turn.question.kept)
    to = datetime.fromisoformat(wish.when)
    fits = _fits(appointment, to, turn, db)
    if fits["cannot"] and wish.whom == "same-volunteer":  # since it was read back
        close = Decision(effects=(CloseQuestions(appointment.id, turn.person.id),))
        return close + _read_back(appointment, wish.model_copy(update=fits), turn)
    if appointment.volunteer is None or wish.whom == "any-volunteer":
        if turn.person.id != appointment.receiver:
            raise Refusal("too-late")
        return seek_elsewhen(appointment, to, turn.desk, db, turn.now)
    return moving.propose(appointment, turn.person.id, to, turn.now)


@router.press("move-ask", "accept")
def agreed(turn: Turn, db: Transaction) -> Decision:
    """Both want it: if it still can be, it is the time now."""
    appointment = own(turn, db)
    assert turn.question is not None
    if appointment.status is not AppointmentStatus.CONFIRMED:
        raise Refusal("too-late")
    to, told = _proposed(turn)
    _check(appointment, to, turn, db)
    if fitting.in_the_way(appointment, to, turn.programme, db, turn.now):
        return moving.keep(appointment, turn.person.id) + told(appointment, "not-possible")
    done = moving.agree(appointment, to)
    planned = planned_for_saved(done, db, turn.now) + asked_for_saved(done, db)
    return with_calendar_files(done, db, turn.now) + planned + told(appointment, "moved")


@router.press("move-ask", "decline")
def rather_not(turn: Turn, db: Transaction) -> Decision:
    """It stays as it was."""
    appointment, (_, told) = own(turn, db), _proposed(turn)
    return moving.keep(appointment, turn.person.id) + told(appointment, "no")


@router.press("no-show-ask", "another-time")
@router.press("reached-ask", "another-time")
def part(turn: Turn, db: Transaction) -> Decision:
    """They did not meet: it ends for both without blame, and the receiver may find another time."""
    assert turn.question is not None
    contact = contacts.open_of(db, turn.person.id)
    appointment = appointments.of_contact(db, contact.id) if contact else None
    if contact is None or contact.id != turn.question.about or appointment is None:
        raise Refusal("too-late")
    ended = end_for(contact, contact.ended_from(turn.person.id), turn.desk, db, turn.now)
    return ended + attending.did_not_meet(appointment)


def _read_back(appointment: Appointment, wish: Moved, turn: Turn) -> Decision:
    proposed = Tell(
        turn.person.id,
        "move-proposed",
        {
            "when": appointment.begins_at,
            "zoned": datetime.fromisoformat(wish.when),
            "cannot": bool(wish.cannot),
        },
        choices=("confirm-yes", "no-thanks"),
        about=appointment.id,
        kept=wish.model_dump_json(),
    )
    return Decision(effects=(proposed,))


def _theirs(id: str, turn: Turn, db: Transaction) -> Appointment:
    appointment = appointments.get(db, id)
    if appointment is None or not appointment.to_come or turn.person.id not in appointment.people:
        raise Refusal("too-late")
    return appointment


def _fits(appointment: Appointment, to: datetime, turn: Turn, db: Transaction) -> dict[str, str]:
    """What follows from that time for the rest of the move. Raises Refusal where it cannot be.

    A receiver whose volunteer cannot then may have somebody else; a volunteer finds another time.
    """
    _check(appointment, to, turn, db)
    receives = turn.person.id == appointment.receiver
    hindered = fitting.in_the_way(appointment, to, turn.programme, db, turn.now)
    if hindered is None:
        asks = "yes" if receives and appointment.volunteer else ""
        return {"cannot": "", "asks": asks}
    if receives and hindered == appointment.volunteer:
        return {"cannot": "yes", "asks": "", "whom": "any-volunteer"}
    if receives:  # nothing is at that time, so it is the day that is full
        most = turn.programme.limits.receiver_contacts_a_day
        raise Refusal("book-day-full", most=most, day=to)
    raise Refusal("move-cannot")


def _check(appointment: Appointment, to: datetime, turn: Turn, db: Transaction) -> None:
    """Whether whoever asks can have that time. Raises Refusal."""
    mine = [a for a in appointments.of_person(db, turn.person.id) if a.id != appointment.id]
    enough = turn.programme.booking.at_once  # moved, it is no more than before
    near = [a for a in mine if abs(a.begins_at - to) < timedelta(days=1)][: enough - 1]
    booking.check_time(to, appointment.minutes, near, turn.programme, turn.now)


def _proposed(turn: Turn) -> tuple[datetime, Callable[[Appointment, str], Decision]]:
    """The time that was asked about, and what coordinators are told if it was theirs."""
    assert turn.question is not None
    to, suggested = moving.proposed_in(turn.question.kept)

    def told(appointment: Appointment, answer: str) -> Decision:
        heard = (moving.told_coordinators(appointment, answer, to),)
        return Decision(effects=heard if suggested else ())

    return to, told
