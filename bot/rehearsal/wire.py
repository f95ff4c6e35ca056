"""The wire of the town: a platform that shows everything and forgets nothing. Only this is not real."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.messages import Address, Place
from bot.platforms.gatherings import (
    EventShowing,
    EventWithdrawing,
    GroupOpening,
    LettingIn,
    PuttingOut,
)
from bot.platforms.platform import (
    Amendment,
    Delivered,
    FileRefused,
    Finding,
    GaveUp,
    HandIn,
    Letter,
    Message,
    Outcome,
    Reaction,
    Retraction,
    RoomLeaving,
    RoomOpening,
    SigningOut,
    Why,
)


@dataclass(slots=True)
class Shown:
    """One message as people see it now."""

    id: str
    place: Place
    letter: Message
    text: str
    amended: str = ""  # the text id it was changed to
    gone: bool = False
    reactions: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Wire:
    """A platform in memory that keeps its word like a real one: the same `once` shows once.

    `trouble` may answer for the network: whatever it returns instead of None is the outcome, and
    with `after` the letter arrived all the same.
    """

    name: str = "matrix"
    shown: list[Shown] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    rooms: list[tuple[Place, tuple[Address, ...]]] = field(default_factory=list)
    left: list[Place] = field(default_factory=list)
    has_events: bool = False  # whether it shows open gatherings to everybody
    events: dict[str, EventShowing] = field(default_factory=dict)
    groups: dict[str, list[str]] = field(default_factory=dict)  # who is in each room
    group_names: list[str] = field(default_factory=list)
    signed_out: list[Address] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)  # people nothing reaches
    trouble: Callable[[Letter], Outcome | None] = lambda letter: None
    trouble_after: Callable[[Letter], Outcome | None] = lambda letter: None
    _done: dict[str, Outcome] = field(default_factory=dict)
    _taken_back: set[str] = field(default_factory=set)

    async def run(self, hand_in: HandIn) -> None:
        """Nothing comes in by itself: the town's people speak through the engine."""

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Show it."""
        if wrong := self.trouble(letter):
            return wrong
        if once not in self._done:
            outcome = self._show(letter)
            if not isinstance(outcome, Delivered):
                return outcome
            self._done[once] = outcome
        return self.trouble_after(letter) or self._done[once]

    async def fetch(self, handle: str, limit: int) -> bytes:
        """A file somebody in the town sent."""
        if handle not in self.files or len(self.files[handle]) > limit:
            raise FileRefused
        return self.files[handle]

    async def typing(self, place: Place, on: bool) -> None:
        """Nobody looks."""

    async def check(self) -> Sequence[Finding]:
        """Always well."""
        return [Finding(part="town", well=True, says="the town is here")]

    async def close(self) -> None:
        """Nothing to let go of."""

    def home_of(self, address: Address) -> Place:
        """Where a person of the town talks with the bot in private."""
        return Place(self.name, f"dm:{address.user}")

    def seen_in(self, place: Place) -> list[Shown]:
        """Everything shown in a place, in order."""
        return [shown for shown in self.shown if shown.place == place]

    def _show(self, letter: Letter) -> Outcome:  # noqa: PLR0912 - one flat table of letters
        match letter:
            case Message(to=to, place=place):
                if to is not None and to.user in self.closed:
                    return GaveUp(why=Why.UNREACHABLE)
                where = place or (self.home_of(to) if to else None)
                if where is None:
                    return GaveUp(why=Why.GONE)
                shown = Shown(f"$m{len(self.shown)}", where, letter, letter.text)
                self.shown.append(shown)
                return Delivered(message=shown.id, place=where)
            case Amendment(message=id, mark=mark, text=text):
                for shown in self.shown:
                    if shown.id == id:
                        shown.amended, shown.text = mark.text_id, text
                return Delivered()
            case Retraction(message=id):
                for shown in self.shown:
                    shown.gone = shown.gone or shown.id == id
                return Delivered()
            case Reaction(message=id, key=key, place=place):
                for shown in self.shown:
                    if shown.id == id:
                        shown.reactions.append(key)
                return Delivered(message=f"$r{len(self._done)}", place=place)
            case RoomOpening(invite=invite):
                place = Place(self.name, f"room:{len(self.rooms)}")
                self.rooms.append((place, invite))
                return Delivered(place=place)
            case RoomLeaving(place=place):
                self.left.append(place)
                return Delivered()
            case EventShowing(key=key):
                if not self.has_events:
                    return GaveUp(why=Why.REFUSED)
                self.events[key] = letter
                return Delivered(message=key)
            case EventWithdrawing(key=key):
                self.events.pop(key, None)
                return Delivered()
            case GroupOpening(name=name):
                if not self.has_events:
                    return GaveUp(why=Why.REFUSED)
                place = Place(self.name, f"group:{len(self.groups)}")
                self.groups[place.room] = []
                self.group_names.append(name)
                return Delivered(place=place)
            case LettingIn(place=place, who=who):
                if who.user in self.closed:
                    return GaveUp(why=Why.UNREACHABLE)
                self.groups[place.room].append(who.user)
                return Delivered(place=place)
            case PuttingOut(place=place, who=who):
                if who.user in self.groups[place.room]:
                    self.groups[place.room].remove(who.user)
                return Delivered(place=place)
            case SigningOut(to=to):
                self.signed_out.append(to)
                return Delivered()
