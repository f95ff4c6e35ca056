"""A contact ends: by either side, by time, by a handover, a drop, a report."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.commands import Command, Role
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import attending, meeting, parting, waiting
from bot.domain.contact import Contact, EndedBy
from bot.domain.decision import NOTHING, Amend, Decision, LeaveRoom, NeverAgain, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import ContactStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.messages import Left, PlaceKind, TimeCame, Undelivered
from handlers import looking
from handlers.appointment.giving_back import apart
from handlers.check_in import inviting
from handlers.overtaken import overtaken
from handlers.receiver import new_accounts
from storage import appointments, contacts, offers, questions, requests, volunteers
from storage.database import Transaction

router = Router()

END = Command(name="end", words=("end", "slut"), in_contact=True)
REPORT = Command(
    name="report", words=("report", "anmeld"), forgiving=True, for_coordinators="figures"
)
BLOCK = Command(name="block", words=("block", "bloker"), forgiving=True)
EXTEND = Command(name="extend", words=("extend", "forlæng"), who=Role.GIVER, in_contact=True)
HANDOVER = Command(name="handover", words=("handover", "overdrag"), who=Role.GIVER, in_contact=True)
AGAIN_FROM = (EndedBy.HANDOVER, EndedBy.DROP)


def end_for(contact: Contact, by: EndedBy, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """End a contact, ask the volunteer how it was, and take the wish up again where it must be."""
    programme = desk.programme(contact.programme)
    volunteer = volunteers.get(db, contact.volunteer)
    ended = parting.end(contact, by, volunteer, programme, now)
    if by in AGAIN_FROM:
        request = requests.get(db, contact.request)
        if request is not None:
            ended += parting.take_up_again(contact, request, by, programme, now)
    if volunteer is not None and by not in (EndedBy.DROP, EndedBy.NOBODY):
        ended += parting.debrief(contact)
    if contacts.room_of(db, contact.id):
        ended += Decision(effects=(LeaveRoom(contact.id),))
    return ended


@router.command(END)
def end(turn: Turn, db: Transaction) -> Decision:
    """End it kindly, for both."""
    return _end_own(turn, db)


@router.press("stop-in-contact", "end-contact")
def end_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press."""
    return _end_own(turn, db)


@router.command(HANDOVER)
def handover(turn: Turn, db: Transaction) -> Decision:
    """The volunteer cannot go on: somebody else is found, and the receiver goes before others."""
    contact = _as_volunteer(turn, db)
    return end_for(contact, EndedBy.HANDOVER, turn.desk, db, turn.now)


@router.command(EXTEND)
def extend(turn: Turn, db: Transaction) -> Decision:
    """A little longer, once."""
    return meeting.extend(_as_volunteer(turn, db), turn.programme)


