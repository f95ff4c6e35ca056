"""Where answers wait with those of others until they are enough to say nothing about anybody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.check_in.plan import Who
from bot.domain.decision import Decision, Note, TellCoordinators
from bot.domain.opening import ONE_DAY, moment
from bot.domain.report.leaves import FEWEST
from bot.domain.report.weeks import Week
from bot.domain.row_effects import LetOut, PourAway, ReadOut

RELEASE = "check-in-release"  # about the house, once a week
AT = time(12)  # on Sundays, well before the week is counted
WORDS = "comments"  # the pool of what people wrote themselves

KEPT_WEEKS: Mapping[Who, int] = {Who.RECEIVER: 8, Who.VOLUNTEER: 3, Who.STAFF: 8}
"""How long too few answers wait for more. Shorter than a receiver can be asked the same round again
(`standing.BETWEEN_PLANS`); months and quarters have pools of their own. So five answers are five people's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What was gathered in one round of one programme: how many people's, and the values by item.

    Nothing says which values came together, or in which order.
    """

    id: str
    programme: str
    who: Who
    round: str
    since: Week
    people: int = 0
    values: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPool:
    """Words people left. What came since the last look is `fresh`, and waits for the next."""

    id: str
    programme: str
    since: Week
    ripe: Sequence[str] = field(default=(), repr=False)
    fresh: Sequence[str] = field(default=(), repr=False)


def look(pool: Pool, week: Week) -> Decision:
    """Enough are let out together, stamped with this week; too few for too long are poured away."""
    numbers: dict[str, int | str] = {"round": pool.round, "who": pool.who.value}
    if pool.people >= FEWEST:
        noted = Note("check-ins-let-out", programme=pool.programme, numbers=numbers)
        return Decision(effects=(LetOut(pool.id, week), noted))
    if _weeks(pool.since, week) >= KEPT_WEEKS[pool.who]:
        return _poured_away(pool.id, pool.programme, numbers)
    return Decision()


def look_at_words(pool: WordPool, week: Week) -> Decision:
    """At least five, all a week old or older, are read to coordinators together, in no order."""
    if len(pool.ripe) >= FEWEST:
        told = TellCoordinators(
            pool.programme,
            "check-in-comments",
            {"many": len(pool.ripe), "comments": "\n".join(f"– {words}" for words in pool.ripe)},
        )
        noted = Note("check-in-comments-read", programme=pool.programme)
        return Decision(effects=(told, ReadOut(pool.id, week, read=True), noted))
    if _weeks(pool.since, week) >= KEPT_WEEKS[Who.RECEIVER]:
        return _poured_away(pool.id, pool.programme, {"round": WORDS})
    return Decision(effects=(ReadOut(pool.id, week, read=False),) if pool.fresh else ())


def next_at(now: datetime, zone: str) -> datetime:
    """The next Sunday noon by the clock in that zone, later than `now`."""
    place = ZoneInfo(zone)
    today = now.astimezone(place).date()
    sunday = today + (6 - today.weekday()) * ONE_DAY
    at = moment(sunday, AT, place)
    return at if at > now else moment(sunday + 7 * ONE_DAY, AT, place)


def _weeks(since: Week, week: Week) -> int:
    return (week.monday - since.monday) // timedelta(weeks=1)


def _poured_away(id: str, programme: str, numbers: dict[str, int | str]) -> Decision:
    noted = Note("check-ins-poured-away", programme=programme, numbers={**numbers, "why": "few"})
    return Decision(effects=(PourAway(id), noted))
