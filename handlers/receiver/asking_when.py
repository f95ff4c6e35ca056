"""What has to be asked where it is not certain which time somebody means."""

import json
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from bot.conversation.turn import Turn
from bot.domain.decision import Decision, Tell
from bot.domain.when.answer import Unclear, Understood, Why
from bot.texts import moments

CANDIDATES = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "pick-6")


def what_is_open(answer: Unclear, turn: Turn) -> Decision:
    """Ask for what has to be known; a day that is known is told, so that a wrong one is seen."""
    why = answer.why
    if why is Why.WHAT_TIME and answer.day is None:
        why = Why.WHICH_DAY
    day = datetime.combine(answer.day or turn.now.date(), time(12), ZoneInfo(turn.person.zone))
    return turn.answer("book-when-unclear", why=why.value, day=day)


def which_of(candidates: tuple[Understood, ...], turn: Turn) -> Decision:
    """Ask which of these they meant."""
    some = candidates[: len(CANDIDATES)]
    language, zone = turn.person.language, turn.person.zone
    told = [moments.told(one.start, "zoned", language, zone) for one in some]
    question = Tell(
        turn.person.id,
        "book-when-which",
        choices=CANDIDATES[: len(some)],
        about=turn.person.id,
        labels=dict(zip(CANDIDATES, told, strict=False)),
        kept=json.dumps([one.start.astimezone(UTC).isoformat() for one in some]),
    )
    return Decision(effects=(question,))
