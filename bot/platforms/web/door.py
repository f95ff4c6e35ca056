"""Our own page as a platform like any other: what is said to somebody is shown in their visits."""

import logging
import socket
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from bot.config import Config, WebConfig
from bot.domain.programme import Programme
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
    Finding,
    GaveUp,
    HandIn,
    Letter,
    Message,
    Outcome,
    PlatformStopped,
    Reaction,
    Retraction,
    RetryLater,
    RoomLeaving,
    RoomOpening,
    SigningOut,
    Why,
)
from bot.platforms.web import content
from bot.platforms.web.content import Content
from bot.platforms.web.entering import Entrance
from bot.platforms.web.feeds import Feeds
from bot.platforms.web.files import Files
from bot.platforms.web.guarding import Limits
from bot.platforms.web.hall import PLATFORM, Hall, NotOpenYet, place_of
from bot.platforms.web.server import Server
from bot.platforms.web.speaking import Speaking
from bot.platforms.web.tending import Tending
from bot.texts import Catalogue
from storage import shown
from storage.database import Database, Transaction, is_trouble
from storage.migrating import migrate
from storage.shown import Put

log = logging.getLogger(__name__)

COOKIE = "peerbot-visit"
STAND_IN_COOKIE = "peerbot-meanwhile"  # so that the real visit is still there after safe mode
LONGEST_SHOWN = 256_000  # characters, with their markup; many times what the core says at once
STARTING = 1.0  # seconds after which a letter is tried again that the engine must hear of
ANEW = frozenset({"contact-opened"})  # what makes it matter again whether somebody is there


