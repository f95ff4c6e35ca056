"""Which period somebody asks for: `month`, `2030-01`, `2030-W05`, `2030-01-01..2030-03-31`."""

import re
from datetime import date

from bot.domain.refusal import Refusal
from bot.domain.report.weeks import Kind, Period, Week, around, between, last_whole

WORDS = {
    "": Kind.MONTH,
    **dict.fromkeys(("week", "uge"), Kind.WEEK),
    **dict.fromkeys(("month", "måned"), Kind.MONTH),
    **dict.fromkeys(("quarter", "kvartal"), Kind.QUARTER),
    **dict.fromkeys(("year", "år"), Kind.YEAR),
}
_WEEK = re.compile(r"(\d{4})-?[wu](\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_QUARTER = re.compile(r"(\d{4})-?[qk]([1-4])")
_YEAR = re.compile(r"\d{4}")
_BETWEEN = re.compile(r"\s*(?:\.{2,}|…|\bto\b|\btil\b|\s-\s)\s*")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[-./](\d{4})")


def period(text: str, running: Week) -> Period:
    """The period meant, all of it over before the `running` week. Nothing said is the last month.

    A range is cut to the whole weeks within it. Raises Refusal when it is not understood
    (`report-how`), or not over (`report-not-over`).
    """
    typed = text.strip().casefold()
    if typed in WORDS:
        return last_whole(WORDS[typed], running)
    try:
        found = _named(typed) or _range(typed, running)
    except ValueError:
        found = None
    if found is None:
        raise Refusal("report-how")
    if found.weeks[-1] >= running:
        raise Refusal("report-not-over")
    return found


def _named(typed: str) -> Period | None:
    if match := _WEEK.fullmatch(typed):
        return around(Week.read(f"{match[1]}-W{match[2]}"), Kind.WEEK)
    if match := _QUARTER.fullmatch(typed):
        return around(_week_in(int(match[1]), int(match[2]) * 3 - 1), Kind.QUARTER)
    if match := _MONTH.fullmatch(typed):
        return around(_week_in(int(match[1]), int(match[2])), Kind.MONTH)
    if _YEAR.fullmatch(typed):
        return around(_week_in(int(typed), 6), Kind.YEAR)
    return None


def _week_in(year: int, month: int) -> Week:
    return Week.of(date(year, month, 15))  # its week's Thursday cannot be in another month


def _range(typed: str, running: Week) -> Period | None:
    ends = _BETWEEN.split(typed)
    if len(ends) != 2:
        return None
    first, last = (_day(end) for end in ends)
    if first is None or last is None:
        return None
    begins = Week.of(first)
    if begins.monday < first:
        begins = begins.next
    closes = Week.of(last)
    if closes.sunday > last:
        closes = closes.before
    closes = min(closes, running.before)
    if begins > closes:
        raise Refusal("report-no-whole-week")
    return between(begins, closes)


def _day(text: str) -> date | None:
    if match := _DAY.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _LOCAL_DAY.fullmatch(text):
        return date(int(match[3]), int(match[2]), int(match[1]))
    return None
