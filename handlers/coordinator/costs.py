"""What the programme costs, by contact, by volunteer and by hour, with the arithmetic shown."""

from collections.abc import Iterator

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.programme import CostPer
from bot.domain.report import asked
from bot.domain.report.book import Figure
from bot.domain.report.costs import MODELS_2018, WEEKS_A_YEAR, Cost, cost
from bot.reports.wording import Wording, number
from handlers.coordinator.reports import reported, running, wording
from storage.database import Transaction

router = Router()

COSTS = Command(
    name="costs", words=("costs", "omkostninger"), who=Role.COORDINATOR,
    takes=(Takes("period", optional=True, rest=True),),
)  # fmt: skip


@router.command(COSTS)
def costs(turn: Turn, db: Transaction) -> Decision:
    """The last quarter, or the period that was named, beside what the six models cost in 2018."""
    access.coordinator(turn)
    period = asked.period(turn.args.get("period") or "quarter", running(turn.desk, db, turn.now))
    words = wording(turn)
    said = Decision()
    for one in reported(turn.desk, db, period).programmes:
        programme = turn.desk.programme(one.programme)
        if programme.cost is None:
            said += turn.answer("costs-no-basis", title=words.title(programme))
            continue
        lines = _lines(cost(programme.cost, one, len(period.weeks)), words)
        said += turn.answer(
            "costs",
            title=words.title(programme),
            kind=period.kind.value,
            key=period.key,
            first_day=period.first_day,
            last_day=period.last_day,
            source=programme.cost.source,
            rows="\n".join(lines),
        )
    models = (
        words.worded("costs-model", model=one.id, kr=number(one.kr, words.language), per=one.per)
        for one in MODELS_2018
    )
    return said + turn.answer("costs-2018", rows="\n".join(models))


def _lines(found: Cost, words: Wording) -> Iterator[str]:
    def kr(amount: int | None) -> str:
        return number(amount or 0, words.language)

    basis, total = found.basis, found.total
    if total is None:
        yield words.worded("costs-total-left-out", per=basis.per.value)
        return
    yield words.worded(
        "costs-total",
        per=basis.per.value,
        kr=kr(basis.kr),
        volunteers=found.volunteers.value or 0,
        contacts=found.contacts.value or 0,
        weeks=found.weeks,
        year=WEEKS_A_YEAR,
        total=kr(total),
    )
    yield _price("contact", total, found.contacts, found.a_contact, words)
    yield _price("hour", total, found.hours, found.an_hour, words)
    if basis.per is not CostPer.VOLUNTEER:
        year = round(total * WEEKS_A_YEAR / found.weeks)
        yield _price("volunteer", year, found.volunteers, found.a_volunteer, words)


def _price(what: str, kr: int, among: Figure, each: int | None, words: Wording) -> str:
    if each is None or among.value is None:
        return words.worded("costs-price-left-out", what=what)
    return words.worded(
        "costs-price",
        what=what,
        kr=number(kr, words.language),
        among=number(among.value, words.language),
        each=number(each, words.language),
        how="exact" if among.exact else "least",
    )