class WebPlatform:
    """Serves the page and shows letters on it.

    `stand_in`: the database given is made for this and thrown away (safe mode). `paths`: where the
    page stands, instead of the path of its address. `programmes`: whose holidays shifts go by.
    """

    def __init__(
        self,
        config: Config,
        catalogue: Catalogue,
        database: Database,
        now: Callable[[], datetime],
        *,
        stand_in: bool = False,
        paths: tuple[str, ...] | None = None,
        demo: bool = False,
        programmes: Mapping[str, Programme] | None = None,
    ) -> None:
        page = config.platforms.web
        assert page is not None
        self._page: WebConfig = page
        self._stand_in = stand_in
        self.hall = Hall(page, config.service, database, now)
        self.limits = limits = Limits()
        speaking = Speaking(self.hall)
        entrance = Entrance(self.hall, limits, STAND_IN_COOKIE if stand_in else COOKIE)
        feeds = Feeds(self.hall, limits, programmes or {}, stand_in=stand_in)
        self._files = Files(self.hall, entrance, speaking, limits)
        self._tending = Tending(self.hall, entrance)
        self.server = Server(
            self.hall, config, catalogue, entrance, self._files, speaking, feeds, limits,
            paths=paths or (urlsplit(page.base).path,), demo=demo,
        )  # fmt: skip

    @property
    def name(self) -> str:
        """The word before the colon in an address."""
        return PLATFORM

    async def run(self, hand_in: HandIn) -> None:
        """Serve until cancelled. Raises PlatformStopped if it cannot listen where it is told to."""
        if self._stand_in:
            await migrate(self.hall.database)
        self.hall.hand_in = hand_in
        try:
            await self.server.start()
        except OSError as fault:
            raise PlatformStopped(
                f"The page cannot be served at {self._page.listen} ({fault.strerror}); is another "
                "program there? Change listen in [platforms.web], or stop the other one."
            ) from fault
        log.info("page-open", extra={"action": "page-open"})
        try:
            await self._tending.run()
        finally:
            await self.server.stop()
            self.hall.hand_in = None

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Show it; the same `once` shows once."""
        if _length(letter) > LONGEST_SHOWN:
            return GaveUp(why=Why.TOO_LARGE)
        try:
            return await self._deliver(letter, once)
        except NotOpenYet:
            return RetryLater(after=STARTING, why="starting")
        except Exception as fault:
            if not is_trouble(fault):
                log.exception("letter-broke", extra={"action": "letter-broke"})
                return GaveUp(why=Why.BROKEN)
            if isinstance(letter, Message) and letter.to is not None:
                frame = content.passing(letter, content.id_of(once))
                self.hall.live.show_account(letter.to.user, frame)
            return RetryLater(why="database")

    async def fetch(self, handle: str, limit: int) -> bytes:
        """The bytes of a file somebody brought. Raises FileRefused."""
        return await self._files.fetch(handle, limit)

    async def typing(self, place: Place, on: bool) -> None:
        """Show, or stop showing, that the bot is at work."""
        self.hall.live.show_account(place.room, content.written({"is": "typing", "on": on}))

    async def check(self) -> Sequence[Finding]:
        """Whether the page can be served, and safely."""
        return [_listens(self._page), _is_private(self._page)]

    async def close(self) -> None:
        """Let go of everything."""
        await self.server.stop()

    async def _deliver(self, letter: Letter, once: str) -> Outcome:
        match letter:
            case Message():
                return await self._say(letter, once)
            case Amendment(place=place, message=message):
                change, becomes = content.changed(letter)
                return await self._change(place, message, once, change, becomes)
            case Retraction(place=place, message=message) if message.startswith("r."):
                return await self._change(place, message, once, *content.reaction_gone(message))
            case Retraction(place=place, message=message):
                gone = content.gone(message, mine=content.OF_THE_BOT not in message)
                return await self._change(place, message, once, *gone)
            case Reaction(place=place):
                id = content.id_of(once, "r")
                return await self._show(place.room, id, once, content.reacted(letter, id))
            case RoomOpening():
                return GaveUp(why=Why.REFUSED)  # two people on our page have no room but the relay
            case EventShowing() | EventWithdrawing() | GroupOpening() | LettingIn() | PuttingOut():
                return GaveUp(why=Why.REFUSED)  # each visitor of our page is alone there
            case RoomLeaving(place=place):
                return Delivered(place=place)
            case SigningOut(to=to):
                await self._tending.sign_out(to.user)
                return Delivered()

    async def _say(self, letter: Message, once: str) -> Outcome:
        account = _account(letter.to, letter.place)
        if account is None:
            return GaveUp(why=Why.GONE)
        id = content.id_of(once)
        data = letter.file.data if letter.file else None
        outcome = await self._show(account, id, once, content.message(letter, id), data)
        self.hall.live.spoken_to(account, anew=letter.mark.text_id in ANEW)
        return outcome

    async def _show(
        self, account: str, id: str, once: str, says: Content, data: bytes | None = None
    ) -> Outcome:
        now = self.hall.now()
        puts = await self.hall.database.run(_put, account, once, id, says, now, data)
        if not puts:
            return GaveUp(why=Why.UNREACHABLE)
        self.hall.show(puts, says, now)
        return Delivered(message=id, place=place_of(account))

    async def _change(
        self, place: Place, message: str, once: str, change: Content, becomes: Content
    ) -> Outcome:
        now = self.hall.now()
        puts = await self.hall.database.run(
            _changed, place.room, once, message, change, becomes, now
        )
        if not puts:
            return GaveUp(why=Why.UNREACHABLE)
        self.hall.show(puts, change, now)
        return Delivered(message=message, place=place)


def _length(letter: Letter) -> int:
    if isinstance(letter, Message | Amendment):
        return len(letter.text) + len(letter.html or "")
    return 0


def _account(to: Address | None, place: Place | None) -> str | None:
    if to is not None:
        return to.user
    return place.room if place is not None else None


def _put(
    db: Transaction,
    account: str,
    letter: str,
    id: str,
    says: Content,
    now: datetime,
    data: bytes | None,
) -> Sequence[Put]:
    once = shown.once_for_letter(db, letter)
    return shown.put(db, account, once, id, says, now, data)


def _changed(
    db: Transaction,
    account: str,
    letter: str,
    message: str,
    change: Content,
    becomes: Content,
    now: datetime,
) -> Sequence[Put]:
    once = shown.once_for_letter(db, letter)
    return shown.change(db, account, once, message, change, becomes, now)


def _listens(page: WebConfig) -> Finding:
    host, _, port = page.listen.rpartition(":")
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    try:
        with socket.socket(family) as trying:
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trying.bind((bare, int(port)))
    except (OSError, OverflowError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "no such port"
        says = f"it cannot listen at {page.listen} ({why}); change listen in [platforms.web]"
        return Finding(part="page", well=False, says=says)
    return Finding(part="page", well=True, says=f"can be served at {page.listen}")


def _is_private(page: WebConfig) -> Finding:
    local = urlsplit(page.base).hostname in ("localhost", "127.0.0.1", "::1")
    if not page.secure and not local:
        says = (
            "visitors' words would travel in the open; put TLS before it and write https in address"
        )
        return Finding(part="page address", well=False, says=says)
    return Finding(part="page address", well=True, says=f"visitors come to {page.base}")
