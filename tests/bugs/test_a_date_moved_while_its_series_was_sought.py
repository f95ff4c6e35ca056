"""A date that waits for its series was moved, agreed to by somebody, and then given to somebody else."""

import sqlalchemy as sa

from bot.rehearsal.town import Town
from storage import tables
from storage.database import Transaction
from tests.stories.appointed import heard_at_last
from tests.stories.test_series import settled_series


async def test_moved_it_is_sought_by_itself_and_whoever_said_yes_keeps_it(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:00, 4 times")
    ali = await town.volunteer("ali", on_duty=False)
    await town.later(minutes=5)
    await mia.says("appointments")
    await mia.presses("series-stop")
    await mia.says("yes")
    await heard_at_last(town, ali, "appointment-offer", 24)
    series_offer = ali.last()
    zoe = await town.volunteer("zoe", on_duty=False)
    await rosa.says("appointments")
    await rosa.presses("series-dates")
    rows = [s for s in rosa.seen() if s.letter.mark.text_id == "appointments-row"]
    await rosa.presses("move-appointment", rows[2])
    await rosa.says("on wednesday the 23rd of january at 20:00")
    await rosa.presses("confirm-yes")
    await heard_at_last(town, zoe, "appointment-offer", 24)
    assert "23 January" in zoe.last().text
    await zoe.presses("accept")

    await ali.presses("accept", series_offer)

    columns = tables.appointments.c

    def givers(db: Transaction) -> list[str]:
        rows = db.all(sa.select(columns.volunteer, columns.status).order_by(columns.begins_at))
        assert {row["status"] for row in rows} == {"confirmed"}
        return [row["volunteer"] for row in rows]

    first, second, moved, last = await town.database.read(givers)
    assert first == second == last
    assert moved != first
