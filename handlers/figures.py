"""A week was counted: what of it may be shown is decided now, once."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.decision import NOTHING, Decision
from bot.domain.report.releasing import release
from bot.domain.report.weeks import Week
from bot.domain.row_effects import KeepWeek
from bot.messages import WeekCounted
from storage import weekly_figures
from storage.database import Transaction

router = Router()


@router.event(WeekCounted)
def week_counted(rings: Happening, db: Transaction) -> Decision:
    """It is kept with what may be shown of it. Weeks come in order; one that is there stays."""
    counted = rings.event
    assert isinstance(counted, WeekCounted)
    week = Week.read(counted.week)
    last = weekly_figures.latest(db, counted.programme)
    if last is not None and last.next != week:
        return NOTHING
    year = weekly_figures.book(db, counted.programme, week.year, week.year)
    known = {**year.counted, week: counted.counts}
    shown = release(week, known, year.released.values())
    return Decision(effects=(KeepWeek(counted.programme, week, counted.counts, shown),))
