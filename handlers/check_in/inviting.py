"""After a contact that ended kindly: whether they may be asked how it was, now and later."""

from datetime import datetime, timedelta

from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.check_in import answering, asking
from bot.domain.check_in.plan import Who
from bot.domain.check_in.standing import CheckInId
from bot.domain.contact import Contact, EndedBy
from bot.domain.decision import NOTHING, Decision, Note, StartTimer
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus, SeriesStatus
from bot.domain.recurring import Recurring
from bot.messages import TimeCame
from handlers.check_in.theirs import asked_about, reader_of
from storage import appointments, check_ins, contacts, never_again, people, questions, series
from storage.database import Transaction

router = Router()

KINDLY = (EndedBy.RECEIVER, EndedBy.VOLUNTEER, EndedBy.TIME)


def after(contact: Contact, by: EndedBy, desk: Desk, now: datetime) -> Decision:
    """A moment after the goodbye it is looked whether to ask anything. Not where somebody was wronged."""
    talked = contact.receiver_spoke and contact.volunteer_spoke
    plan = desk.programme(contact.programme).check_ins
    if by not in KINDLY or not talked or not (plan.rounds and plan.receivers):
        return NOTHING
    return Decision(
        effects=(StartTimer(asking.INVITE, contact.id, now + asking.AFTER_THE_GOODBYE),)
    )


@router.timer(asking.INVITE)
def invite(rings: Happening, db: Transaction) -> Decision:
    """Invite whoever was not yet, begin anew with who agreed before; the journal says why nobody is."""
    assert isinstance(rings.event, TimeCame)
    contact = contacts.get(db, rings.event.about)
    if contact is None or contact.ended_at is None:
        return NOTHING
    me, programme = contact.receiver, rings.desk.programme(contact.programme)
    person = people.get(db, me)
    if person is None:
        return NOTHING
    facts_only = rings.desk.facts_only(person.platform)
    if why := "facts-only" if facts_only else _reason_not_to(contact, db, rings.now):
        return _not_invited(contact, why)
    known = check_ins.of(db, me, Who.RECEIVER)
    if known and known.status is CheckInStatus.DECLINED:
        return _not_invited(contact, "declined")
    if known and not known.may_begin_anew(rings.now.date()):
        return _not_invited(contact, "asked-lately")
    plan = programme.check_ins
    coming = asking.planned(plan, contact.ended_at, in_series=_in_series(contact, db))
    reader = reader_of(person, db)
    fresh = rings.now - contact.ended_at <= asking.STILL_HERE
    later = asking.not_now(reader, rings.now)
    if later and (reader.busy or not (fresh and reader.reachable)):
        return Decision(effects=(StartTimer(asking.INVITE, contact.id, later),))
    if known and known.status is CheckInStatus.AGREED:
        return asking.begin(known, coming, programme, reader, rings.now)
    id = known.id if known else CheckInId(db.new_id())
    return asking.invite(id, me, programme, rings.now, coming=coming)


def _reason_not_to(contact: Contact, db: Transaction, now: datetime) -> str:
    assert contact.ended_at is not None
    if now - contact.ended_at > timedelta(days=2):
        return "late"
    if never_again.among(db, contact.receiver, [contact.volunteer]):
        return "parted"
    if questions.asked_since(db, contact.receiver, "crisis-card", contact.began_at):
        return "danger"
    return ""


def _not_invited(contact: Contact, why: str) -> Decision:
    return Decision(
        effects=(Note("check-in-not-invited", programme=contact.programme, numbers={"why": why}),)
    )


def _in_series(contact: Contact, db: Transaction) -> bool:
    appointment = appointments.of_contact(db, contact.id)
    run = series.get(db, appointment.series) if appointment else None
    return run is not None and run.status is not SeriesStatus.ENDED


def after_series(run: Recurring, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """A series is over: whoever agreed is asked what waits for that."""
    known = check_ins.of(db, PersonId(run.receiver), Who.RECEIVER)
    if known is None:
        return NOTHING
    return asking.after_series(known, desk.programme(known.programme).check_ins, now)


@router.press("check-in-invite", "check-in-yes")
def yes(turn: Turn, db: Transaction) -> Decision:
    """They may be asked; what is due comes at once."""
    known = asked_about(turn, db)
    programme = turn.desk.programme(known.programme)
    return answering.agree(known, programme, reader_of(turn.person, db), turn.now)


@router.press("check-in-invite", "check-in-no")
def no(turn: Turn, db: Transaction) -> Decision:
    """They are not asked, now or ever, unless they say so themselves."""
    return answering.decline(asked_about(turn, db), turn.now)
