"""Lines that begin with `/`: they turn the clock of the interactive rehearsal, or show the town."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.rehearsal.town import ZONE
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.volunteers_who_answer import COORDINATOR
from bot.rehearsal.watching import Change
from storage import people, volunteers
from storage.database import Transaction

if TYPE_CHECKING:
    from bot.rehearsal.terminal import Terminal

MOST_MINUTES = 7 * 24 * 60  # one turn of the clock
LAST_SEEN = 3  # messages shown when you look over somebody's shoulder
EVENING_HOUR = 20
_MINUTES = re.compile(r"\+\s*(\d{1,12})$")


class Orders:
    """Obeys them for one terminal."""

    def __init__(self, terminal: Terminal) -> None:
        self._at = terminal
        self._say = terminal.sayings.say
        self._line = terminal.screen.line

    async def obey(self, line: str) -> bool:
        """Do it. False when they wish to leave."""
        if minutes := _MINUTES.match(line):
            await self._at.clock.on(minutes=min(int(minutes[1]), MOST_MINUTES))
            return True
        word, _, rest = line.partition(" ")
        match self._at.sayings.order(word):
            case "quit":
                return False
            case "next":
                await self._at.until_something()
            case "tomorrow":
                await self._tomorrow()
            case "who":
                await self._who()
            case "as":
                await self._be(rest.strip().casefold())
            case "me":
                await self._be_yourself()
            case "nobody":
                self._line(self._say("nobody"), "faint")
                await self._at.company.go_off_duty()
                await self._at.look()
            case "somebody":
                self._line(self._say("somebody"), "faint")
                await self._at.company.come_on_duty()
                await self._at.look()
            case "help":
                self._line(self._say("help"))
            case _:
                self._line(self._say("unknown"), "faint")
        return True

    async def _tomorrow(self) -> None:
        local = self._at.town.now.astimezone(ZoneInfo(ZONE))
        evening = (local + timedelta(days=1)).replace(hour=EVENING_HOUR, minute=0, second=0)
        await self._at.clock.to(evening.astimezone(self._at.town.now.tzinfo))
        day = self._at.sayings.lines("days")[evening.weekday()]
        self._line()
        self._line(self._say("evening", day=day), "faint")
        await self._at.company.come_on_duty()
        await self._at.look()

    async def _who(self) -> None:
        for person in self._at.town.people.values():
            self._line(f"{person.name.title()}, {await self._standing(person)}", "bold")
            seen = person.seen()
            told = seen[-1].text if seen else self._say("has-seen-nothing")
            self._line(self._at.screen.brief(told), indent="  ")

    async def _be(self, name: str) -> None:
        person = self._at.town.people.get(name)
        if person is None:
            names = ", ".join(self._at.town.people)
            self._line(self._say("unknown-person", names=names), "faint")
            return
        role = await self._standing(person)
        self._line(self._say("now-as", name=name.title(), role=role), "faint")
        self._at.watch_of(person).changes()  # shown here, so not again as news
        for shown in person.seen()[-LAST_SEEN:]:
            self._at.show(Change(shown, "gone" if shown.gone else "said"))
        await self._at.play(person)

    async def _be_yourself(self) -> None:
        you = next(iter(self._at.town.people.values()))
        fresh = self._at.watch_of(you).changes()
        self._line(self._say("now-me" if fresh else "now-me-nothing"), "faint")
        for change in fresh:
            self._at.show(change)
        await self._at.play(you)

    async def _standing(self, person: Townsperson) -> str:
        if person.name not in self._at.company.members:
            return self._say("role-coordinator" if person.name == COORDINATOR else "role-receiver")
        on_duty = await self._at.town.database.read(_on_duty, person)
        return f"{self._say('role-volunteer')}, {self._say('on-duty' if on_duty else 'off-duty')}"


def _on_duty(db: Transaction, person: Townsperson) -> bool:
    met = people.recognise(db, person.address)
    found = volunteers.get(db, met.id) if met else None
    return found is not None and found.on_duty(person.town.now)
