"""On and off duty: when a volunteer may be asked, and how much is enough."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.domain.decision import Decision, Note, StartTimer, StopTimer, Tell
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from bot.domain.when import Answer, Unclear, Understood, Why

DUTY_ENDS = "duty-ends"
SHORTEST = timedelta(minutes=5)  # below it nobody could be asked and answer

HALF_A_DAY = timedelta(hours=12)

Feeling = Literal["light", "okay", "heavy"]


def until(answer: Answer, now: datetime) -> datetime | None:
    """When a duty ends that begins now, from how long it was said to be; None is to be asked about.

    "Until nine" is the next time the clock shows nine: of morning and evening always one comes
    within half a day, and no duty goes on for longer.
    """
    if isinstance(answer, Unclear) and answer.why is Why.MORNING_OR_EVENING:
        soon = [one for one in answer.candidates if one.duration and one.duration <= HALF_A_DAY]
        answer = soon[0] if len(soon) == 1 else answer
    if not isinstance(answer, Understood) or answer.duration is None:
        return None
    return now + answer.duration


def on(
    volunteer: Volunteer,
    until: datetime,
    week_so_far: Sequence[tuple[datetime, datetime]],
    programme: Programme,
    now: datetime,
) -> Decision:
    """They may be asked until then. Their own wish, cut to what the programme allows.

    `week_so_far` are their duties of the last seven days. Raises Refusal when there is no room left.
    """
    most = programme.volunteer_limits
    if volunteer.rest_until and volunteer.rest_until - now > timedelta(hours=1):
        raise Refusal("duty-resting", when=volunteer.rest_until)
    if until - now < SHORTEST:
        raise Refusal("duty-too-short", minutes=int(SHORTEST / timedelta(minutes=1)))
    since = volunteer.on_duty_since if volunteer.on_duty(now) else now
    assert since is not None
    latest = since + timedelta(hours=most.duty_hours)
    own_week = volunteer.limits.week_hours or most.week_hours
    carried = sum(((end - start) for start, end in week_so_far if end <= now), timedelta())
    left = timedelta(hours=min(own_week, most.week_hours)) - carried - (now - since)
    latest = min(latest, now + left)
    if latest - now < SHORTEST:
        raise Refusal("duty-enough", hours=most.duty_hours, week=min(own_week, most.week_hours))
    ends = min(until, latest)
    ready = replace(volunteer, on_duty_since=since, on_duty_until=ends)
    minutes = int((ends - now) / timedelta(minutes=1))
    return Decision(
        save=(ready,),
        effects=(
            Tell(volunteer.person, "duty-on", {"at": ends, "cut": ends < until}),
            StartTimer(DUTY_ENDS, volunteer.person, ends),
            Note("duty-on", programme=volunteer.programme, numbers={"minutes": minutes}),
        ),
    )


def off(
    volunteer: Volunteer, programme: Programme, now: datetime, text: str = "duty-off"
) -> Decision:
    """They are not asked any more. Thanks."""
    free = replace(volunteer, on_duty_until=min(now, volunteer.on_duty_until or now))
    return Decision(
        save=(free,),
        effects=(
            Tell(volunteer.person, text),
            StopTimer(DUTY_ENDS, volunteer.person),
            noted_off(volunteer, now),
        ),
    )


def noted_off(volunteer: Volunteer, now: datetime) -> Note:
    """The step that a duty ended, for how long it was; whatever ended it."""
    began = volunteer.on_duty_since or now
    minutes = int((now - began) / timedelta(minutes=1))
    return Note("duty-off", programme=volunteer.programme, numbers={"minutes": minutes})


def debriefed(
    volunteer: Volunteer, feeling: Feeling, programme: Programme, now: datetime
) -> Volunteer:
    """The volunteer after the debrief: a heavy contact gives rest, and takes them off duty."""
    if feeling != "heavy":
        return volunteer
    rest = now + timedelta(hours=programme.volunteer_limits.heavy_rest_hours)
    ended = min(now, volunteer.on_duty_until or now)
    return replace(
        volunteer, rest_until=max(rest, volunteer.rest_until or rest), on_duty_until=ended
    )
