"""Gatherings are planned, moved, called off, and come to their end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.decision import NOTHING, Decision, Note, StartTimer, StopTimer
from bot.domain.gathering import Gathering
from bot.domain.gathering_effects import ShowGathering
from bot.domain.lifecycle import GatheringStatus
from bot.domain.refusal import Refusal

ENDS = "gathering-ends"


def plan(gathering: Gathering, boards: Sequence[str]) -> Decision:
    """It is to be. `boards`: the platforms that show open gatherings to everybody there."""
    return Decision(
        save=(gathering,),
        effects=(
            StartTimer(ENDS, gathering.id, gathering.ends_at),
            Note("gathering-planned", gathering.id, gathering.programme),
            *_shown(gathering, boards),
        ),
    )


def move(gathering: Gathering, to: datetime, boards: Sequence[str], now: datetime) -> Decision:
    """It is at another time. Raises Refusal where it has begun, or would have."""
    if gathering.status is not GatheringStatus.PLANNED or gathering.begins_at <= now:
        raise Refusal("gathering-begun", code=gathering.code)
    if to <= now:
        raise Refusal("gathering-past")
    moved = replace(gathering, begins_at=to, changes=gathering.changes + 1)
    timer = StartTimer(ENDS, moved.id, moved.ends_at)
    noted = Note("gathering-moved", moved.id, moved.programme)
    return Decision(save=(moved,), effects=(timer, noted, *_shown(moved, boards)))


def call_off(gathering: Gathering, boards: Sequence[str]) -> Decision:
    """It is not to be. Raises Refusal where that was said before, or it is over."""
    if gathering.status is not GatheringStatus.PLANNED:
        raise Refusal("gathering-over", code=gathering.code)
    off = gathering.to(GatheringStatus.CALLED_OFF)
    noted = Note("gathering-called-off", off.id, off.programme)
    return Decision(save=(off,), effects=(StopTimer(ENDS, off.id), noted, *_shown(off, boards)))


def end(gathering: Gathering) -> Decision:
    """Its time is over; platforms that show it see that themselves."""
    if not gathering.to_come:
        return NOTHING
    return Decision(save=(gathering.to(GatheringStatus.OVER),))


def _shown(gathering: Gathering, boards: Sequence[str]) -> tuple[ShowGathering, ...]:
    if not gathering.shown:
        return ()
    return tuple(ShowGathering(gathering.id, platform) for platform in boards)
