"""From what the words say to the moments they may mean."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.when.answer import Answer, NotUnderstood, Unclear, Understood, Why
from bot.domain.when.dates import DAY_FACTS, Dates, dates
from bot.domain.when.doubt import between, candidates_of
from bot.domain.when.faces import DAY, Faces, faces, parts_in
from bot.domain.when.facts import (
    Clock,
    Facts,
    Length,
    Loose,
    Midnight,
    NoSuchTime,
    Offset,
    PartOfDay,
    Showing,
)
from bot.domain.when.local import around_the_gap, moments, there
from bot.domain.when.series import occurrences
from bot.domain.when.spans import (
    Said,
    pairs,
    rhythm_of,
    series_of,
    sorted_out,
    too_long,
)

_MINUTE: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_EARLY: Final = 6 * 60  # until then the night belongs to the day before as well


class Ask(Exception):
    """Something has to be asked."""

    def __init__(self, why: Why, *candidates: Understood) -> None:
        super().__init__(why)
        self.why = why
        self.candidates = candidates


class Settling:
    """One way to read a text, seen from `now` by the clock of `zone`, no farther than `horizon`."""

    def __init__(
        self, facts: Facts, now: datetime, zone: ZoneInfo, horizon: timedelta, *, danish: bool
    ) -> None:
        self.facts, self.zone, self.horizon = facts, zone, horizon
        # Two times of one zone are compared by the wall, and an hour that comes twice is lost there.
        self.now = now.astimezone(UTC)
        self.danish = danish
        self.today = there(now, zone).date()

    def answer(self) -> Answer:
        """What this way of reading comes to."""
        if not self.facts:
            return NotUnderstood()
        try:
            return self._answer()
        except Ask as ask:
            return self._unclear(ask.why, ask.candidates)
        except (OverflowError, ValueError):  # beyond the calendar
            return self._unclear(Why.TOO_FAR)

    def _unclear(self, why: Why, candidates: tuple[Understood, ...] = ()) -> Unclear:
        days: tuple[date, ...] = ()
        if why is Why.WHAT_TIME:
            days = dates(self.facts, self.today, danish=self.danish).days
        parts = parts_in(self.facts)
        return Unclear(
            why,
            candidates,
            day=days[0] if len(days) == 1 else None,
            part=parts[0] if len(parts) == 1 else None,
            duration=next((fact.time for fact in self.facts if isinstance(fact, Length)), None),
        )

    def _answer(self) -> Answer:
        if any(isinstance(fact, NoSuchTime) for fact in self.facts):
            raise Ask(Why.NO_SUCH_TIME)
        if any(isinstance(fact, Loose) for fact in self.facts):
            raise Ask(Why.LOOSE, *candidates_of(self._without_loose().answer()))
        said = sorted_out(self.facts)
        if said is None:
            raise Ask(Why.DO_NOT_FIT)
        found, why = self._starts(said)
        if said.back:
            found = tuple(self._with_series(said, one) for one in found)
        if not why and len(found) == 1:
            return found[0]
        return self._unclear(why or between(found), found)

    def _without_loose(self) -> "Settling":
        facts = tuple(fact for fact in self.facts if not isinstance(fact, Loose))
        return Settling(facts, self.now, self.zone, self.horizon, danish=self.danish)

    def _starts(self, said: Said) -> tuple[tuple[Understood, ...], Why | None]:
        """The first times that may be meant, with their lengths, and why there is doubt if there is."""
        lengths = {fact.time for fact in said.start if isinstance(fact, Length)}
        if len(lengths) > 1 or (lengths and said.end):
            raise Ask(Why.DO_NOT_FIT)
        if any(too_long(length) for length in lengths):
            raise Ask(Why.HOW_LONG)
        # Said twice it is one time, but "10 10" may be ten past ten.
        times = [fact for fact in said.start if isinstance(fact, Clock | Midnight | Offset)]
        bare = any(isinstance(time, Clock) and time.bare for time in times)
        if len(times if bare else set(times)) > 1:
            raise Ask(Why.DO_NOT_FIT)
        found_days = dates(said.start, self.today, danish=self.danish)
        if not times:
            # Whatever is wrong with the day is asked before the time is.
            wrong = not found_days.days or found_days.why is Why.DAY_AND_DATE
            raise Ask((found_days.why if wrong else None) or Why.WHAT_TIME)
        time = times.pop()
        if isinstance(time, Offset):
            return self._offset(time, said, lengths)
        if found_days.why and not found_days.days:
            raise Ask(found_days.why)
        faces_, spans = self._times(time, said)
        starts, why = self._moments(found_days, faces_, said)
        only_length = lengths.pop() if lengths else None
        found = []
        for start in starts:
            at = start.hour * 60 + start.minute
            minutes = (spans.get(at) or spans.get(at + DAY)) if spans else None
            length = self._length(start, minutes) if minutes else only_length
            found.append(Understood(start, length))
        if isinstance(time, Clock) and time.bare and not self._has_company(said):
            why = why or Why.WHICH_TIME
        return tuple(found), why

    def _has_company(self, said: Said) -> bool:
        """Whether anything but the number says that it is a time."""
        return (
            bool(said.end)
            or any(isinstance(fact, DAY_FACTS) or fact in said.end for fact in self.facts)
            or bool(parts_in(self.facts))
        )

    def _offset(
        self, time: Offset, said: Said, lengths: set[timedelta]
    ) -> tuple[tuple[Understood, ...], Why | None]:
        if (
            said.back
            or said.end
            or any(isinstance(fact, DAY_FACTS) for fact in said.start)
            or parts_in(said.start)
        ):
            raise Ask(Why.DO_NOT_FIT)
        start = there(self.now + time.time, self.zone)
        whole = start.replace(second=0, microsecond=0)
        if whole < self.now:
            whole = there(whole + _MINUTE, self.zone)
        self._near_enough(whole.date())
        return (Understood(whole, lengths.pop() if lengths else None),), None

    def _times(self, time: Clock | Midnight, said: Said) -> tuple[Faces, dict[int, int] | None]:
        start = self._faces(time, said.start)
        if not said.end:
            return start, None
        ends = [fact for fact in said.end if isinstance(fact, Clock | Midnight | Offset)]
        if len(ends) != 1:
            raise Ask(Why.DO_NOT_FIT)
        end = ends[0]
        if isinstance(end, Offset) or not start.likely:
            raise Ask(Why.DO_NOT_FIT)
        spans = pairs(
            start,
            self._faces(end, said.end),
            start_by_24=isinstance(time, Clock) and time.exact and time.hour >= 13,
            end_by_24=isinstance(end, Clock) and end.exact and end.written,
        )
        if spans is None:
            raise Ask(Why.HOW_LONG)
        return Faces(tuple(spans)), spans

    def _faces(self, time: Clock | Midnight, facts: Facts) -> Faces:
        parts = parts_in(facts)
        if isinstance(time, Midnight):
            late = all(part in (PartOfDay.EVENING, PartOfDay.NIGHT) for part in parts)
            if not late:
                raise Ask(Why.DO_NOT_FIT)
            return Faces((DAY,) if parts else (0, DAY))
        found = faces(time, parts, danish=self.danish)
        if not found.likely:
            raise Ask(Why.DO_NOT_FIT)
        return found

    def _moments(
        self, found: Dates, times: Faces, said: Said
    ) -> tuple[tuple[datetime, ...], Why | None]:
        """The moments to come when the clock shows one of these times on one of these days."""
        why = found.why
        night = PartOfDay.NIGHT in parts_in(said.start)
        starts: set[datetime] = set()
        for day in found.days:
            self._near_enough(day)
            days = (day, day + _DAY) if night else (day,)
            likely = self._future(
                {(d, at) for at in times.likely for d in (days if at < _EARLY else (day,))}, said
            )
            if not likely and (
                unlikely := self._future({(day, at) for at in times.unlikely}, said)
            ):
                likely, why = unlikely, why or Why.MORNING_OR_EVENING
            starts |= likely
        if not found.days:
            starts = self._next(times.likely, said)
            soonest = self._next(times.unlikely, said)
            if soonest and starts and min(soonest) < min(starts):
                starts |= soonest
        if not starts:
            raise Ask(Why.PAST)
        if max(starts) > self.now + self.horizon:
            raise Ask(Why.TOO_FAR)
        return tuple(sorted(starts)), why

    def _next(self, times: tuple[int, ...], said: Said) -> set[datetime]:
        """For each time of the day the next moment the clock shows it."""
        found = set()
        for at in times:
            for day in (self.today - _DAY, self.today, self.today + _DAY):
                if soon := self._future({(day, at)}, said):
                    found |= soon
                    break
        return found

    def _future(self, walls: set[tuple[date, int]], said: Said) -> set[datetime]:
        """The moments after now when the clock shows these. Raises Ask where it does not, or twice."""
        showing = [fact.fold for fact in said.start if isinstance(fact, Showing)]
        found: set[datetime] = set()
        for day, minutes in walls:
            wall = datetime.combine(day, datetime.min.time()) + minutes * _MINUTE
            shown = moments(wall, self.zone)
            if not shown:
                around = tuple(at for at in around_the_gap(wall, self.zone) if at > self.now)
                if around:
                    raise Ask(Why.SKIPPED, *(Understood(at) for at in around))
            shown = tuple(at for at in shown if at > self.now)
            if len(shown) > 1:
                if len(showing) != 1:
                    raise Ask(Why.TWICE, *(Understood(at) for at in shown))
                shown = (shown[showing[0]],)
            found.update(shown)
        return found

    def _near_enough(self, day: date) -> None:
        if day > (self.now + self.horizon).date() + _DAY:
            raise Ask(Why.TOO_FAR)
        if day < self.today - _DAY:
            raise Ask(Why.PAST)

    def _length(self, start: datetime, minutes: int) -> timedelta:
        """How long until the clock shows the end, in real time."""
        wall = start.replace(tzinfo=None, fold=0) + minutes * _MINUTE
        ends = [at for at in moments(wall, self.zone) if at > start]
        if len(ends) != 1:
            raise Ask(Why.HOW_LONG)
        return ends[0].astimezone(UTC) - start.astimezone(UTC)

    def _with_series(self, said: Said, first: Understood) -> Understood:
        rhythm = rhythm_of(said.back, said.start)
        if isinstance(rhythm, Why):
            raise Ask(rhythm)
        if not any(isinstance(fact, DAY_FACTS) for fact in said.start):
            raise Ask(Why.WHICH_DAY)
        series = series_of(said, rhythm, first.start, self.today)
        if isinstance(series, Why):
            raise Ask(series)
        if occurrences(first.start, series)[-1].start > first.start + self.horizon:
            raise Ask(Why.TOO_LONG)
        return replace(first, series=series)
