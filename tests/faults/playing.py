"""How a scene of `scenes` or `scenes_of_groups` is played, up to the moment at which its timer rings."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa

from bot.app import made_ready
from bot.domain.programme import Form, Programme
from bot.programmes.loading import load
from bot.rehearsal.town import EVENING, Town
from storage import tables

Scene = Callable[[Town], Awaitable[object]]

PROGRAMME: Final[Programme] = replace(
    load("drop-in"), staffing=1, forms=(Form.CHAT, Form.IN_PERSON)
)  # otherwise nobody misses anybody
BEGINS_AT: Final = EVENING - timedelta(hours=1)  # Monday, seven in Copenhagen; it is open
SCENES: dict[str, Scene] = {}


def scene(*kinds: str) -> Callable[[Scene], Scene]:
    """A scene after which the next timer of each of these kinds is one that matters."""

    def kept(play: Scene) -> Scene:
        for kind in kinds:
            assert kind not in SCENES, kind
            SCENES[kind] = play
        return play

    return kept


async def played(town: Town, kind: str) -> None:
    """The scene of `kind`; then the clock stands at the moment at which it is due, not yet rung."""
    await town.database.run(made_ready, town.desk.config, town.now)
    await town.coordinator("karin")
    await SCENES[kind](town)
    for _ in range(500):
        coming = await town.next_due()
        assert coming is not None, f"after its scene no timer of the kind {kind} is set"
        town.now = max(town.now, coming)
        if kind in await _due(town):
            return
        await town.settle()
    raise AssertionError(f"a timer of the kind {kind} never comes up after its scene")


async def _due(town: Town) -> set[str]:
    now: datetime = town.now
    row = sa.select(tables.timers.c.kind).where(tables.timers.c.due_at <= now)
    return await town.database.read(lambda db: {one["kind"] for one in db.all(row)})
