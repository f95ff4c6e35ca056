"""One open page: what it says is taken in, what it is to be shown is shown once and in order."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Sequence

from aiohttp import WSCloseCode, WSMsgType, web

from bot.platforms.web import content, frames
from bot.platforms.web.hall import Hall, NotOpenYet
from bot.platforms.web.limits import Limit
from bot.platforms.web.speaking import NotTheirs, Speaking, VisitOver
from storage import shown
from storage.database import is_trouble
from storage.shown import Seen
from storage.visitor_seal import NotOpened, VisitKey
from storage.visits import Visit

log = logging.getLogger(__name__)

HELD = 10.0  # seconds in which nothing overtakes what was too fast; a page says it again sooner
WAITING = 300  # frames; more are read from the database when there is room again


class Connection:
    """One socket of one visit. Use `run`."""

    def __init__(
        self,
        hall: Hall,
        speaking: Speaking,
        pace: Limit,
        socket: web.WebSocketResponse,
        visit: Visit,
        key: VisitKey,
    ) -> None:
        self._hall = hall
        self._speaking = speaking
        self._pace = pace
        self._socket = socket
        self._visit = visit
        self._key = key
        self._language = "da"
        self._at = 0  # the number of what was shown last
        self._waiting: deque[tuple[int, str]] = deque()
        self._missed = False  # some were dropped and have to be read
        self._news = asyncio.Event()
        self._over: str | None = None
        self._held: tuple[str, float] | None = None  # what was too fast first, and until when

    @property
    def visit(self) -> str:
        """The visit it belongs to."""
        return self._visit.id

    @property
    def account(self) -> str:
        """Whose it is."""
        return self._visit.account

    def show(self, seq: int, frame: str) -> None:
        """Show this, after everything numbered lower; number 0 has no place."""
        if len(self._waiting) < WAITING:
            self._waiting.append((seq, frame))
        elif seq == 0 or any(number == 0 for number, _ in self._waiting):
            self.close("")  # what is kept nowhere would be lost: the page says its own again
        else:
            self._waiting.clear()
            self._missed = True
        self._news.set()

    def close(self, why: str) -> None:
        """The visit is over; without a word, only the connection is."""
        self._over = why
        self._news.set()

    async def run(self) -> None:
        """Until either side closes."""
        if not await self._hello():
            await self._socket.close(code=WSCloseCode.POLICY_VIOLATION)
            return
        self._hall.live.came(self)
        try:
            async with asyncio.TaskGroup() as both:
                reading = both.create_task(self._read())
                showing = both.create_task(self._show())
                reading.add_done_callback(lambda _: showing.cancel())
                showing.add_done_callback(lambda _: reading.cancel())
        except* (ConnectionError, TimeoutError, NotOpenYet):
            pass  # the page comes back and asks for what it missed
        finally:
            self._hall.live.went(self)

    async def _hello(self) -> bool:
        try:
            async with asyncio.timeout(self._hall.patience.hello):
                first = await self._socket.receive()
            said = frames.read(first.data) if first.type is WSMsgType.TEXT else None
        except (TimeoutError, frames.NotUnderstood):
            return False
        if not isinstance(said, frames.Hello):
            return False
        self._language = said.language
        self._at = said.after if said.after <= self._visit.last_seq else 0
        self._missed = True
        self._news.set()
        return True

    # What the page says

    async def _read(self) -> None:
        async for frame in self._socket:
            if frame.type is not WSMsgType.TEXT:
                return
            if self._over is not None:
                continue  # on our way out: not taken, and the page keeps it
            too_fast = self._pace.wait(self.account) > 0
            try:
                said = frames.read(frame.data)
            except frames.NotUnderstood as no:
                why = "too-fast" if too_fast and no.id else no.why
                self._say({"is": "refused", "id": no.id, "why": why})
                continue
            id = getattr(said, "id", "")
            if too_fast or self._held_back(id):
                self._hold(id)
                self._say({"is": "refused", "id": id, "why": "too-fast"})
                continue
            self._held = None
            if not await self._take(said):
                return

    def _hold(self, id: str) -> None:
        now = time.monotonic()
        if id and (self._held is None or self._held[1] < now):
            self._held = (id, now + HELD)

    def _held_back(self, id: str) -> bool:
        """Whether something said before this was too fast and has still to be said again."""
        if not id or self._held is None:
            return False
        first, until = self._held
        return id != first and time.monotonic() < until

    async def _take(self, said: frames.Said) -> bool:
        """Take in one frame; False when the connection must end: the page says it again later."""
        try:
            match said:
                case frames.Hello():
                    return True
                case frames.Speak(language=language):
                    self._language = language
                    await self._speaking.prefer(self._visit, language, content.new_word())
                case _:
                    seq = await self._speaking.take(self._visit, said, self._language)
                    self._say({"is": "ack", "id": said.id, "seq": seq})
        except NotTheirs:
            self._say({"is": "refused", "id": getattr(said, "id", ""), "why": "not-yours"})
        except VisitOver:
            self.close("run-out")
        except NotOpenYet:
            return False
        except Exception as fault:
            if not is_trouble(fault):
                raise
            # They have been told by now. Nothing after it may go before it: the page says it all again.
            log.warning("not-kept", extra={"action": "not-kept"})
            self.close("")
        return True

    # What the page is shown

    def _say(self, frame: dict[str, object]) -> None:
        self.show(0, content.written(frame))

    async def _show(self) -> None:
        await self._news.wait()
        await self._catch_up(hand_in=True)
        await self._send(content.written({"is": "ready", "seq": self._at}))
        while self._over is None:
            await self._show_waiting()
            if self._over is None:
                self._news.clear()
                if not self._waiting and not self._missed:
                    await self._news.wait()
        if self._over:
            await self._send(content.written({"is": "over", "why": self._over}))
        else:
            await self._show_waiting()
        await self._socket.close(code=WSCloseCode.GOING_AWAY)

    async def _show_waiting(self) -> None:
        if self._missed:
            await self._catch_up()
        while self._waiting and not self._missed:
            seq, frame = self._waiting.popleft()
            if seq == 0:
                await self._send(frame)
            elif seq == self._at + 1:
                await self._send(frame)
                self._at = seq
            elif seq > self._at:
                await self._catch_up()

    async def _catch_up(self, *, hand_in: bool = False) -> None:
        """Show what is kept and was not shown yet."""
        self._missed = False
        while rows := await self._rows():
            for row in rows:
                await self._send(content.shown_again(row))
                self._at = row.seq
            if hand_in:
                await self._hand_in_left(rows)

    async def _hand_in_left(self, rows: Sequence[Seen]) -> None:
        for row in rows:
            if not row.handled:
                await self._speaking.take_again(self._visit, row, self._language)

    async def _rows(self) -> Sequence[Seen]:
        try:
            return await self._hall.database.read(shown.after, self._visit.id, self._key, self._at)
        except NotOpened:
            self.close("run-out")
        except Exception as fault:
            if not is_trouble(fault):
                raise
        return ()

    async def _send(self, frame: str) -> None:
        async with asyncio.timeout(self._hall.patience.show):
            await self._socket.send_str(frame)
