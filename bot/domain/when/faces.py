"""Which times of the day a time on a clock face may be."""

from dataclasses import dataclass
from typing import Final

from bot.domain.when.facts import Clock, Facts, Part, PartOfDay

NOON: Final = 12 * 60
DAY: Final = 24 * 60
SURELY_MORNING: Final = 9  # "at nine" is hardly 21; "at eight" may be 20
WRITTEN_MORNING: Final = 7  # Danes write 24 hours: "kl. 8" is 8, "kl. 3" may be said and not read

# From and to, in minutes of the day, as wide as people say it.
_SPANS: Final = {
    PartOfDay.MORNING: ((60, NOON),),
    PartOfDay.FORENOON: ((6 * 60, 13 * 60),),
    PartOfDay.AFTERNOON: ((NOON, 19 * 60),),
    PartOfDay.EVENING: ((16 * 60, DAY),),
    PartOfDay.NIGHT: ((18 * 60, DAY), (0, 6 * 60)),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """Minutes of the day (1440 is its end): `likely` are all meant equally, `unlikely` if those cannot be."""

    likely: tuple[int, ...]
    unlikely: tuple[int, ...] = ()

    @property
    def every(self) -> tuple[int, ...]:
        """All of them."""
        return self.likely + self.unlikely


def parts_in(facts: Facts) -> tuple[PartOfDay, ...]:
    """The parts of the day that were said."""
    return tuple(dict.fromkeys(fact.part for fact in facts if isinstance(fact, Part)))


def fits(minutes: int, parts: tuple[PartOfDay, ...]) -> bool:
    """Whether a time belongs to all these parts of the day."""
    minutes = min(minutes, DAY - 1)  # the end of a day belongs to its night
    return all(any(start <= minutes < end for start, end in _SPANS[part]) for part in parts)


def faces(clock: Clock, parts: tuple[PartOfDay, ...], *, danish: bool) -> Faces:
    """The times of the day that are meant; none if they do not fit the parts of the day."""
    minutes = clock.hour * 60 + clock.minute
    if clock.exact:
        return Faces((minutes,) if fits(minutes, parts) else ())
    early = minutes % NOON
    if parts:
        return Faces(tuple(at for at in (early, early + NOON) if fits(at, parts)))
    if clock.hour == 12:
        return Faces((early + NOON,), (early,))
    morning = WRITTEN_MORNING if danish and clock.written else SURELY_MORNING
    if clock.hour >= morning:
        return Faces((early,), (early + NOON,))
    return Faces((early, early + NOON))
