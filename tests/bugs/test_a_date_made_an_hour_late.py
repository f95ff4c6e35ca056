"""A date beyond the change of the clock came into reach an hour late: days were counted on the wall."""

from datetime import UTC, datetime

import sqlalchemy as sa

from bot.domain.keeping_on import GOES_ON
from bot.rehearsal.town import Town
from storage import tables
from tests.stories.test_series import settled_series


async def test_it_is_made_as_soon_as_it_can_be_booked(town: Town):
    await settled_series(town, "every tuesday at 19:30, 16 times")
    rings = sa.select(tables.timers.c.due_at).where(tables.timers.c.kind == GOES_ON)
    (due,) = await town.database.read(lambda db: list(db.execute(rings).scalars()))
    assert due == datetime(2030, 1, 9, 17, 30, tzinfo=UTC)  # 90 days before 9 April, in summer time
