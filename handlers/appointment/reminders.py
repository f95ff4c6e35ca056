"""Reminders as each wants them, and what one does about them; and who did not come."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.commands import Command, Takes
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import meeting, reaching, reminding
from bot.domain.appointment import USUAL_REMINDERS, Appointment, ReminderWish, Side
from bot.domain.decision import NOTHING, CloseQuestions, Decision, Note
from bot.domain.ids import PersonId
from bot.domain.lifecycle import AppointmentStatus, ContactStatus
from bot.domain.programme import Form
from bot.domain.refusal import Refusal
from bot.messages import TimeCame, Undelivered
from bot.texts import moments
from handlers.appointment.reaching import with_what_was_told
from handlers.overtaken import overtaken
from storage import appointments, contacts, people, reminder_wishes, volunteers
from storage.database import Transaction

router = Router()

REMINDERS = Command(
    name="reminders", words=("reminders", "påmindelser"),
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip
MOST = 4  # reminders of one appointment
UNITS = {"m": 1, "min": 1, "h": 60, "t": 60, "d": 24 * 60}
LONGEST = 14 * 24 * 60


def planned(appointment: Appointment, db: Transaction, now: datetime) -> Decision:
    """Whoever is to be there is reminded as they wish."""
    if appointment.status is not AppointmentStatus.CONFIRMED or appointment.volunteer is None:
        return NOTHING
    plan = Decision()
    for side in reminding.KINDS.values():
        plan += reminding.plan(appointment, side, _leads(appointment, side, db), now)
    return plan


def planned_for_saved(decision: Decision, db: Transaction, now: datetime) -> Decision:
    """The same for every appointment a decision confirms."""
    plan = Decision()
    for thing in decision.save:
        if isinstance(thing, Appointment):
            plan += planned(thing, db, now)
    return plan


@router.timer("remind-receiver")
@router.timer("remind-volunteer")
def remind(rings: Happening, db: Transaction) -> Decision:
    """It is time to remind one of them."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None:
        return NOTHING
    side = reminding.KINDS[rings.event.kind]
    awake_at = free_at(appointment, side, rings.desk, db, rings.now)
    leads = _leads(appointment, side, db)
    said = reminding.remind(appointment, side, leads, rings.event.due, rings.now, awake_at)
    return with_what_was_told(said, appointment, db)


@router.timer("again-receiver")
@router.timer("again-volunteer")
def remind_again(rings: Happening, db: Transaction) -> Decision:
    """They wanted to hear it a little later, or were left alone until now."""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    if appointment is None:
        return NOTHING
    said = reminding.say_again(appointment, reminding.AGAIN[rings.event.kind], rings.now)
    return with_what_was_told(said, appointment, db)


@router.undelivered("appointment-reminder")
def not_delivered(came_back: Happening, db: Transaction) -> Decision:
    """It could not be delivered in time to help; the journal says so."""
    event = came_back.event
    assert isinstance(event, Undelivered)
    appointment = appointments.get(db, event.about)
    if appointment is None:
        return NOTHING
    side = appointment.side_of(PersonId(event.to))
    why: dict[str, int | str] = {"side": side, "why": event.why}
    noted = Note("reminder-not-sent", appointment.id, appointment.programme, why)
    return Decision(effects=(noted,))


@router.press("appointment-reminder", "come")
def come(turn: Turn, db: Transaction) -> Decision:
    """They are coming."""
    appointment = own(turn, db)
    noted = Note("appointment-affirmed", appointment.id, appointment.programme)
    return Decision(effects=(noted,)) + turn.answer("reminder-thanks", at=appointment.begins_at)


@router.press("appointment-reminder", "snooze")
def snooze(turn: Turn, db: Transaction) -> Decision:
    """Not now; a little later."""
    appointment = own(turn, db)
    return reminding.snooze(appointment, appointment.side_of(turn.person.id), turn.now)