@router.press("contact-soon-over", "extend")
def extend_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press."""
    return meeting.extend(_as_volunteer(turn, db), turn.programme)


@router.command(REPORT)
def report(turn: Turn, db: Transaction) -> Decision:
    """Tell a coordinator that something was not right. A contact that goes on ends at once."""
    contact = _own_or_last(turn, db)
    giver = volunteers.get(db, contact.volunteer)
    thanks = turn.answer(
        "report-thanks",
        choices=("tell-coordinator",),
        about=turn.person.id,
        code=contact.code,
        kept=contact.code,
    )
    new = new_accounts.is_new(contact.other(turn.person.id), turn.desk, db, turn.now)
    name = giver.name if giver else ""
    told = thanks + parting.report(contact, turn.person.id, name, new=new)
    told += _apart(contact, turn, db)
    if contact.status is ContactStatus.OPEN:
        ended = end_for(contact, EndedBy.REPORT, turn.desk, db, turn.now)
        return _parting(ended, turn.person.id, "reported") + told
    return told


@router.command(BLOCK)
def block(turn: Turn, db: Transaction) -> Decision:
    """Never that one again. Nobody is told, and a contact that goes on ends kindly."""
    contact = _own_or_last(turn, db)
    by = contact.ended_from(turn.person.id)
    never = Decision(effects=(NeverAgain(contact.receiver, contact.volunteer),))
    told = never + turn.answer("block-done") + _apart(contact, turn, db)
    if contact.status is ContactStatus.OPEN:
        ended = end_for(contact, by, turn.desk, db, turn.now)
        return _parting(ended, turn.person.id, "parted") + told
    return told


def _apart(contact: Contact, turn: Turn, db: Transaction) -> Decision:
    """What these two have agreed on for later is not theirs any more."""
    pair = (contact.receiver, contact.volunteer)
    return apart(*pair, turn.person.id, turn.desk, db, turn.now)


@router.timer(meeting.NOTICE)
def soon_over(rings: Happening, db: Transaction) -> Decision:
    """A kind word before the time is up."""
    contact = _ongoing(rings, db)
    if contact is None:
        return NOTHING
    if late := overtaken(rings, db, meeting.TIME_IS_UP, contact.programme):
        return late
    return meeting.notice(contact, rings.desk.programme(contact.programme))


@router.timer(meeting.TIME_IS_UP)
def time_is_up(rings: Happening, db: Transaction) -> Decision:
    """The time is up."""
    contact = _ongoing(rings, db)
    if contact is None or contact.ends_at > rings.now:
        return NOTHING
    ended = end_for(contact, EndedBy.TIME, rings.desk, db, rings.now)
    return ended + inviting.after(contact, EndedBy.TIME, rings.desk, rings.now)


@router.timer(meeting.FIRST_WORD)
def first_word(rings: Happening, db: Transaction) -> Decision:
    """Somebody waits for a first word."""
    contact = _ongoing(rings, db)
    if contact is None:
        return NOTHING
    if late := overtaken(rings, db, meeting.TIME_IS_UP, contact.programme):
        return late
    return meeting.nudge(contact, rings.desk.programme(contact.programme), rings.now)


@router.timer(meeting.NO_WORD)
def no_word(rings: Happening, db: Transaction) -> Decision:
    """The volunteer never wrote: the receiver must not sit there alone, if they sit there."""
    contact = _ongoing(rings, db)
    if contact is None or contact.volunteer_spoke:
        return NOTHING
    appointment = appointments.of_contact(db, contact.id)
    if appointment and not (contact.receiver_spoke or _waits_on(contact, db)):
        ended = end_for(contact, EndedBy.NOBODY, rings.desk, db, rings.now)
        return ended + attending.did_not_meet(appointment)
    return end_for(contact, EndedBy.DROP, rings.desk, db, rings.now)


def _waits_on(contact: Contact, db: Transaction) -> bool:
    """Whether the receiver of an appointment has said that they are there."""
    asked = questions.find(db, contact.receiver, "no-show-ask", contact.id)
    return asked is not None and asked.closed


@router.event(Left)
def left(happening: Happening, db: Transaction) -> Decision:
    """Somebody closed the door we talk through. They meant it: nothing is sent after them.

    The other side must not talk into nothing, nobody is asked on their behalf, and they are not
    asked themselves.
    """
    event, person = happening.event, happening.person
    if person is None or not isinstance(event, Left) or event.kind is not PlaceKind.DIRECT:
        return NOTHING
    decision = Decision()
    if contact := contacts.open_of(db, person.id):
        gave = person.id == contact.volunteer
        by = EndedBy.DROP if gave else EndedBy.RECEIVER_GONE
        decision += end_for(contact, by, happening.desk, db, happening.now)
    if request := requests.waiting_by(db, person.id):
        decision += waiting.withdraw(request, offers.pending(db, request.id))
    if offer := offers.pending_for(db, person.id):
        decision += looking.lapse_now(offer, happening.desk, db, happening.now)
    volunteer = volunteers.get(db, person.id)
    if (
        volunteer
        and volunteer.on_duty(happening.now)
        and not any(isinstance(thing, Volunteer) for thing in decision.save)
    ):
        decision += Decision(save=(replace(volunteer, on_duty_until=happening.now),))
    return _said_to_others(decision, person.id)


@router.undelivered("contact-opened")
def one_is_not_there(came_back: Happening, db: Transaction) -> Decision:
    """One of the two cannot be told that it began: the other must not wait for nothing."""
    event = came_back.event
    assert isinstance(event, Undelivered)
    contact = contacts.get(db, event.about)
    if contact is None or contact.status is not ContactStatus.OPEN:
        return NOTHING
    by = EndedBy.DROP if event.to == contact.volunteer else EndedBy.RECEIVER_GONE
    return _said_to_others(
        end_for(contact, by, came_back.desk, db, came_back.now), PersonId(event.to)
    )


def _said_to_others(decision: Decision, person: PersonId) -> Decision:
    kept = (e for e in decision.effects if not (isinstance(e, Tell | Amend) and e.to == person))
    return Decision(decision.save, tuple(kept))


def _parting(decision: Decision, person: PersonId, by: str) -> Decision:
    """What somebody hears who wants no more of the other: no "I hope it did some good"."""
    effects = (
        replace(e, args={**e.args, "by": by})
        if isinstance(e, Tell) and (e.to, e.text) == (person, "contact-ended")
        else e
        for e in decision.effects
    )
    return Decision(decision.save, tuple(effects))


def _end_own(turn: Turn, db: Transaction) -> Decision:
    contact = contacts.open_of(db, turn.person.id)
    if contact is None:
        raise Refusal("not-in-contact")
    by = contact.ended_from(turn.person.id)
    ended = end_for(contact, by, turn.desk, db, turn.now)
    return ended + inviting.after(contact, by, turn.desk, turn.now)


def _as_volunteer(turn: Turn, db: Transaction) -> Contact:
    contact = contacts.open_of(db, turn.person.id)
    if contact is None:
        raise Refusal("not-in-contact")
    if contact.volunteer != turn.person.id:
        raise Refusal("not-allowed")
    return contact


def _own_or_last(turn: Turn, db: Transaction) -> Contact:
    contact = contacts.open_of(db, turn.person.id) or contacts.latest_of(db, turn.person.id)
    if contact is None:
        raise Refusal("not-in-contact-yet")
    return contact


def _ongoing(rings: Happening, db: Transaction) -> Contact | None:
    assert isinstance(rings.event, TimeCame)
    contact = contacts.get(db, rings.event.about)
    return contact if contact and contact.status is ContactStatus.OPEN else None
