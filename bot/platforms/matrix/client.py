"""The Matrix platform: puts the parts together and stands between them and the core."""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from bot.config import MatrixConfig
from bot.messages import Place
from bot.platforms.matrix import media, profile, session
from bot.platforms.matrix.arrivals import Arrivals
from bot.platforms.matrix.checking import findings
from bot.platforms.matrix.choices import Choices
from bot.platforms.matrix.cross_signing import Identity, cross_sign
from bot.platforms.matrix.direct import DirectChats
from bot.platforms.matrix.inbound import PLATFORM
from bot.platforms.matrix.invites import Invites
from bot.platforms.matrix.keys import Keys, KeysChanged, open_machine
from bot.platforms.matrix.opening import Opening
from bot.platforms.matrix.pauses import Pauses
from bot.platforms.matrix.posting import Posting
from bot.platforms.matrix.quiet import hush_nio
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import Sending
from bot.platforms.matrix.sharing import Sharing
from bot.platforms.matrix.stream import Stream
from bot.platforms.matrix.tasks import Tasks
from bot.platforms.matrix.upgrades import Upgrades
from bot.platforms.matrix.waiting import Waiting
from bot.platforms.matrix.wire import Refused, Unreachable, Wire
from bot.platforms.platform import (
    FileRefused,
    Finding,
    HandIn,
    Letter,
    Memory,
    Outcome,
    PlatformStopped,
    RetryLater,
)

log = logging.getLogger(__name__)

_TYPING = 20_000  # milliseconds a typing notice lasts if nobody takes it back
_STAND_IN_GRACE = 3.0  # seconds; ordinary clients send the key together with the message
_STARTING = 1.0  # seconds after which a letter is tried again while we are still logging in


