"""Stands where the engine stands: notes all that a platform hands in, and delivers letters as the courier."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from bot.messages import Address, Event, Incoming, Place, Said
from bot.platforms.platform import Delivered, Letter, Mark, Message, Outcome, Platform, RetryLater

Kind = TypeVar("Kind", bound=Event)


class Listening:
    """`heard` has every event once, as the engine's inbox would; `told` counts the handing in.

    While `dying` is set nothing is committed any more: a process that ends in the middle.
    """

    platform: Platform

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.told: list[str] = []
        self.dying: asyncio.Event | None = None

    async def hand_in(self, event: Incoming) -> None:
        """Note an event."""
        if self.dying is not None:
            self.dying.set()
            await asyncio.Event().wait()
        self.told.append(event.id)
        if self.told.count(event.id) == 1:
            self.heard.append(event)

    async def until(self, true: Callable[[], object], within: float, what: str) -> None:
        """Wait for a condition with a deadline. Raises AssertionError."""
        deadline = asyncio.get_running_loop().time() + within
        while not true():
            if asyncio.get_running_loop().time() > deadline:
                kinds = [(type(e).__name__, getattr(e, "text", "")) for e in self.heard[-10:]]
                raise AssertionError(f"not within {within} s: {what}; heard {kinds}")
            await asyncio.sleep(0.02)

    async def hears(
        self, sort: type[Kind], wanted: Callable[[Kind], bool] = lambda _: True, within: float = 40
    ) -> Kind:
        """The first event of this sort that is `wanted`."""
        found: list[Kind] = []

        def look() -> bool:
            found[:] = [e for e in self.heard if isinstance(e, sort) and wanted(e)]
            return bool(found)

        await self.until(look, within, f"a {sort.__name__}")
        return found[0]

    async def hears_words(self, text: str, within: float = 40) -> Said:
        """The first message with exactly these words."""
        return await self.hears(Said, lambda said: said.text == text, within)

    def words(self) -> list[str]:
        """Every message's words, in the order handed in."""
        return [event.text for event in self.heard if isinstance(event, Said)]

    async def delivers(self, letter: Letter, once: str, within: float = 30) -> Outcome:
        """Deliver as the courier does: again as long as it is only too early."""
        deadline = asyncio.get_running_loop().time() + within
        while True:
            outcome = await self.platform.deliver(letter, once)
            if not isinstance(outcome, RetryLater):
                return outcome
            assert asyncio.get_running_loop().time() < deadline, f"still {outcome}"
            await asyncio.sleep(min(outcome.after or 0.2, 2.0))

    async def says(self, letter: Message, once: str) -> tuple[str, Place]:
        """Deliver a message that must arrive; returns its id and where it ended up."""
        outcome = await self.delivers(letter, once)
        assert isinstance(outcome, Delivered), outcome
        assert outcome.place is not None
        return outcome.message, outcome.place


def message(to: Address | None, place: Place | None, text: str, **more: Any) -> Message:
    """A message of the bot."""
    mark = more.pop("mark", Mark(text_id="welcome"))
    return Message(to=to, place=place, mark=mark, text=text, **more)
