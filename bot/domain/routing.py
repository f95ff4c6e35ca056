"""Whom to ask next about a request. One function that decides; what follows is in `waiting`.

Today's policy: of those who may be asked, the longest-rested first, in waves. A better one (see
docs/decisions) replaces `choose` and nothing else.
"""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.domain.fitness import Candidate, unfit
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.request import Request

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def choose(
    request: Request, candidates: Sequence[Candidate], programme: Programme, now: datetime
) -> tuple[Volunteer, ...]:
    """The volunteers to ask in the next wave, in order; empty when nobody may be asked.

    The wished-for volunteer is asked first, and alone. A topic has to fit until `widen_after_waves`
    waves are out; when it fits nobody at all, it does not have to even before.
    """
    widened = request.wave >= programme.routing.widen_after_waves
    fit = _fitting(request, candidates, programme, now, widened=widened)
    if not fit and not widened:
        fit = _fitting(request, candidates, programme, now, widened=True)
    if not request.wave:
        wished = tuple(v for v in fit if v.person == request.wished_for)
        if wished:  # alone, so that nobody else is quicker
            return wished
    ordered = sorted(fit, key=lambda volunteer: _turn(volunteer, request))
    return tuple(ordered[: programme.routing.wave_size])


def _fitting(
    request: Request,
    candidates: Sequence[Candidate],
    programme: Programme,
    now: datetime,
    *,
    widened: bool,
) -> list[Volunteer]:
    return [
        candidate.volunteer
        for candidate in candidates
        if unfit(candidate, request, programme, now, widened=widened) is None
    ]


def _turn(volunteer: Volunteer, request: Request) -> tuple[bool, datetime, str]:
    return (
        volunteer.person != request.wished_for,
        volunteer.last_contact_at or _LONG_AGO,
        volunteer.person,
    )
