"""What people answered, in words: a line for each statement, with its rounds and what changed."""

from collections.abc import Sequence

from bot.domain.report.reporting import ProgrammeReport
from bot.reports.rows import Row, outcomes
from bot.reports.wording import Wording, number


def answered(one: ProgrammeReport, words: Wording) -> Sequence[str]:
    """Lines such as "– I felt met: at the end 7.4 [45], after 2 weeks 7.9 (+0.5) [20]"."""
    found: dict[str, list[str]] = {}
    for row in outcomes(one):
        item, _, round = row.part.partition("/")
        if row.figure == "outcome":
            told = f"{words.round(round)} {_number(row, words)} [{row.answers}]"
            found.setdefault(item, []).append(told)
        else:
            before, _, count = found[item][-1].rpartition(" [")
            change = _number(row, words)
            found[item][-1] = f"{before} ({change}) [{count}"
    return [f"– {words.item(item)}: {', '.join(rounds)}" for item, rounds in found.items()]


def _number(row: Row, words: Wording) -> str:
    assert row.value is not None
    plus = "+" if row.figure == "outcome-change" and row.value > 0 else ""
    return plus + number(row.value, words.language)
