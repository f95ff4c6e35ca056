"""A page cannot make a telephone ring: whoever has closed it is not asked until it is open."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.called_back import CallBack, CallBackId, hours_wished
from bot.domain.calling_back import LOOK
from bot.messages import Address
from bot.rehearsal.town import Town
from storage import call_backs, people, timers, visits
from storage.database import Transaction

ROSA = Address("web", "rosa")


async def test_a_closed_page_counts_as_away(town: Town):
    await town.volunteer("mia")

    def keep(db: Transaction) -> CallBack:
        met = people.meet(db, ROSA, "en", True, "Europe/Copenhagen", town.now)
        people.save(db, replace(met, consented_at=town.now))
        visits.begin(db, "a secret of the page's cookie", ROSA.user, False, timedelta(days=2),
                     town.now - timedelta(minutes=30))  # fmt: skip
        hours = hours_wished("", "Europe/Copenhagen", town.now.date())
        assert hours is not None
        kept = CallBack(
            id=CallBackId(db.new_id()), receiver=met.id, programme="drop-in", kept_at=town.now,
            ends_at=town.now + timedelta(days=7), hours=hours, form="chat",
        )  # fmt: skip
        call_backs.save(db, kept)
        timers.start(db, LOOK, kept.id, town.now)
        return kept

    def open_again(db: Transaction) -> None:
        (visit,) = visits.of_account(db, ROSA.user)
        visits.seen(db, [visit.id], timedelta(days=2), timedelta(days=2), town.now)

    kept = await town.database.run(keep)
    await town.later(minutes=16)
    closed = await town.database.read(call_backs.get, kept.id)
    assert closed is not None and closed.asks == 0

    await town.database.run(open_again)
    town.now += timedelta(minutes=5)
    await town.clock.ring()

    asked = await town.database.read(call_backs.get, kept.id)
    assert asked is not None and asked.asks == 1
