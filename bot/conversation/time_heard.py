"""A sentence that names a time to come, or times, may be a wish to talk then: offered, never acted on."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation.turn import Turn
from bot.domain import recurring
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
    certain = isinstance(answer, Understood) and "when" in heard
    start = answer.start if isinstance(answer, Understood) else turn.now
    return turn.answer(
        "book-heard",
        choices=("book-that", "talk", "help", "crisis"),
        about=turn.person.id,
        kept=json.dumps(heard),
        sure="series" if "rhythm" in heard else "yes" if certain else "no",
        zoned=start,
        rhythm=str(heard.get("rhythm", "")),
        times=int(str(heard.get("times", 1))),
        minutes=int(str(heard.get("length", turn.programme.limits.session_minutes))),
    )


def _moments(answer: Answer) -> dict[str, str | list[str]] | None:
    """What was heard, as far as it is certain; empty where it is a time and all of it must be asked."""
    match answer:
        case Understood(start, _, None):
            return {"when": _utc(start)}
        case Understood():
            return _series(answer)
        case Unclear(Why.UNKNOWN_WORDS):
            return None
        case Unclear(candidates=[_, *_]):
            return {"moments": [_utc(one.start) for one in answer.candidates]}
        case Unclear(Why.WHAT_TIME, day=day) if day:
            return {"day": day.isoformat()}
        case Unclear(Why.HOW_MANY | Why.TOO_LONG | Why.UNTIL_WHEN):
            return {}
        case _:
            return None


def _series(answer: Understood) -> dict[str, str | list[str]]:
    assert answer.series is not None
    times = recurring.how_many(answer.start, answer.series)
    if times is None or times < recurring.FEWEST:
        return {}
    minutes = int(answer.duration / timedelta(minutes=1)) if answer.duration else 0
    length: dict[str, str | list[str]] = {"length": str(minutes)} if minutes else {}
    return {
        "when": _utc(answer.start),
        "rhythm": answer.series.rhythm.value,
        "times": str(times),
        **length,
    }


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
