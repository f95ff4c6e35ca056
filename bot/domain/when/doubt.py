"""Between what there is doubt, and what several ways to read a text come to together."""

from datetime import UTC, timedelta
from typing import Final

from bot.domain.when.answer import Answer, NotUnderstood, Unclear, Understood, Why

MOST_CANDIDATES: Final = 6  # more are no help to choose among
_CANNOT_BE: Final = (Why.DO_NOT_FIT, Why.DAY_AND_DATE, Why.NO_SUCH_DAY, Why.NO_SUCH_TIME)


def between(found: tuple[Understood, ...]) -> Why:
    """What has to be asked to know which of these is meant."""
    days = sorted({one.start.date() for one in found})
    clocks = {one.start.time() for one in found}
    minutes = sorted(clock.hour * 60 + clock.minute for clock in clocks)
    if len(days) == 1:
        if len(clocks) == 1:
            return Why.TWICE
        half_a_day = len(minutes) == 2 and minutes[1] - minutes[0] == 12 * 60
        return Why.MORNING_OR_EVENING if half_a_day else Why.WHICH_TIME
    if len(clocks) == 1 and all(
        (day - days[0]) % timedelta(weeks=1) == timedelta() for day in days
    ):
        return Why.WHICH_WEEK
    half_a_day = len(found) == len(minutes) == 2 and minutes[1] - minutes[0] == 12 * 60
    return Why.MORNING_OR_EVENING if half_a_day else Why.WHICH_DAY


def together(answers: list[Answer]) -> Answer:
    """One answer out of one for each way to read a text. Understood only if no way is left open.

    A way that cannot be (there is no 31 April) is no way; all the others are.
    """
    if not answers:
        return NotUnderstood()
    possible = list(dict.fromkeys(a for a in answers if not _cannot_be(a)))
    if not possible:
        return answers[0]
    if len(possible) == 1:
        return possible[0]
    # By UTC, since of an hour that comes twice both times are equal on the wall.
    candidates = {
        (one.start.astimezone(UTC), one.duration, one.series): one
        for answer in possible
        for one in candidates_of(answer)
    }
    found = tuple(sorted(candidates.values(), key=lambda one: one.start.astimezone(UTC)))
    found = found[:MOST_CANDIDATES]
    if not found:
        return possible[0]
    if all(isinstance(answer, Unclear) and answer.why is Why.LOOSE for answer in possible):
        return Unclear(Why.LOOSE, found if len(found) == 1 else ())
    return Unclear(between(found) if len(found) > 1 else Why.WHICH_DAY, found)


def _cannot_be(answer: Answer) -> bool:
    """Whether nobody can have meant it: it does not exist, or was before now."""
    if not isinstance(answer, Unclear):
        return False
    return answer.why in _CANNOT_BE or (answer.why is Why.PAST and not answer.candidates)


def candidates_of(answer: Answer) -> tuple[Understood, ...]:
    """What might be meant, as far as it is known."""
    if isinstance(answer, Understood):
        return (answer,)
    return answer.candidates if isinstance(answer, Unclear) else ()
