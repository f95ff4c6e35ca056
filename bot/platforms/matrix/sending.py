"""What becomes of a letter."""

import asyncio
import logging

from bot.messages import Place, PlaceKind
from bot.platforms.gatherings import (
    EventShowing,
    EventWithdrawing,
    GroupOpening,
    LettingIn,
    PuttingOut,
)
from bot.platforms.matrix import media, outbound
from bot.platforms.matrix.choices import Choices
from bot.platforms.matrix.inbound import PLATFORM
from bot.platforms.matrix.opening import Declined, Opening
from bot.platforms.matrix.outbound import transaction
from bot.platforms.matrix.posting import Posting
from bot.platforms.matrix.rooms import Room, Rooms
from bot.platforms.matrix.tasks import Tasks
from bot.platforms.matrix.wire import Refused, Unreachable, Wire
from bot.platforms.platform import (
    Amendment,
    Delivered,
    GaveUp,
    Letter,
    Message,
    Outcome,
    Reaction,
    Retraction,
    RetryLater,
    RoomLeaving,
    RoomOpening,
    SigningOut,
    Why,
)

log = logging.getLogger(__name__)

_MUST_WAIT = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})  # the stream will stop us if so
_GONE = frozenset({"M_NOT_FOUND"})
_BAD = frozenset({"M_BAD_JSON", "M_NOT_JSON", "M_INVALID_PARAM", "M_MISSING_PARAM"})


class Sending:
    """Delivers letters, one attempt at a time."""

    def __init__(
        self,
        wire: Wire,
        rooms: Rooms,
        opening: Opening,
        posting: Posting,
        choices: Choices,
        tasks: Tasks,
    ) -> None:
        self._wire = wire
        self._rooms = rooms
        self._opening = opening
        self._posting = posting
        self._choices = choices
        self._tasks = tasks

    async def deliver(self, letter: Letter, once: str) -> Outcome:
        """Try once; what went wrong comes back as a value."""
        try:
            return await self._deliver(letter, once)
        except Refused as refused:
            return outcome_of(refused)
        except Unreachable as unreachable:
            return RetryLater(why=unreachable.why)
        except Declined:
            return GaveUp(why=Why.UNREACHABLE)
        except asyncio.CancelledError:
            raise
        except Exception as error:  # a bug of ours must not stop the courier
            log.error(
                "letter broke", extra={"action": "letter-broke", "error": type(error).__name__}
            )
            return GaveUp(why=Why.BROKEN)

    async def _deliver(self, letter: Letter, once: str) -> Outcome:
        match letter:
            case Message():
                return await self._say(letter, once)
            case Amendment():
                room = await self._rooms.get(letter.place.room)
                content = outbound.amendment(letter)
                event = await self._posting.post(room, "m.room.message", content, transaction(once))
                return Delivered(message=event, place=letter.place)
            case Reaction():
                return await self._react(letter, once)
            case Retraction():
                event = await self._posting.redact(
                    letter.place.room, letter.message, transaction(once)
                )
                return Delivered(message=event, place=letter.place)
            case RoomOpening():
                users = tuple(address.user for address in letter.invite)
                room = await self._opening.group(PlaceKind.SHARED, letter.name, users, once)
                return Delivered(place=Place(PLATFORM, room.id))
            case RoomLeaving():
                await self._opening.leave(letter.place.room)
                return Delivered(place=letter.place)
            case EventShowing() | EventWithdrawing() | GroupOpening() | LettingIn() | PuttingOut():
                return GaveUp(why=Why.REFUSED)  # decision 0042
            case SigningOut():
                return Delivered()  # who is signed in here is the homeserver's business

    async def _say(self, letter: Message, once: str) -> Outcome:
        room = await self._room_for(letter, once)
        try:
            event = await self._post(room, letter, once)
        except Refused as refused:
            if refused.code not in ("M_FORBIDDEN", "M_NOT_FOUND") or letter.to is None:
                raise
            # We were put out of it and have not heard of that yet: look again, once.
            self._rooms.forget(room.id)
            again = await self._room_for(letter, once)
            if again.id == room.id:
                raise
            room, event = again, await self._post(again, letter, once)
        if letter.choices:
            self._choices.remember(event, letter.question, letter.choices)
            shown = self._choices.show(room, event, letter.choices, once)
            self._tasks.start(shown, "show-choices")
        return Delivered(message=event, place=Place(PLATFORM, room.id))

    async def _post(self, room: Room, letter: Message, once: str) -> str:
        where = None
        if letter.file is not None:
            where = await media.put(self._wire, letter.file, encrypted=room.encrypted)
        content = outbound.message(letter, where)
        return await self._posting.post(room, "m.room.message", content, transaction(once))

    async def _room_for(self, letter: Message, once: str) -> Room:
        """Where the letter goes: its place if that still stands, else the person's direct chat."""
        user = letter.to.user if letter.to is not None else None
        if letter.place is not None:
            try:
                room = await self._rooms.get(letter.place.room)
                if user is None or user in room.inside():
                    return room
            except Refused as refused:
                if user is None or refused.code not in ("M_FORBIDDEN", "M_NOT_FOUND"):
                    raise
        if user is None:
            raise Refused(404, "M_NOT_FOUND", None, {})
        return await self._opening.direct(user, once)

    async def _react(self, letter: Reaction, once: str) -> Outcome:
        room = await self._rooms.get(letter.place.room)
        try:
            event = await self._posting.post(
                room, "m.reaction", outbound.reaction(letter), transaction(once)
            )
        except Refused as refused:
            if refused.code != "M_DUPLICATE_ANNOTATION":
                raise
            event = ""  # it is there already, which is all that was wanted
        return Delivered(message=event, place=letter.place)


def outcome_of(refused: Refused) -> Outcome:
    """What the homeserver's no means for a letter."""
    if refused.limited:
        return RetryLater(after=refused.after, why="429")
    if refused.code in _MUST_WAIT:
        return RetryLater(why="401")
    if refused.code == "M_TOO_LARGE" or refused.status == 413:
        return GaveUp(why=Why.TOO_LARGE)
    if refused.code in _GONE:
        return GaveUp(why=Why.GONE)
    if refused.code in _BAD:
        return GaveUp(why=Why.REFUSED)
    if refused.status == 403:
        return GaveUp(why=Why.UNREACHABLE)
    return GaveUp(why=Why.BROKEN)
