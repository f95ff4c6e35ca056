"""The bot came back just before a reminder, said the one of the day before, and then that one, too."""

from datetime import timedelta

import sqlalchemy as sa

from bot.rehearsal.town import Town
from storage import tables
from tests.stories.appointed import begins_at, settled


async def test_after_a_pause_the_one_that_is_near_is_enough(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    town.now = await begins_at(town) - timedelta(minutes=65)  # nothing rang meanwhile

    await town.later(minutes=10)

    assert rosa.heard() == ["appointment-reminder"] and mia.heard() == ["appointment-reminder"]
    journal = sa.select(tables.journal.c.numbers).where(
        tables.journal.c.action == "reminder-not-sent"
    )
    noted = await town.database.read(lambda db: [row["numbers"] for row in db.all(journal)])
    assert [(one["lead"], one["why"]) for one in noted] == [(1440, "a-later-one-is-near")] * 2
