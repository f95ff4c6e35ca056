"""Appointments that come back: every week, every other week or every month, and one day the last."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.appointment import Appointment, Part
from bot.domain.ids import AppointmentId, PersonId, SeriesId, code_of
from bot.domain.lifecycle import SERIES_STEPS, SeriesStatus, step
from bot.domain.programme import Programme
from bot.domain.refusal import Arg
from bot.domain.when.series import Rhythm, Series, occurrences

LONGEST = timedelta(days=366)  # from the first to the last: whoever wants more is asked again then
FEWEST = 2  # times, or it is no series
LISTED = 12  # dates that are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A series of appointments. It keeps to the clock on the wall of one place, all through the year."""

    id: SeriesId
    receiver: PersonId
    programme: str
    first_at: datetime
    zone: str
    rhythm: Rhythm
    times: int
    minutes: int
    language: str
    made_at: datetime
    form: str = "chat"
    topics: frozenset[str] = field(default=frozenset(), repr=False)
    note: str | None = field(default=None, repr=False)
    left_out: tuple[
        int, ...
    ] = ()  # numbers of dates, from 0, on which the receiver has other things
    status: SeriesStatus = SeriesStatus.SOUGHT
    volunteer: PersonId | None = field(default=None, repr=False)
    made: int = 1  # so many of the dates, left out or not, are appointments by now

    @property
    def code(self) -> str:
        """What people call it."""
        return code_of(self.id)

    @property
    def dates(self) -> tuple[datetime, ...]:
        """All of them, left out or not, in order, by the clock of its place."""
        return dates(self.first_at, self.zone, self.rhythm, self.times)

    @property
    def last_at(self) -> datetime:
        """When the last one begins."""
        return self.dates[-1]

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whose it is, the receiver first."""
        return (self.receiver,) if self.volunteer is None else (self.receiver, self.volunteer)

    def side_of(self, person: PersonId) -> str:
        """`receiver` or `volunteer`, for texts."""
        return "receiver" if person == self.receiver else "volunteer"

    def to(self, status: SeriesStatus) -> "Recurring":
        """The same series, one step on. Raises IllegalStep."""
        return replace(self, status=step(SERIES_STEPS, self.status, status))

    def unmade(self, until: datetime) -> tuple[datetime, ...]:
        """The dates up to then of which no appointment was made yet, without those left out."""
        return tuple(
            date
            for number, date in enumerate(self.dates)
            if number >= self.made and number not in self.left_out and date <= until
        )

    @property
    def to_make(self) -> int:
        """How many of its dates are no appointments yet."""
        return len(self.unmade(self.last_at))

    def reached(self, until: datetime) -> int:
        """How many dates, from the first, are no later than `until`."""
        return sum(date <= until for date in self.dates)

    def appointment(self, id: AppointmentId, begins: datetime, now: datetime) -> Appointment:
        """One of its dates as an appointment that nobody is asked for yet."""
        return Appointment(
            id=id,
            receiver=self.receiver,
            programme=self.programme,
            begins_at=begins,
            minutes=self.minutes,
            made_at=now,
            sought_since=now,
            language=self.language,
            form=self.form,
            topics=self.topics,
            note=self.note,
            series=self.id,
            part=Part.WAITS,
        )

    def told(self) -> Mapping[str, Arg]:
        """What texts say of it."""
        return {"times": self.times - len(self.left_out), "rhythm": self.rhythm.value,
                "minutes": self.minutes, "zoned": self.first_at, "last_when": self.last_at}  # fmt: skip


def dates(first: datetime, zone: str, rhythm: Rhythm, times: int) -> tuple[datetime, ...]:
    """The dates of such a series."""
    there = first.astimezone(ZoneInfo(zone))
    return tuple(one.start for one in occurrences(there, Series(rhythm, times=times)))


def listed(dates: Sequence[datetime]) -> Mapping[str, Arg]:
    """The first of these dates, for texts, and how many more there are."""
    shown = dates if len(dates) <= LISTED + 1 else dates[:LISTED]
    return {"dates": ",".join(one.isoformat() for one in shown), "more": len(dates) - len(shown)}


def how_many(first: datetime, series: Series) -> int | None:
    """How many dates are meant, `first` (in the person's zone) counted; None if they go too far."""
    found = occurrences(first, series)
    wanted = series.times or len(found)
    if wanted != len(found) or found[-1].start - first > LONGEST:
        return None
    return wanted


def left_out(
    first: datetime, zone: str, rhythm: Rhythm, times: int, minutes: int,
    others: Sequence[Appointment], programme: Programme, receiver: PersonId,
) -> tuple[int, ...]:  # fmt: skip
    """The dates, by number from 0, on which the receiver is somewhere else already, or often enough."""
    gap, lasts = timedelta(minutes=programme.limits.gap_minutes), timedelta(minutes=minutes)
    received = Counter(
        one.begins_at.astimezone(ZoneInfo(zone)).date()
        for one in others
        if one.receiver == receiver
    )
    most = programme.limits.receiver_contacts_a_day
    return tuple(
        number
        for number, date in enumerate(dates(first, zone, rhythm, times))
        if any(other.meets(date, date + lasts, gap) for other in others)
        or received[date.date()] >= most
    )


def things(to_come: Sequence[Appointment]) -> int:
    """How many things that are: a series is one, however often it comes back."""
    alone = sum(one.series is None for one in to_come)
    return alone + len({one.series for one in to_come if one.series})
