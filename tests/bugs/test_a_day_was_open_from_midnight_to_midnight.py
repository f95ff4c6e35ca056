"""A programme that is open around the clock stood in the week as *open 00:00-00:00*, as if closed."""

from dataclasses import replace
from datetime import time
from pathlib import Path

from bot.domain.opening import Hours
from bot.programmes.loading import load
from tests.stories.story_town import StoryTown


async def test_a_day_ends_at_24_in_the_week_and_in_its_table(tmp_path: Path):
    drop_in = load("drop-in")
    always = ((Hours(time(0), time(0)),),) * 7
    hours = replace(drop_in.hours, weekly=always, on_holidays=None)
    town = await StoryTown.begin(tmp_path, programme=replace(drop_in, hours=hours))
    karen = await town.coordinator("karen")

    await karen.says("calendar")

    week = karen.seen()[-3].text
    assert "open 00:00-24:00" in week and "-00:00" not in week
    table = karen.last().letter.file
    assert table is not None and "24:00" in table.data.decode()
    await town.close()
