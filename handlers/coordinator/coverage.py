"""When people ask, against who is there: next week's gaps, in words, as a picture and as tables."""

from bot.conversation import access
from bot.conversation.commands import Command, Role
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.opening import ONE_DAY
from bot.reports import coverage as told
from bot.reports.wording import Wording
from handlers import opening
from storage import coverages
from storage.database import Transaction

router = Router()

COVERAGE = Command(name="coverage", words=("coverage", "dækning"), who=Role.COORDINATOR)


@router.command(COVERAGE)
def coverage(turn: Turn, db: Transaction) -> Decision:
    """Next week, against the weeks before."""
    access.coordinator(turn)
    service = turn.desk.config.service.language
    language = service if turn.in_coordinators_room else turn.person.language
    words = Wording(turn.desk.catalogue, language, turn.programme.time_zone)
    hours = opening.hours_of(turn.programme, db, turn.now)
    today = hours.local_day(turn.now)
    monday = today + (7 - today.weekday()) * ONE_DAY
    found = coverages.of(db, turn.programme, hours, monday, turn.now)
    title = turn.programme.title(language)
    said = turn.answer(
        "coverage",
        title=title,
        first_day=monday,
        last_day=monday + 6 * ONE_DAY,
        gaps=told.gaps_told(found, words),
        demand=told.demand_told(found, words),
        since_day=found.first_day,
        until_day=found.last_day,
        least=found.least,
    )
    said += turn.show("coverage-picture", told.chart(found, title, words).model_dump_json())
    name = f"{words.worded('coverage-file')}-{monday.isoformat()}"
    said += turn.hand_over("coverage-table", told.table(found, words), f"{name}.csv")
    return said + turn.hand_over("coverage-page", told.page(found, title, words), f"{name}.html")
