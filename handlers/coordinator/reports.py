"""Figures for coordinators: to read, as a table, and as a page to print."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.refusal import Refusal
from bot.domain.report import asked
from bot.domain.report.reporting import Report, report
from bot.domain.report.weeks import Period, Week
from bot.reports.answers import answered
from bot.reports.figure import figure
from bot.reports.page import page
from bot.reports.pictures import pictures, told
from bot.reports.rows import Row, purposes, rows
from bot.reports.sheet import sheet
from bot.reports.wording import Wording
from storage import weekly_figures
from storage.database import Transaction

router = Router()

FIGURES = Command(
    name="figures", words=("figures", "rapport"), who=Role.COORDINATOR,
    takes=(Takes("period", optional=True, rest=True),),
)  # fmt: skip
SETTLED = timedelta(hours=1)  # so long after its end a week is counted


@router.command(FIGURES)
def figures(turn: Turn, db: Transaction) -> Decision:
    """The last month, or the period that was named; programme by programme, and in sum."""
    access.coordinator(turn)
    period = asked.period(turn.args.get("period", ""), running(turn.desk, db, turn.now))
    found = reported(turn.desk, db, period)
    words = wording(turn)
    said = Decision()
    for one in (*found.programmes, *([found.together] if len(found.programmes) > 1 else [])):
        programme = turn.desk.programmes.get(one.programme)
        served = () if programme else purposes(found)
        shown = (*(row for row in rows(one) if not row.figure.startswith("outcome")), *served)
        said += turn.answer(
            "report",
            title=words.title(programme),
            kind=period.kind.value,
            key=period.key,
            first_day=period.first_day,
            last_day=period.last_day,
            rows="\n".join(words.line(row) for row in shown if row.value is not None),
            left_out=_left_out(shown, words),
        )
        if told_answers := answered(one, words):
            said += turn.answer(
                "report-outcomes",
                title=words.title(programme),
                first_day=period.first_day,
                last_day=period.last_day,
                rows="\n".join(told_answers),
            )
    seen: dict[str, list[str]] = {}
    for one in found.programmes:
        title = words.title(turn.desk.programmes.get(one.programme))
        for chart in pictures(one, title, words):
            seen.setdefault(one.programme, []).append(figure(chart, told(chart)))
            said += turn.show(
                "report-picture",
                chart.model_dump_json(),
                title=chart.title,
                note=chart.note,
                told=told(chart),
            )
    name = f"{words.worded('report-file')}-{period.key}"
    table = sheet(found, turn.desk.programmes, words)
    printed = page(found, turn.desk.programmes, words, seen)
    said += turn.hand_over("report-table", table, f"{name}.csv")
    return said + turn.hand_over("report-page", printed, f"{name}.html")


def _left_out(told: Sequence[Row], words: Wording) -> str:
    return "; ".join(words.name(row) for row in told if row.value is None)


def running(desk: Desk, db: Transaction, now: datetime) -> Week:
    """The first week that is not counted yet. Raises Refusal while there is nothing to report on."""
    latest = [weekly_figures.latest(db, name) for name in desk.programmes]
    known = [week for week in latest if week is not None]
    if len(known) < len(latest) or not known:
        raise Refusal("report-nothing-yet")
    first = min(known).next
    zones = [programme.time_zone for programme in desk.programmes.values()]
    if first < min(Week.at(now - SETTLED, zone) for zone in zones):
        raise Refusal("report-being-counted")
    return first


def reported(desk: Desk, db: Transaction, period: Period) -> Report:
    """What may be told of a period."""
    first, last = period.weeks[0].year, period.weeks[-1].year
    books = [weekly_figures.book(db, name, first, last) for name in desk.programmes]
    served = {p.name: [one.value for one in p.purposes] for p in desk.programmes.values()}
    return report(period, books, served)


def wording(turn: Turn) -> Wording:
    """The words for whoever reads the answer."""
    service = turn.desk.config.service.language
    language = service if turn.in_coordinators_room else turn.person.language
    items: dict[str, str] = {}
    for programme in turn.desk.programmes.values():
        items = programme.check_ins.named(language) | items
    return Wording(turn.desk.catalogue, language, turn.programme.time_zone, items)
