"""A week of a programme in words, as a picture and as a table: all made from the same days."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.domain.calendar_week import CalendarDay, CalendarWeek, Cover, CoverKind, Entry, Span
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.opening import moment
from bot.drawing.charts import Bar, Day, Days, Look
from bot.reports.wording import Wording

SHOWN_AT_MOST = 60  # appointments of a week one by one; a busier week is told as numbers
COLUMNS = ("day", "from", "to", "what", "code", "state", "form", "volunteer", "series")
LOOKS = {
    AppointmentStatus.PROPOSED: Look.DASHED,
    AppointmentStatus.SOUGHT: Look.DASHED,
    AppointmentStatus.CONFIRMED: Look.FULL,
    AppointmentStatus.BEGUN: Look.FULL,
}  # all others are over: thin, with a line through
SIGNS = {
    AppointmentStatus.PROPOSED: "…",
    AppointmentStatus.DECLINED: "–",
    AppointmentStatus.SOUGHT: "?",
    AppointmentStatus.CONFIRMED: "✓",
    AppointmentStatus.BEGUN: "▶",
    AppointmentStatus.CANCELLED: "×",
    AppointmentStatus.UNMET: "∅",
    AppointmentStatus.MISSED: "≠",
}
COVERS = {CoverKind.DUTY: (Look.MIDDLE, "●"), CoverKind.SHIFT: (Look.LIGHT, "○")}
GAP = "▲"
AGAIN = "↻"  # one of a series


def told(week: CalendarWeek, words: Wording) -> str:
    """Day by day: the day itself, appointments, who is there, and hours without anybody."""
    many = _is_busy(week)
    return "\n".join(line for day in week.days for line in _day_told(day, week, words, many))


def chart(week: CalendarWeek, title: str, words: Wording) -> Days:
    """The same days below each other, the hours across; every state has a sign, and none a colour."""
    many = _is_busy(week)
    return Days(
        title=words.worded("calendar-picture-title", title=title),
        note=words.worded("calendar-picture-note", first_day=noon(week.first, week),
                          last_day=noon(week.days[-1].day, week), many="yes" if many else "no",
                          series="yes" if _has_series(week) and not many else "no"),
        days=tuple(_drawn(day, week, words, many) for day in week.days),
        legend=tuple(_legend(week, words, many)),
        alt=words.worded("calendar-picture-alt"),
    )  # fmt: skip


def table(week: CalendarWeek, words: Wording) -> str:
    """Everything of the week as comma-separated values; an appointment is a row however many there are."""
    written = io.StringIO()
    lines = csv.writer(
        written, delimiter=";" if words.language == "da" else ",", lineterminator="\r\n"
    )
    lines.writerow(COLUMNS)
    for day in week.days:
        for one in day.open:
            lines.writerow((*_when(day, one, week), "open", "", "", "", "", ""))
        for entry in day.entries:
            what = ("appointment", entry.code, entry.status.value, entry.form, entry.volunteer)
            lines.writerow((*_when(day, _span(entry), week), *what, int(entry.in_series)))
        for cover in day.cover:
            lines.writerow(
                (*_when(day, _span(cover), week), cover.kind.value, "", "", "", cover.volunteer, "")
            )
        for gap in day.gaps:
            lines.writerow((*_when(day, gap, week), "gap", "", "", "", "", ""))
    return "\ufeff" + written.getvalue()


def noon(day: date, week: CalendarWeek) -> datetime:
    """A moment by which a day is told: the same day in any zone near ours."""
    return moment(day, time(12), ZoneInfo(week.zone))


def _has_series(week: CalendarWeek) -> bool:
    return any(one.in_series for day in week.days for one in day.entries)


def _is_busy(week: CalendarWeek) -> bool:
    return sum(len(day.entries) for day in week.days) > SHOWN_AT_MOST


def _day_told(
    day: CalendarDay, week: CalendarWeek, words: Wording, many: bool
) -> Sequence[str]:  # fmt: skip
    hours = ", ".join(clock(one, week.zone) for one in day.open)
    lines = [words.worded("calendar-day", day=noon(day.day, week), hours=hours or "closed")]
    if many and day.entries:
        lines.append(words.worded("calendar-many", count=len(day.entries)))
    for one in () if many else day.entries:
        lines.append(
            words.worded(
                "calendar-appointment",
                time=clock(_span(one), week.zone),
                code=one.code,
                form=one.form,
                state=one.status.value,
                name=one.volunteer,
                series="yes" if one.in_series else "no",
            )
        )
    for kind in CoverKind:
        there = ", ".join(f"{one.volunteer} {clock(_span(one), week.zone)}"
                          for one in day.cover if one.kind is kind)  # fmt: skip
        if there:
            lines.append(words.worded("calendar-cover", kind=kind.value, there=there))
    if day.gaps:
        empty = ", ".join(clock(one, week.zone) for one in day.gaps)
        lines.append(words.worded("calendar-gaps", gaps=empty, least=week.least))
    return lines


def _drawn(day: CalendarDay, week: CalendarWeek, words: Wording, many: bool) -> Day:
    agreed = [] if many else [_entry(one, day, week, words) for one in day.entries]
    name = format_date(day.day, "EEE", locale=words.language).rstrip(".").capitalize()
    there = [_bar(day, _span(one), week, *COVERS[one.kind], one.volunteer) for one in day.cover]
    empty = [_bar(day, one, week, Look.HATCHED, GAP) for one in day.gaps]
    count = f"\n({len(day.entries)})" if many and day.entries else ""
    groups = tuple(tuple(group) for group in (agreed, there, empty) if group)
    spans = tuple(_hours(day, one, week) for one in day.open)
    return Day(name=f"{name} {day.day.day}{count}", open=spans, groups=groups)


def _entry(one: Entry, day: CalendarDay, week: CalendarWeek, words: Wording) -> Bar:
    look = LOOKS.get(one.status, Look.THIN)
    said = [f"{one.code}{AGAIN}" if one.in_series else one.code, one.volunteer]
    if len({entry.form for other in week.days for entry in other.entries}) > 1:
        said.append(words.catalogue.label(one.form, words.language))
    return _bar(day, _span(one), week, look, SIGNS[one.status], " ".join(filter(None, said)))


def _bar(
    day: CalendarDay, span: Span, week: CalendarWeek, look: Look, sign: str, said: str = ""
) -> Bar:
    begins, ends = _hours(day, span, week)
    text = " ".join(filter(None, (sign, clock(span, week.zone), said)))
    return Bar(begins=begins, ends=ends, look=look, text=text)


def _legend(week: CalendarWeek, words: Wording, many: bool) -> Sequence[tuple[Look, str]]:
    """What each sign that is in the picture means."""
    entries = [] if many else [one for day in week.days for one in day.entries]
    found: dict[str, Look] = {}
    for status, sign in SIGNS.items():
        if any(one.status is status for one in entries):
            meaning = words.worded("calendar-state", state=status.value)
            found[f"{sign} {meaning}"] = LOOKS.get(status, Look.THIN)
    for kind, (look, sign) in COVERS.items():
        if any(one.kind is kind for day in week.days for one in day.cover):
            found[f"{sign} {words.worded('calendar-picture-cover', kind=kind.value)}"] = look
    if any(day.gaps for day in week.days):
        found[f"{GAP} {words.worded('calendar-picture-gap', least=week.least)}"] = Look.HATCHED
    return [(look, text) for text, look in found.items()]


def _hours(day: CalendarDay, span: Span, week: CalendarWeek) -> tuple[float, float]:
    """From when to when, in hours by the clock on the wall since the day began."""
    zone, midnight = ZoneInfo(week.zone), datetime.combine(day.day, time())
    begins, ends = (
        (at.astimezone(zone).replace(tzinfo=None) - midnight).total_seconds() / 3600 for at in span
    )
    return begins, max(ends, begins)


def _when(day: CalendarDay, span: Span, week: CalendarWeek) -> tuple[str, str, str]:
    zone = ZoneInfo(week.zone)
    begins, ends = (at.astimezone(zone) for at in span)
    return day.day.isoformat(), f"{begins:%H:%M}", _till(ends)


def _span(one: Entry | Cover) -> Span:
    return Span(one.begins, one.ends)


def clock(span: Span, zone: str) -> str:
    """From when to when: "16:00-23:00"; a whole day is "00:00-24:00"."""
    place = ZoneInfo(zone)
    return f"{span.begins.astimezone(place):%H:%M}-{_till(span.ends.astimezone(place))}"


def _till(end: datetime) -> str:
    """Midnight is where the day ends, not where it begins."""
    return "24:00" if end.time() == time() else f"{end:%H:%M}"
