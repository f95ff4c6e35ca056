"""Invented volunteers who answer by themselves, after as long as people take; and a coordinator.

They understand nothing: what they say is in `da.toml` and `en.toml`, and says that it is invented.
"""

import itertools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.rehearsal.sayings import Sayings
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.watching import Change, Watch
from bot.rehearsal.wire import Shown
from storage import contacts, questions, requests


@dataclass(frozen=True, slots=True)
class Tempo:
    """After how long they write, from what makes them write."""

    first_line: timedelta = timedelta(seconds=30)
    second_line: timedelta = timedelta(seconds=65)
    answer: timedelta = timedelta(seconds=20)
    a_while: timedelta = timedelta(minutes=1)


@dataclass(slots=True)
class Member:
    """One volunteer, and how they are: what they answer to an offer, and after how long."""

    person: Townsperson
    watch: Watch
    answer: str
    after: timedelta
    in_contact: bool = False
    said: int = 0  # ready-made answers used up
    about_to_write: bool = False


Manners = tuple[str, str, timedelta]  # a name, the answer to an offer, and after how long

MANNERS: tuple[Manners, ...] = (
    ("ali", "decline", timedelta(minutes=1)),
    ("mia", "accept", timedelta(minutes=2, seconds=30)),
    ("sol", "accept", timedelta(minutes=7)),  # late enough that a coordinator is alarmed before
)
COORDINATOR = "karin"


@dataclass(order=True, slots=True)
class Plan:
    """Something one of them will do."""

    at: datetime
    number: int
    who: Member = field(compare=False)
    act: Callable[[], Awaitable[None]] = field(compare=False)


class Company:
    """All of them. `played` is who the keyboard speaks for: they do nothing by themselves.

    `note` hears what they choose, and who does; they speak the language of `sayings`.
    """

    def __init__(
        self,
        town: Town,
        sayings: Sayings,
        note: Callable[[str, str], None],
        manners: Sequence[Manners] = MANNERS,
        tempo: Tempo = Tempo(),
    ) -> None:
        self.sayings = sayings
        self._town = town
        self._note = note
        self._manners = manners
        self._tempo = tempo
        self._plans: list[Plan] = []
        self._numbers = itertools.count()
        self.members: dict[str, Member] = {}
        self.played = ""
        self.away = False

    async def arrive(self) -> None:
        """The volunteers come on duty, and the coordinator is there."""
        language = self.sayings.language
        for name, answer, after in self._manners:
            person = await self._town.volunteer(name, language=language)
            watch = Watch(self._town.wire, person.place)
            self.members[name] = Member(person, watch, answer, after)
        await self._town.coordinator(COORDINATOR, language=language)

    async def come_on_duty(self) -> None:
        """They say that they may be asked, as volunteers do."""
        self.away = False
        for member in self.members.values():
            await member.person.says(self.sayings.say("duty"))
            if member.person.last().letter.mark.text_id == "duty-check":
                await member.person.presses("fit-yes")
        self.look()

    async def go_off_duty(self) -> None:
        """They are off, and leave what they were asked unanswered."""
        self.away = True
        for member in self.members.values():
            await member.person.says(("!" if member.in_contact else "") + self.sayings.say("off"))
        self.look()

    async def something_is_on(self) -> bool:
        """Whether somebody waits or is in contact, or one of them means to do something."""
        name = self._town.programme.name
        waiting = await self._town.database.read(requests.waiting, name)
        ongoing = await self._town.database.read(contacts.ongoing, name)
        return bool(waiting or ongoing or self.next_plan())

    def next_plan(self) -> datetime | None:
        """When the next of them does something by themselves."""
        moments = [plan.at for plan in self._plans if plan.who.person.name != self.played]
        return min(moments) if moments else None

    async def act(self) -> None:
        """Do what is due now, by everybody nobody plays."""
        due = [
            plan
            for plan in sorted(self._plans)
            if plan.at <= self._town.now and plan.who.person.name != self.played
        ]
        self._plans = [plan for plan in self._plans if plan not in due]
        for plan in due:
            await plan.act()

    def look(self) -> None:
        """Everybody looks at their screen and makes up their mind."""
        for member in self.members.values():
            for change in member.watch.changes():
                self._make_up_mind(member, change)

    def _make_up_mind(self, member: Member, change: Change) -> None:
        shown = change.shown
        if change.what != "said":
            return
        match change.text_id:
            case "offer" if not self.away:
                self._plan(member, member.after, lambda: self._choose(member, shown, member.answer))
            case "contact-opened":
                member.in_contact = True
                first, second = self.sayings.lines("first-lines")
                self._plan(member, self._tempo.first_line, lambda: self._write(member, first))
                self._plan(member, self._tempo.second_line, lambda: self._write(member, second))
            case "contact-ended":
                member.in_contact = False
            case "relay" if not member.about_to_write:
                member.about_to_write = True
                self._plan(member, self._tempo.answer, lambda: self._answer(member))
            case "contact-soon-over" if shown.letter.choices:
                self._plan(
                    member, self._tempo.a_while, lambda: self._choose(member, shown, "extend")
                )
            case "debrief-ask":
                self._plan(
                    member, self._tempo.a_while, lambda: self._choose(member, shown, "light")
                )
            case "debrief-light":
                self._plan(
                    member, self._tempo.a_while, lambda: self._choose(member, shown, "no-thanks")
                )

    def _plan(self, who: Member, after: timedelta, act: Callable[[], Awaitable[None]]) -> None:
        self._plans.append(Plan(self._town.now + after, next(self._numbers), who, act))

    async def _choose(self, member: Member, asked: Shown, choice: str) -> None:
        question = await self._town.database.read(questions.keyed, asked.letter.question)
        if question is None or question.closed or (self.away and question.text == "offer"):
            return  # it is over, or whoever played them has answered
        await member.person.presses(choice, asked)
        if choice != "no-thanks":
            self._note(choice, member.person.name.title())

    async def _answer(self, member: Member) -> None:
        member.about_to_write = False
        lines = self.sayings.lines("answers")
        # The first, which says that they are invented, is said once; the others come round again.
        line = lines[0] if not member.said else lines[1 + (member.said - 1) % (len(lines) - 1)]
        member.said += 1
        await self._write(member, line)

    async def _write(self, member: Member, line: str) -> None:
        if member.in_contact:
            await member.person.says(line)
