"""What a person's chat client was shown, and waiting for it with a deadline."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One event as a client understood it. Undecryptable ones have type m.room.encrypted."""

    room: str
    id: str
    type: str
    sender: str
    content: dict[str, Any]
    state_key: str | None = None
    encrypted: bool = False  # came encrypted and could be read
    shield: str | None = None  # matrix-js-sdk's warning: NONE, GREY, RED; None where it tells none
    shield_reason: str | None = None
    place: int | None = None  # in the timeline, where a client reads in another order than it shows
    source: dict[str, Any] = field(default_factory=dict)

    @property
    def body(self) -> str:
        """The text, of an edit the new text; empty when it has none."""
        return str(self.content.get("m.new_content", self.content).get("body", ""))

    @property
    def text_id(self) -> str | None:
        """The bot's mark of what this message is (contract.md, rule 6)."""
        return self.content.get("org.peerbot.text")

    @property
    def choices(self) -> list[Any]:
        """The choices that the bot marked it with."""
        return list(self.content.get("org.peerbot.choices", []))

    @property
    def about(self) -> str | None:
        """The public code of what the message is about."""
        return self.content.get("org.peerbot.about")

    @property
    def replaces(self) -> str | None:
        """The event this one edits."""
        relation = self.content.get("m.relates_to", {})
        return relation.get("event_id") if relation.get("rel_type") == "m.replace" else None

    @property
    def reacts_to(self) -> tuple[str, str] | None:
        """The event and the key, if this is a reaction."""
        relation = self.content.get("m.relates_to", {})
        if self.type != "m.reaction":
            return None
        return relation.get("event_id", ""), relation.get("key", "")

    @property
    def redacts(self) -> str | None:
        """The event this one deletes."""
        if self.type != "m.room.redaction":
            return None
        return self.content.get("redacts") or self.source.get("redacts")


class NotSeen(AssertionError):
    """The deadline passed. Says what was seen instead, which is what one wants to know."""


class Sights:
    """All a client was shown, in order, each event once; and who waits for the next."""

    def __init__(self, whose: str, alive: Callable[[], None] = lambda: None) -> None:
        self._whose = whose
        self._alive = alive  # raises when waiting is pointless, since the client has died
        self._seen: list[Seen] = []
        self._ids: dict[str, int] = {}
        self._taken: set[str] = set()
        self._news = asyncio.Condition()

    def __iter__(self) -> Iterator[Seen]:
        return iter(tuple(self._seen))

    def __len__(self) -> int:
        return len(self._seen)

    async def add(self, seen: Seen) -> None:
        """Note one more; an event that could be read at last replaces its unreadable self."""
        async with self._news:
            if seen.id not in self._ids:
                self._ids[seen.id] = len(self._seen)
                self._seen.append(seen)
            elif self._seen[self._ids[seen.id]].type == "m.room.encrypted":
                self._seen[self._ids[seen.id]] = seen
            self._news.notify_all()

    async def stir(self) -> None:
        """Let those who wait look again: something else has changed."""
        async with self._news:
            self._news.notify_all()

    async def until(self, true: Callable[[], bool], within: float, what: str) -> None:
        """Wait until `true()`. Raises NotSeen after `within` seconds."""

        async def wait() -> None:
            async with self._news:
                while not true():
                    self._alive()
                    await self._news.wait()

        await self._with_deadline(wait(), within, what)

    async def wait_for(
        self,
        wanted: Callable[[Seen], bool],
        within: float = 40,
        *,
        what: str = "that",
        take: bool = False,
    ) -> Seen:
        """The first event that is `wanted`; with `take`, one that was not taken before."""
        found: list[Seen] = []

        def look() -> bool:
            found[:] = [
                seen
                for seen in self._seen
                if not (take and seen.id in self._taken) and wanted(seen)
            ][:1]
            return bool(found)

        await self.until(look, within, what)
        if take:
            self._taken.add(found[0].id)
        return found[0]

    async def _with_deadline(self, waiting: Awaitable[None], within: float, what: str) -> None:
        try:
            await asyncio.wait_for(waiting, within)
        except TimeoutError:
            last = "\n".join(
                f"  {seen.type} {seen.sender} {seen.text_id or ''} {seen.body!r}"
                for seen in self._seen[-12:]
            )
            raise NotSeen(
                f"{self._whose} did not see {what} within {within} s. Last seen:\n{last}"
            ) from None
