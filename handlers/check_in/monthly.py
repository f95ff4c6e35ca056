"""Once a month volunteers are asked how it is to be one: whether they may be asked first, once."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.check_in import asking, months
from bot.domain.check_in.plan import MONTH, Who
from bot.domain.check_in.standing import CheckInId, Coming
from bot.domain.decision import NOTHING, Decision, Note, StartTimer
from bot.domain.housekeeping import OF_THE_HOUSE
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus, VolunteerStatus
from bot.messages import TimeCame
from handlers.check_in.theirs import reader_of
from storage import check_ins, people, volunteers
from storage.database import Transaction

router = Router()


@router.timer(months.MONTHLY)
def first_of_month(rings: Happening, db: Transaction) -> Decision:
    """A timer for every active volunteer, and again in a month."""
    assert isinstance(rings.event, TimeCame)
    if rings.event.about != OF_THE_HOUSE:
        return NOTHING
    zone = rings.desk.config.service.time_zone
    begun = [StartTimer(months.MONTHLY, OF_THE_HOUSE, months.next_at(rings.now, zone))]
    for programme in rings.desk.programmes.values():
        if programme.check_ins.volunteers:
            begun += [
                StartTimer(months.VOLUNTEER, one.person, rings.now + months.apart(n))
                for n, one in enumerate(volunteers.everyone(db, programme.name))
                if one.status is VolunteerStatus.ACTIVE
            ]
    return Decision(effects=tuple(begun))


@router.timer(months.VOLUNTEER)
def one_volunteer(rings: Happening, db: Transaction) -> Decision:
    """Invite them, or ask them, when it suits; not at all if they said no or it has grown late."""
    assert isinstance(rings.event, TimeCame)
    me = PersonId(rings.event.about)
    person, volunteer = people.get(db, me), volunteers.get(db, me)
    if person is None or volunteer is None or volunteer.status is not VolunteerStatus.ACTIVE:
        return NOTHING
    known = check_ins.of(db, me, Who.VOLUNTEER)
    if known and known.status is CheckInStatus.DECLINED:
        return NOTHING
    if rings.desk.facts_only(person.platform):
        return _left_out(volunteer.programme, "facts-only")
    programme, today = rings.desk.programme(volunteer.programme), rings.now.date()
    if today.day > months.LAST_DAY:
        return _left_out(programme.name, "late")
    reader = reader_of(person, db)
    if later := asking.not_now(reader, rings.now):
        return Decision(effects=(StartTimer(months.VOLUNTEER, me, later),))
    coming = (Coming(MONTH.key, rings.now),)
    if known and known.status is CheckInStatus.AGREED:
        if known.open or (today.year, today.month) == (known.began_on.year, known.began_on.month):
            return _left_out(programme.name, "asked-lately")
        return asking.begin(known, coming, programme, reader, rings.now)
    if known and not known.may_begin_anew(today):
        return _left_out(programme.name, "asked-lately")
    id = known.id if known else CheckInId(db.new_id())
    return asking.invite(id, me, programme, rings.now, who=Who.VOLUNTEER, coming=coming)


def _left_out(programme: str, why: str) -> Decision:
    numbers: dict[str, int | str] = {"who": Who.VOLUNTEER.value, "why": why}
    return Decision(effects=(Note("check-in-not-invited", programme=programme, numbers=numbers),))
