"""A sentence that names a time to come may be a wish to talk then: offered, never acted on."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.when.answer import Answer, Unclear, Understood, Why
from bot.domain.when.understanding import understand

FEWEST_WORDS = 2  # a mere number is an answer to something


def time_heard(turn: Turn, text: str) -> Decision | None:
    """Ask whether they want to talk then, if every word says when. No word of theirs is kept."""
    if len(text.split()) < FEWEST_WORDS:
        return None
    answer = understand(text, turn.now, ZoneInfo(turn.person.zone))
    heard = _moments(answer)
    if heard is None:
        return None
    start = answer.start if isinstance(answer, Understood) else turn.now
    return turn.answer(
        "book-heard",
        choices=("book-that", "talk", "help", "crisis"),
        about=turn.person.id,
        kept=json.dumps(heard),
        sure="yes" if isinstance(answer, Understood) else "no",
        zoned=start,
    )


def _moments(answer: Answer) -> dict[str, str | list[str]] | None:
    match answer:
        case Understood(start, _, None):
            return {"when": _utc(start)}
        case Unclear(Why.UNKNOWN_WORDS):
            return None
        case Unclear(candidates=[_, *_]):
            return {"moments": [_utc(one.start) for one in answer.candidates]}
        case Unclear(Why.WHAT_TIME, day=day) if day:
            return {"day": day.isoformat()}
        case _:
            return None


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