class MatrixPlatform:
    """One bot account on a Matrix homeserver, with one encrypted device.

    `store` is the folder of nio's key store, sealed with `pickle_key`; everything else that must
    last is in `memory`. `key_grace` is how long, in seconds, a message may wait for its key before
    it is handed in as unreadable; `first_pause` the first pause after a failure, in seconds;
    `invites_an_hour` how many invitations from one homeserver are answered in an hour.

    `stand_in`: a device for safe mode, logged out at the end. Nobody has signed it, so strict
    clients neither give it keys nor show what it encrypts: it waits for no key, and what it says
    goes out as plain text. That is the same for everybody, and holds the crisis doors.
    """

    def __init__(
        self,
        config: MatrixConfig,
        memory: Memory,
        *,
        password: str | None,
        store: Path,
        pickle_key: str,
        key_grace: float = 60.0,
        first_pause: float = 1.0,
        invites_an_hour: int = 200,
        stand_in: bool = False,
    ) -> None:
        hush_nio()
        self._config = config
        self._memory = memory
        self._password = password
        self._store = store
        self._pickle_key = pickle_key
        self._first_pause = first_pause
        self._stand_in = stand_in
        self._ready = asyncio.Event()
        self._keys: Keys | None = None
        self._sharing: Sharing | None = None

        own = config.user
        self._wire = Wire(config.homeserver)
        self._tasks = Tasks()
        self._waiting = Waiting(memory, _STAND_IN_GRACE if stand_in else key_grace)
        self._rooms = Rooms(self._wire, memory, own, config.coordinators_room)
        self._direct = DirectChats(self._wire, own)
        self._opening = Opening(self._wire, memory, self._rooms, self._direct)
        self._posting = Posting(self._wire, self._rooms, self._shared)
        self._posting.plainly = stand_in
        self._choices = Choices(self._posting, own)
        self._upgrades = Upgrades(memory, self._rooms)
        self._invites = Invites(
            self._wire,
            memory,
            self._rooms,
            self._opening,
            wanted=self._wanted,
            an_hour=invites_an_hour,
        )
        self._sending = Sending(
            self._wire, self._rooms, self._opening, self._posting, self._choices, self._tasks
        )

    @property
    def name(self) -> str:
        """The word before the colon in an address."""
        return PLATFORM

    async def run(self, hand_in: HandIn) -> None:
        """Log in, then hand in what happens until cancelled. Raises PlatformStopped."""
        keys = await self._start()
        stream = Stream(
            self._wire,
            self._memory,
            keys,
            self._arrivals(),
            self._waiting,
            self._invites,
            Pauses(self._first_pause),
            self._log_in_again,
            last_words=self._stand_in,
        )
        serving = asyncio.create_task(self._invites.serve())
        try:
            await stream.run(hand_in)
        finally:
            self._ready.clear()
            serving.cancel()
            with suppress(asyncio.CancelledError):
                await serving

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Deliver a letter; the same `once` shows once."""
        if not self._ready.is_set():
            return RetryLater(after=_STARTING, why="starting")
        return await self._sending.deliver(letter, once)

    async def fetch(self, handle: str, limit: int) -> bytes:
        """The bytes of a file, at most `limit`; raises FileRefused."""
        if not self._ready.is_set():
            raise FileRefused("not connected")
        return await media.fetch(self._wire, handle, limit)

    async def typing(self, place: Place, on: bool) -> None:
        """Show or stop showing that the bot is at work. Never raises."""
        if not self._ready.is_set():
            return
        path = ("rooms", place.room, "typing", self._config.user)
        body = {"typing": on, **({"timeout": _TYPING} if on else {})}
        with suppress(Refused, Unreachable):
            await self._wire.call("PUT", *path, body=body)

    async def check(self) -> Sequence[Finding]:
        """Whether account, device, keys and rooms are well. Changes nothing, needs no `run`."""
        return await findings(self._config, self._memory, self._store, self._password)

    async def close(self) -> None:
        """Let go of connections. Safe to call twice."""
        self._ready.clear()
        await self._tasks.close()
        if self._stand_in and self._wire.token:
            with suppress(Refused, Unreachable):
                await self._wire.call("POST", "logout", body={})
        await self._wire.close()
        if self._keys is not None:
            self._keys.close()

    async def _start(self) -> Keys:
        """Everything that must be there before the first event; tried until it is."""
        pauses = Pauses(self._first_pause)
        while True:
            try:
                return await self._start_once()
            except (Refused, Unreachable) as error:
                if isinstance(error, Refused) and error.logged_out:
                    await self._log_in_again_or_stop(error)
                pause = pauses.next(error.after if isinstance(error, Refused) else None)
                log.warning("start again", extra={"action": "start-again", "why": str(error)})
                await asyncio.sleep(pause)

    async def _start_once(self) -> Keys:
        entered = await session.enter(self._wire, self._memory, self._config, self._password)
        if self._keys is None:
            try:
                olm = open_machine(entered.user, entered.device, self._store, self._pickle_key)
            except ValueError as error:
                raise PlatformStopped(
                    "The Matrix key store cannot be opened with this key. Restore the key file "
                    "it was made with, or remove the store and run `peerbot setup matrix`."
                ) from error
            self._keys = Keys(self._wire, olm)
            self._sharing = Sharing(self._keys)
        try:
            await self._keys.confirm()
        except KeysChanged as error:
            raise PlatformStopped(
                "The homeserver knows the bot's device by other encryption keys than those in the "
                "key store. Restore the store from your backup, or remove it and run "
                "`peerbot setup matrix` to make a new device."
            ) from error
        await self._keys.publish()
        if not self._stand_in:  # which must never give the account an identity that is then lost
            await self._sign(self._keys)
        for part in (self._waiting, self._rooms, self._opening, self._invites, self._upgrades):
            await part.load()
        self._ready.set()
        self._tasks.start(self._show_profile(), "profile")
        return self._keys

    async def _sign(self, keys: Keys) -> None:
        identity = await cross_sign(self._wire, keys.olm, self._memory, self._password)
        if identity is not Identity.OURS:
            log.warning("not cross-signed", extra={"action": f"identity-{identity.value}"})

    async def _show_profile(self) -> None:
        config = self._config
        await profile.show(
            self._wire, self._memory, config.user, config.display_name, config.avatar
        )

    async def _log_in_again(self) -> None:
        await session.enter(self._wire, self._memory, self._config, self._password, anew=True)

    async def _log_in_again_or_stop(self, refused: Refused) -> None:
        if not refused.body.get("soft_logout"):
            raise PlatformStopped(
                "The Matrix homeserver does not know the bot's login any more. " + session.SETUP
            ) from refused
        with suppress(Refused, Unreachable):  # tried again after the pause
            await self._log_in_again()

    def _arrivals(self) -> Arrivals:
        return Arrivals(
            self._wire,
            self._rooms,
            self._shared,
            self._waiting,
            self._choices,
            self._invites,
            self._upgrades,
            self._opening,
            self._direct,
            self._tasks,
        )

    def _shared(self) -> Sharing:
        if self._sharing is None:
            raise Unreachable("starting")
        return self._sharing

    def _wanted(self, room: str) -> bool:
        return self._rooms.is_coordinators(room) or self._upgrades.expects(room)