@router.command(REMINDERS)
def reminders(turn: Turn, db: Transaction) -> Decision:
    """How they are reminded, or another way from now on; also for what is agreed already."""
    change = turn.args.get("change", "").casefold().replace(",", " ").split()
    wish = reminder_wishes.of(db, turn.person.id)
    if change:
        wish = replace(wish, leads=_read(change))
    told = turn.answer("reminders-now", leads=_in_words(wish, turn.person.language))
    if not change:
        return told
    plan = Decision(save=(wish,))
    for appointment in appointments.of_person(db, turn.person.id):
        if appointment.status is AppointmentStatus.CONFIRMED:
            side = appointment.side_of(turn.person.id)
            plan += reminding.plan(appointment, side, wish.leads, turn.now)
    return plan + told


@router.timer(reminding.NO_SHOW)
def no_show(rings: Happening, db: Transaction) -> Decision:
    """Ten minutes in: is somebody missing?"""
    assert isinstance(rings.event, TimeCame)
    appointment = appointments.get(db, rings.event.about)
    contact = contacts.get(db, appointment.contact) if appointment and appointment.contact else None
    if appointment is None or contact is None or contact.status is not ContactStatus.OPEN:
        return NOTHING
    if contacts.room_of(db, contact.id):  # they may be writing where we do not see it
        return NOTHING
    if late := overtaken(rings, db, meeting.TIME_IS_UP, contact.programme, contact.id):
        return late
    if appointment.form == Form.VOICE:
        return reaching.ask_whether_reached(contact, rings.now)
    return reminding.ask_who_is_there(appointment, contact, rings.now)


@router.press("no-show-ask", "keep-waiting")
def wait(turn: Turn, db: Transaction) -> Decision:
    """They wait on."""
    assert turn.question is not None
    closed = CloseQuestions(turn.question.about, turn.person.id)
    return Decision(effects=(closed,)) + turn.answer("contact-waiting-on")


def own(turn: Turn, db: Transaction) -> Appointment:
    """The appointment that was asked about, if it is theirs and still to come. Raises Refusal."""
    assert turn.question is not None
    appointment = appointments.get(db, turn.question.about)
    if appointment is None or not appointment.to_come or turn.person.id not in appointment.people:
        raise Refusal("too-late")
    return appointment


def _leads(appointment: Appointment, side: Side, db: Transaction) -> tuple[int, ...]:
    person = appointment.receiver if side == "receiver" else appointment.volunteer
    return reminder_wishes.of(db, person).leads if person else ()


def free_at(
    appointment: Appointment, side: Side, desk: Desk, db: Transaction, now: datetime
) -> datetime:
    """Now, or when the one it is for may be disturbed again."""
    begins = appointment.begins_at
    if side == "receiver":
        person = people.get(db, appointment.receiver)
        zone = person.zone if person else desk.programme(appointment.programme).time_zone
        return reminding.quiet_ends(begins, zone, reminding.NIGHT, now)
    volunteer = volunteers.get(db, appointment.volunteer) if appointment.volunteer else None
    if volunteer is None:
        return now
    limits = desk.programme(appointment.programme).volunteer_limits
    own_hours = (volunteer.limits.quiet_from, volunteer.limits.quiet_to)
    later = reminding.quiet_ends(begins, volunteer.zone, own_hours, now)
    common = (limits.quiet_from, limits.quiet_to)
    return max(later, reminding.quiet_ends(begins, volunteer.zone, common, now))


def _read(change: list[str]) -> tuple[int, ...]:
    if change[0] in ("off", "fra"):
        return ()
    if change[0] in ("on", "til"):
        return USUAL_REMINDERS
    leads = []
    for word in change:
        figures = word.rstrip("abcdefghijklmnopqrstuvwxyzæøå")
        unit = UNITS.get(word[len(figures) :] or "m")
        if not (figures.isascii() and figures.isdigit() and len(figures) < 6 and unit):
            raise Refusal("reminders-how")
        leads.append(int(figures) * unit)
    if not all(10 <= lead <= LONGEST for lead in leads) or len(set(leads)) > MOST:
        raise Refusal("reminders-how")
    return tuple(sorted(set(leads), reverse=True))


def _in_words(wish: ReminderWish, language: str) -> str:
    return ", ".join(moments.lasting(lead, language) for lead in wish.leads)
