"""Reactions as buttons: numbered emoji under a question, and what pressing one means."""

import asyncio
from collections import OrderedDict

from bot.domain.numbering import numbered
from bot.messages import Place, Pressed, Reacted
from bot.platforms.matrix.outbound import annotation, asked, ids_of, transaction
from bot.platforms.matrix.posting import Posting
from bot.platforms.matrix.rooms import Room
from bot.platforms.matrix.wire import Refused
from bot.platforms.platform import ShownChoice

KEYS = ("0️⃣", "1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟")  # each at its number
_REMEMBERED = 2_000  # questions; older ones are read again from their room
_LIMITED_TRIES = 5

Question = tuple[str, tuple[str, ...]]  # opaque key, ids of its choices in order


class Choices:
    """The questions we have asked lately."""

    def __init__(self, posting: Posting, own: str) -> None:
        self._posting = posting
        self._own = own
        self._asked: OrderedDict[str, Question | None] = OrderedDict()

    def remember(self, event: str, question: str, choices: tuple[ShownChoice, ...]) -> None:
        """`event` asks `question`."""
        self._store(event, (question, ids_of(choices)))

    async def show(
        self, room: Room, event: str, choices: tuple[ShownChoice, ...], once: str
    ) -> None:
        """Put the numbers under a question, in order. Shown once however often this is called."""
        numbers = [one.number for one in choices if one.number < len(KEYS)]
        for number, key in ((n, KEYS[n]) for n in numbers):
            for _ in range(_LIMITED_TRIES):
                try:
                    await self._posting.post(
                        room,
                        "m.reaction",
                        annotation(event, key),
                        transaction(once, f"choice {number}"),
                    )
                    break
                except Refused as refused:
                    if refused.code == "M_DUPLICATE_ANNOTATION":
                        break
                    if not refused.limited:
                        raise
                    await asyncio.sleep(refused.after or 1.0)

    async def pressed(self, reacted: Reacted) -> Pressed | Reacted:
        """The press a reaction means, or the reaction itself. Raises Refused, Unreachable."""
        number = _number(reacted.key)
        if number is None:
            return reacted
        question = await self._question(reacted.place, reacted.message)
        choice = question and numbered(question[1], number)
        if not question or choice is None:
            return reacted
        return Pressed(
            id=reacted.id,
            at=reacted.at,
            sender=reacted.sender,
            place=reacted.place,
            kind=reacted.kind,
            question=question[0],
            choice=choice,
        )

    async def _question(self, place: Place, event: str) -> Question | None:
        if event in self._asked:
            return self._asked[event]
        try:
            raw = await self._posting.original(place.room, event)
        except Refused as refused:
            if refused.limited or refused.logged_out:
                raise
            return None
        question = None
        # Only what we said ourselves is a question of ours, whatever keys others put into theirs.
        if raw is not None and raw.get("sender") == self._own:
            content = raw.get("content")
            question = asked(content) if isinstance(content, dict) else None
        self._store(event, question)
        return question

    def _store(self, event: str, question: Question | None) -> None:
        self._asked[event] = question
        while len(self._asked) > _REMEMBERED:
            self._asked.popitem(last=False)


def _number(key: str) -> int | None:
    """Which number an emoji is; clients differ in adding the variation selector."""
    bare = key.replace("\ufe0f", "")
    plain = [known.replace("\ufe0f", "") for known in KEYS]
    return plain.index(bare) if bare in plain else None
