"""The hands on the town's clock: it flows by itself, and a visitor may turn it on."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.rehearsal.demo.open_town import OpenTown, evening
from bot.rehearsal.demo.seats import Seats
from bot.rehearsal.turning import TurnedClock
from bot.rehearsal.volunteers_who_answer import Company

LOOK_EVERY = 0.3  # seconds
LONGEST_WAIT = timedelta(minutes=60)  # what "the next thing" may let pass
NEWS_KEPT = 20


@dataclass(frozen=True, slots=True)
class News:
    """Something the page says of the town: the name of a text, and the words put into it."""

    number: int
    at: datetime
    text: str
    words: Mapping[str, str] = field(default_factory=dict)


class Hands:
    """Everything that moves the town's time. One thing at a time."""

    def __init__(self, town: OpenTown, company: Company, seats: Seats) -> None:
        self.news: deque[News] = deque(maxlen=NEWS_KEPT)
        self._town = town
        self._company = company
        self._seats = seats
        self._clock = TurnedClock(town, self._look, company)
        self._one_at_a_time = asyncio.Lock()
        self._happened = 0
        self._turns: Mapping[str, Callable[[], Awaitable[None]]] = {
            "next": self._next,
            "quarter": self._quarter,
            "tomorrow": self._tomorrow,
            "off-duty": self._off_duty,
            "on-duty": self._on_duty,
        }

    @property
    def turns(self) -> frozenset[str]:
        """What may be turned."""
        return frozenset(self._turns)

    async def turn(self, what: str) -> None:
        """Do one of `turns`. Raises KeyError."""
        async with self._one_at_a_time:
            await self._turns[what]()

    async def flow(self) -> None:
        """Let time flow, until cancelled."""
        while True:
            async with self._one_at_a_time:
                await self._look()
                await self._company.act()
                await self._town.settle()
            await asyncio.sleep(LOOK_EVERY)

    def tell(self, text: str, **words: str) -> None:
        """Something happened that nobody in a pane is told."""
        number = self.news[-1].number + 1 if self.news else 1
        self.news.append(News(number, self._town.now, text, words))
        self._happened += 1

    def happened(self) -> None:
        """Somebody in a pane was told something."""
        self._happened += 1

    async def _look(self) -> None:
        self._company.look()

    async def _next(self) -> None:
        end, before = self._town.now + LONGEST_WAIT, self._happened
        while self._happened == before:
            if not await self._company.something_is_on():
                self.tell("nothing-comes")
            elif not await self._clock.next_stop(end):
                await self._clock.to(end)
                self.tell("an-hour")

    async def _quarter(self) -> None:
        await self._clock.on(minutes=15)

    async def _tomorrow(self) -> None:
        await self._clock.to(evening(self._town.now, self._town.programme, days=1))
        await self._company.come_on_duty()
        sayings = self._company.sayings
        await self._seats.volunteer_says(sayings.say("duty"), sayings.language)
        self.tell("is-tomorrow")

    async def _off_duty(self) -> None:
        await self._company.go_off_duty()
        self.tell("all-off-duty")

    async def _on_duty(self) -> None:
        await self._company.come_on_duty()
        self.tell("all-on-duty")
