"""The interactive rehearsal: whoever sits at the keyboard is a receiver in the invented town."""

import signal
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.rehearsal.orders import Orders
from bot.rehearsal.sayings import Sayings
from bot.rehearsal.screen import Screen
from bot.rehearsal.town import ZONE, Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.turning import TurnedClock
from bot.rehearsal.volunteers_who_answer import COORDINATOR, Company
from bot.rehearsal.watching import Change, Watch

try:
    import readline  # noqa: F401 - being there gives input() arrow keys and a memory of lines
except ImportError:  # not built into every Python; plain input() does as well
    pass

YOU = "rosa"
A_LINE = timedelta(seconds=30)  # what writing a line takes on the turned clock
LONGEST_WAIT = timedelta(minutes=60)  # what an Enter may let pass


class Terminal:
    """One evening at the keyboard."""

    def __init__(self, town: Town, sayings: Sayings, screen: Screen) -> None:
        self.town = town
        self.sayings = sayings
        self.screen = screen
        self.company = Company(town, sayings, self.note_deed)
        self.clock = TurnedClock(town, self.look, self.company)
        self.playing: Townsperson = town.stranger(YOU)
        self._watches: dict[str, Watch] = {}
        self._everything = Watch(town.wire)
        self._came: dict[str, str] = {}  # when each message was shown, by the clock on the wall
        self._shown = 0  # things shown to whoever is played, so far
        self._orders = Orders(self)

    async def run(self) -> int:
        """Until they leave. Always 0."""
        await self.company.arrive()
        self.screen.line(self.sayings.say("greeting"))
        while (line := self._asked()) is not None:
            if line.startswith("/"):
                if not await self._orders.obey(line[1:].strip()):
                    break
            elif line.strip():
                await self.write(line)
            else:
                await self.until_something()
        self.screen.line(self.sayings.say("bye"))
        return 0

    async def write(self, line: str) -> None:
        """What was typed goes to the bot, and the time it took to type passes."""
        await self.playing.says(line)
        await self.look()
        await self.clock.to(self.town.now + A_LINE)

    async def until_something(self) -> None:
        """Let time pass until something happens to whoever is played."""
        if not self.playing.seen():
            self.screen.line(self.sayings.say("write-first"), "faint")
            return
        if not await self.company.something_is_on():
            asked = bool(self.playing.last().letter.choices)
            self.screen.line(self.sayings.say("your-turn" if asked else "nothing-comes"), "faint")
            return
        began, before = self.town.now, self._shown
        while self._shown == before:
            if not await self.clock.next_stop(began + LONGEST_WAIT):
                await self.clock.to(began + LONGEST_WAIT)
                minutes = int(LONGEST_WAIT / timedelta(minutes=1))
                self.screen.line(self.sayings.say("nothing-came", minutes=minutes), "faint")
                return
            if self._shown == before and not await self.company.something_is_on():
                self.screen.line(self.sayings.say("nothing-comes"), "faint")
                return

    async def play(self, person: Townsperson) -> None:
        """Be somebody else, or yourself again: what they saw since you last looked is shown."""
        self.playing = person
        self.company.played = "" if person.name == YOU else person.name
        await self.look()

    def watch_of(self, person: Townsperson) -> Watch:
        """What of this person's screen has been shown here already."""
        return self._watches.setdefault(person.name, Watch(self.town.wire, person.place))

    async def look(self) -> None:
        """Show what is new to whoever is played, and a line of what the coordinator hears."""
        self.company.look()
        for change in self._everything.changes():
            self._came[change.shown.id] = self.time()
        for change in self.watch_of(self.playing).changes():
            self.show(change)
        coordinator = self.town.people[COORDINATOR]
        if coordinator is not self.playing:
            for change in self.watch_of(coordinator).changes():
                heard = self.screen.brief(change.shown.text, 60)
                self.note(self.sayings.say("coordinator-told", text=heard))

    def show(self, change: Change) -> None:
        """One message, with the time and who says it."""
        self._shown += 1
        speaker, text = self._speaker_and_words(change)
        if change.what == "changed":
            speaker = self.sayings.say("changed", speaker=speaker)
        elif change.what == "gone":
            text = self.sayings.say("gone")
        elif change.what == "reacted":
            text = self.sayings.say("reacted", key=change.shown.reactions[-1])
        when = self._came.get(change.shown.id, self.time())
        self.screen.said(f"{when}  {speaker}", text, "person" if _relayed(change) else "bold")

    def note(self, text: str) -> None:
        """Something that happens elsewhere, in one line."""
        self.screen.line()
        self.screen.line(f"{self.time()}  · {text}", "faint")

    def note_deed(self, choice: str, name: str) -> None:
        """What an invented volunteer chose."""
        self.note(self.sayings.say(f"does-{choice}", name=name))

    def time(self) -> str:
        """What the clock on the wall shows."""
        return self.town.now.astimezone(ZoneInfo(ZONE)).strftime("%H:%M")

    def _speaker_and_words(self, change: Change) -> tuple[str, str]:
        if _relayed(change):
            name, _, words = change.shown.text.partition(": ")
            return self.sayings.say("through", name=name), words
        return self.sayings.say("bot"), change.shown.text

    def _asked(self) -> str | None:
        """The next line, or None when they leave (Ctrl-D or Ctrl-C, too)."""
        me = self.playing
        who = self.sayings.say("you") if me.name == YOU else me.name
        # asyncio takes the first Ctrl-C for itself, and input() would wait on.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return input(f"\n{self.time()} {who}> ")
        except (EOFError, KeyboardInterrupt):
            print()
            return None
        finally:
            signal.signal(signal.SIGINT, before)


def _relayed(change: Change) -> bool:
    return change.text_id == "relay" and ": " in change.shown.text
