"""What the contract needs of a platform, and of a person at an ordinary client of it.

A new platform adds a rig: these two classes for it, and its name in `conftest.py`. Everything else
of the contract is said once.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from bot.messages import Address, Joined, Opened, Place
from bot.platforms.platform import Message, Platform
from tests.platforms.listening import Listening, message

PATIENCE = 60.0  # seconds: the machine may be busy, and a condition costs nothing when it is met


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """One message of the bot as a person's client shows it now, and what software reads of it."""

    id: str
    text: str
    html: str | None = None
    text_id: str = ""
    about: str = ""
    choices: tuple[str, ...] = ()
    answers: str | None = None  # the message it replies to
    edits: int = 0
    gone: bool = False
    file: dict[str, Any] | None = field(default=None, repr=False)  # mime, size, width, height
    rings: bool = False  # somebody's telephone would call their name
    tightly: bool = True  # encrypted on the way, where the platform can


class Guest(ABC):
    """A person at a client. Ids are the platform's own, as the events carry them."""

    address: Address
    place: Place

    def __init__(self, rig: "Rig") -> None:
        self.rig = rig

    @abstractmethod
    def screen(self) -> list[Sight]:
        """What the bot has said to them, in the order it is shown."""

    @abstractmethod
    def hearts_on(self, message: str) -> list[str]:
        """The keys that the bot has put on a message and not taken back."""

    @abstractmethod
    def sees_typing(self) -> bool:
        """Whether they see that the bot is at work."""

    @abstractmethod
    async def says(self, text: str, *, to: str | None = None) -> str:
        """Write something, perhaps as an answer to a message; its id."""

    @abstractmethod
    async def edits(self, message: str, text: str) -> None:
        """Change an own message."""

    @abstractmethod
    async def takes_back(self, message: str) -> None:
        """Take back an own message or reaction."""

    @abstractmethod
    async def reacts(self, message: str, key: str) -> str:
        """React to a message; the reaction's id."""

    @abstractmethod
    async def presses(self, question: Sight, choice: str) -> None:
        """Press a choice of a question, in the way the client offers it."""

    @abstractmethod
    async def sends(self, data: bytes, name: str, mime: str) -> str:
        """Send a file; the message's id."""

    @abstractmethod
    async def fetches(self, sight: Sight) -> bytes:
        """Open the file of a message."""

    @abstractmethod
    async def goes(self) -> None:
        """Switch the client off."""

    @abstractmethod
    async def comes_back(self) -> None:
        """Switch it on again; it shows what came meanwhile."""

    @abstractmethod
    async def leaves_for_good(self) -> None:
        """Nothing can reach them any more."""

    async def until(self, true: Callable[[], object], what: str, within: float = PATIENCE) -> None:
        """Wait until the client shows it. Raises AssertionError."""
        shown = [(sight.text_id, sight.text[:40]) for sight in self.screen()[-8:]]
        await self.rig.until(true, within, f"{what}; shown at first {shown}")

    async def reads(self, text: str, within: float = PATIENCE) -> Sight:
        """The first message that says exactly this."""
        found: list[Sight] = []

        def look() -> bool:
            found[:] = [sight for sight in self.screen() if sight.text == text]
            return bool(found)

        await self.until(look, repr(text[:60]), within)
        return found[0]

    async def sees(self, id: str, wanted: Callable[[Sight], object] = lambda _: True) -> Sight:
        """The message with this id, once it is as `wanted`."""
        found: list[Sight] = []

        def look() -> bool:
            found[:] = [sight for sight in self.screen() if sight.id == id and wanted(sight)]
            return bool(found)

        await self.until(look, f"message {id} as wanted")
        return found[0]

    def texts(self) -> list[str]:
        """The words of everything that the bot said and did not take back."""
        return [sight.text for sight in self.screen() if not sight.gone]

    def letter(self, text: str, **more: Any) -> Message:
        """A letter to them where they were last heard."""
        return message(self.address, self.place, text, **more)


class Rig(Listening, ABC):
    """One platform at work, the engine's place taken by a list of what was heard."""

    has_rooms: ClassVar[bool]  # whether two people can have a room of their own there
    has_events: ClassVar[bool] = False  # and whether groups can gather
    has_marks: ClassVar[bool] = True  # whether a message can carry what only software reads
    name: ClassVar[str]
    not_set_up: ClassVar[frozenset[str]] = frozenset()  # what `check` rightly misses here

    @abstractmethod
    async def somebody(self, name: str) -> Guest:
        """A person whom the bot does not know, at their client; they have not opened a chat."""

    @abstractmethod
    async def comes(self, guest: Guest) -> None:
        """They open their chat with the bot."""

    @abstractmethod
    async def at_rest(self) -> None:
        """Wait until everything handed in so far is told never again."""

    @abstractmethod
    async def restart(self) -> None:
        """A new process on the same storage; clients find it by themselves."""

    @abstractmethod
    async def stop(self) -> None:
        """The process ends; `restart` is the next one."""

    @abstractmethod
    async def closed(self) -> None:
        """Everything ends, with the people's clients."""

    @abstractmethod
    def idle(self) -> Platform:
        """A platform over the same storage that does not run; for after `stop`."""

    async def guest(self, name: str) -> Guest:
        """Somebody in a chat with the bot, which has noticed them."""
        guest = await self.somebody(name)
        await self.comes(guest)

        def arrived(event: Any) -> bool:
            return isinstance(event, Opened | Joined) and event.sender == guest.address

        await self.until(lambda: any(map(arrived, self.heard)), PATIENCE, f"{name} comes in")
        return guest
