"""What a receiver who would rather be asked later told us: for what, and within which hours."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

from bot.domain.calendar_words import WEEKDAYS, day_in, hours_in, simple
from bot.domain.ids import PersonId, RequestId, code_of
from bot.domain.opening import ONE_DAY, Hours, OpeningHours
from bot.domain.request import Request
from bot.domain.shifts import span

CallBackId = NewType("CallBackId", str)

EVERY_DAY = frozenset(range(7))
NO_DAY = frozenset[int]()  # one date instead
WHOLE_DAY = Hours(time(), time())
_DAYS = {
    "every day": EVERY_DAY, "all days": EVERY_DAY, "any day": EVERY_DAY, "hver dag": EVERY_DAY,
    "alle dage": EVERY_DAY, "weekdays": frozenset(range(5)), "mon-fri": frozenset(range(5)),
    "hverdage": frozenset(range(5)), "man-fre": frozenset(range(5)),
    "weekends": frozenset({5, 6}), "weekend": frozenset({5, 6}), "weekender": frozenset({5, 6}),
    "sat-sun": frozenset({5, 6}), "lør-søn": frozenset({5, 6}),
}  # fmt: skip
_PARTS = {
    "": WHOLE_DAY, "any time": WHOLE_DAY, "når som helst": WHOLE_DAY, "hele dagen": WHOLE_DAY,
    "all day": WHOLE_DAY,
    "mornings": Hours(time(7), time(12)), "morning": Hours(time(7), time(12)),
    "formiddag": Hours(time(7), time(12)), "om formiddagen": Hours(time(7), time(12)),
    "afternoons": Hours(time(12), time(17)), "afternoon": Hours(time(12), time(17)),
    "eftermiddag": Hours(time(12), time(17)), "om eftermiddagen": Hours(time(12), time(17)),
    "evenings": Hours(time(17), time()), "evening": Hours(time(17), time()),
    "aften": Hours(time(17), time()), "om aftenen": Hours(time(17), time()),
}  # fmt: skip
_TONIGHT = {"tonight": "today evening", "i aften": "today evening"}


@dataclass(frozen=True, slots=True)
class WishedHours:
    """When they may be asked: on these weekdays, or on one date; between these times where they live."""

    zone: str
    days: frozenset[int] = EVERY_DAY
    hours: Hours = WHOLE_DAY
    on: date | None = None

    def is_in(self, at: datetime) -> bool:
        """Whether they may be asked at `at`."""
        today = at.astimezone(ZoneInfo(self.zone)).date()
        return any(
            begins <= at < ends
            for day in (today - ONE_DAY, today)
            if self._is_on(day)
            for begins, ends in (span(day, self.hours, ZoneInfo(self.zone)),)
        )

    def begins_after(self, at: datetime, days: int) -> list[datetime]:
        """Every moment after `at` at which the hours begin, so many days ahead."""
        zone = ZoneInfo(self.zone)
        today = at.astimezone(zone).date()
        coming = (today + ahead * ONE_DAY for ahead in range(days + 1))
        found = (span(day, self.hours, zone)[0] for day in coming if self._is_on(day))
        return [begins for begins in found if begins > at]

    @property
    def only(self) -> tuple[datetime, datetime] | None:
        """From when to when, if it is one date: after it there are no hours any more."""
        return span(self.on, self.hours, ZoneInfo(self.zone)) if self.on else None

    def _is_on(self, day: date) -> bool:
        return day == self.on if self.on else day.weekday() in self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBack:
    """A wish to be asked again when somebody may be free."""

    id: CallBackId
    receiver: PersonId
    programme: str
    kept_at: datetime
    ends_at: datetime
    asks: int = 0  # how often they were asked
    asked_until: datetime | None = None  # a question is open until then
    not_before: datetime | None = None
    hours: WishedHours = field(repr=False)
    language: str = "da"
    form: str = "chat"
    topics: frozenset[str] = field(default=frozenset(), repr=False)
    note: str | None = field(default=None, repr=False)

    @property
    def code(self) -> str:
        """What people call it."""
        return code_of(self.id)

    def may_be_now(self, opening: OpeningHours, now: datetime) -> bool:
        """Whether it is within their hours and the programme's, and not too soon again."""
        too_soon = self.not_before is not None and now < self.not_before
        return not too_soon and self.hours.is_in(now) and opening.is_open(now)

    def next_look(self, opening: OpeningHours, every: timedelta, now: datetime) -> datetime:
        """When to see again whether somebody is free: at the latest when it ends."""
        if self.not_before and now < self.not_before:
            return min(self.not_before, self.ends_at)
        if self.may_be_now(opening, now):
            return min(now + every, self.ends_at)
        days = (self.ends_at - now).days + 2
        today = opening.local_day(now)
        opens = [
            begins
            for ahead in range(days + 1)
            for begins, _ in opening.spans(today + ahead * ONE_DAY)
            if begins > now
        ]
        both = sorted(opens + self.hours.begins_after(now, days))
        found = (at for at in both if self.hours.is_in(at) and opening.is_open(at))
        return min(next(found, self.ends_at), self.ends_at)

    def request(self, id: RequestId, now: datetime) -> Request:
        """The wish for a contact now that it becomes with a yes. It goes before others."""
        return Request(
            id=id,
            receiver=self.receiver,
            programme=self.programme,
            opened_at=now,
            waiting_since=now,
            language=self.language,
            form=self.form,
            topics=self.topics,
            note=self.note,
            front=True,
        )


def hours_wished(text: str, zone: str, today: date) -> WishedHours | None:
    """What "weekdays 17-21", "i aften", "mandag efter 16" or nothing at all means. None if unclear."""
    said = simple(text)
    said = _TONIGHT.get(said, said).replace("today evening", "today evenings")
    for words, days in _DAYS.items():
        if said == words or said.startswith(words + " "):
            hours = _clock(said[len(words) :].strip(" ,"))
            return WishedHours(zone, days, hours) if hours else None
    if hours := _clock(said):
        return WishedHours(zone, EVERY_DAY, hours)
    word = said.partition(" ")[0]
    found = day_in(said, today)
    if found is None or (hours := _clock(found[1])) is None:
        return None
    if word in WEEKDAYS:
        return WishedHours(zone, frozenset({WEEKDAYS[word]}), hours)
    return WishedHours(zone, NO_DAY, hours, found[0])


def _clock(text: str) -> Hours | None:
    if text in _PARTS:
        return _PARTS[text]
    for word in ("after ", "efter ", "from ", "fra "):
        rest = text.removeprefix(word)
        if rest != text and (hours := hours_in(f"{rest}-24")) and len(hours) == 1:
            return hours[0]
    hours = hours_in(text)
    return hours[0] if hours and len(hours) == 1 else None
