"""Once a day: does anybody mean to be there, a week and a day from now?"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import on_shift
from bot.domain.decision import Decision, Note, StartTimer, TellCoordinators
from bot.domain.housekeeping import OF_THE_HOUSE
from bot.domain.opening import ONE_DAY, moment
from bot.domain.programme import Programme
from bot.messages import TimeCame
from bot.texts.places import place_name
from handlers import opening
from storage import shifts
from storage.database import Transaction

router = Router()

STAFFING = "staffing"
AT = time(10)  # in the morning, while there is time to ask somebody
AHEAD = (7, 1)  # days; each day is looked at once from each


@router.timer(STAFFING)
def staffing(rings: Happening, db: Transaction) -> Decision:
    """Coordinators hear of hours with too few shifts, and we look again tomorrow."""
    assert isinstance(rings.event, TimeCame)
    zone = ZoneInfo(rings.desk.main.time_zone)
    today = rings.now.astimezone(zone).date()
    again = StartTimer(STAFFING, OF_THE_HOUSE, moment(today + ONE_DAY, AT, zone))
    said = Decision(effects=(again,))
    days = _to_look_at(rings.event.due.astimezone(zone).date(), today)
    for programme in rings.desk.programmes.values():
        if programme.staffing:
            said += _looked(programme, days, rings.desk, db, rings.now)
    return said


def _to_look_at(due: date, today: date) -> list[date]:
    """What is looked at today, and what would have been while we were off, if it is still to come."""
    missed = min((today - due) // ONE_DAY, max(AHEAD))
    looked_from = [today - back * ONE_DAY for back in range(missed + 1)]
    days = {day + ahead * ONE_DAY for day in looked_from for ahead in AHEAD}
    return sorted(day for day in days if day >= today)


def _looked(
    programme: Programme, days: Sequence[date], desk: Desk, db: Transaction, now: datetime
) -> Decision:
    known = opening.hours_of(programme, db, now)
    said = Decision()
    for day in days:
        ahead = (day - known.local_day(now)).days
        spans = [(begins, ends) for begins, ends in known.spans(day) if max(begins, now) < ends]
        if not spans:
            continue
        there = shifts.slots_between(db, programme, spans[0][0], max(ends for _, ends in spans))
        missing = on_shift.gaps(spans, there, programme.staffing)
        if not missing:
            continue
        zone = ZoneInfo(programme.time_zone)
        told = TellCoordinators(
            programme.name,
            "alarm-staffing",
            {
                "ahead": ahead,
                "day": day,
                "gaps": ", ".join(_clock(begins, ends, zone) for begins, ends in missing),
                "least": programme.staffing,
                "place": place_name(programme.time_zone, desk.config.service.language, now),
            },
        )
        minutes = sum((ends - begins for begins, ends in missing), timedelta()).total_seconds() / 60
        note = Note("staffing-gap", programme=programme.name,
                    numbers={"ahead": ahead, "minutes": int(minutes)})  # fmt: skip
        said += Decision(effects=(told, note))
    return said


def _clock(begins: datetime, ends: datetime, zone: ZoneInfo) -> str:
    return f"{begins.astimezone(zone):%H:%M}-{ends.astimezone(zone):%H:%M}"
