"""After an outage everything comes in at one moment; that was once taken for a flood, and dropped."""

from datetime import timedelta

from bot.messages import Said
from bot.rehearsal.town import Town
from tests.stories.steps import in_touch

LINES = 90  # more than anybody may write within half a minute
BETWEEN = timedelta(seconds=20)


async def test_what_was_written_in_peace_while_the_bot_was_away_is_all_passed_on(town: Town):
    rosa, mia = await in_touch(town)
    mia.news()
    began = town.now
    town.now += LINES * BETWEEN
    for number in range(LINES):
        message = town.next_id()
        await town.happens(
            Said(
                id=f"event:{message}",
                at=began + number * BETWEEN,
                sender=rosa.address,
                place=rosa.place,
                message=message,
                text=f"Line {number}.",
            )
        )
    said = [shown.text.partition(": ")[2] for shown in mia.news()]
    came = [line for line in said if line.startswith("Line")]
    assert came == [f"Line {number}." for number in range(LINES)]
