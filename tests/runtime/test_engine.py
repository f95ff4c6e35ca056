"""One event, one transaction: once, whole, and never in the way of others."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.domain.decision import Decision, Tell
from bot.messages import Said, TimeCame, Undelivered
from bot.platforms.platform import Why
from bot.rehearsal.town import Town
from storage import outbox, people, set_aside, tables, timers
from storage.database import Transaction
from tests.runtime.evening import KEY


def _said(town: Town, name: str, text: str, id: str = "event:1") -> Said:
    me = town.stranger(name)
    return Said(id=id, at=town.now, sender=me.address, place=me.place, message=id, text=text)


async def _ids_in_outbox(town: Town) -> list[str]:
    def look(db: Transaction) -> list[str]:
        return [row["id"] for row in db.all(sa.select(tables.outbox.c.id))]

    return await town.database.read(look)


async def test_an_event_that_comes_twice_is_handled_once(town: Town):
    await town.receiver("rosa")
    event = _said(town, "rosa", "help")

    for _ in range(3):
        await town.engine.handle(event)

    assert len(await _ids_in_outbox(town)) == 1


async def test_what_follows_has_ids_that_follow_from_the_event(tmp_path: Path):
    ids = []
    for name in ("once", "again"):
        (tmp_path / name).mkdir()
        town = await Town.begin(tmp_path / name, key=KEY)
        await town.receiver("rosa")
        await town.engine.handle(_said(town, "rosa", "help"))
        ids.append(await _ids_in_outbox(town))
        await town.close()

    assert ids[0] == ids[1] and len(ids[0]) == 1


def _breaks(town: Town, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    really = town.reception.decide

    def decide(event, db, now):
        if getattr(event, "text", "") == word or getattr(event, "kind", "") == word:
            people.meet(db, town.address_of("half"), "da", True, "Europe/Copenhagen", now)
            raise KeyError(word)
        return really(event, db, now)

    monkeypatch.setattr(type(town.reception), "decide", lambda _, *args: decide(*args))


@pytest.mark.parametrize("word", ["poison", "poison \ud800"])
async def test_an_event_we_fail_at_is_set_aside_and_others_go_on(
    town: Town, monkeypatch: pytest.MonkeyPatch, word: str
):
    rosa, ib = await town.receiver("rosa"), await town.receiver("ib")
    _breaks(town, monkeypatch, word)

    await rosa.says(word)
    await ib.says("help")

    assert rosa.heard() == ["something-went-wrong"]
    assert town.heard_in_room() == ["alarm-fault"]
    assert ib.heard() == ["help"]
    assert await town.database.read(set_aside.count) == 1
    half = await town.database.read(people.recognise, town.address_of("half"))
    assert half is None


async def test_an_event_set_aside_is_not_tried_again_when_it_comes_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    rosa = await town.receiver("rosa")
    _breaks(town, monkeypatch, "poison")
    event = _said(town, "rosa", "poison")

    for _ in range(3):
        await town.happens(event)

    assert rosa.heard() == ["something-went-wrong"]
    assert await town.database.read(set_aside.count) == 1


async def test_a_timer_we_fail_at_does_not_ring_for_ever(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    _breaks(town, monkeypatch, "give-up")
    await town.database.run(timers.start, "give-up", "wish", town.now)
    await town.database.run(timers.start, "alarm-of-another", "wish", town.now)

    await town.settle()

    assert await town.database.read(timers.next_due) is None
    assert town.heard_in_room() == ["alarm-fault"]


async def test_trouble_with_the_database_is_raised_and_nothing_is_done(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    await town.receiver("rosa")
    event = _said(town, "rosa", "help")

    def full(_: object) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, OSError("disk full"))

    engine = town.database.writer.engine
    sa.event.listen(engine, "commit", full)
    with pytest.raises(sa.exc.OperationalError):
        await town.engine.handle(event)
    sa.event.remove(engine, "commit", full)
    assert await _ids_in_outbox(town) == []

    await town.happens(event)
    assert town.stranger("rosa").heard() == ["help"]


async def test_a_letter_is_settled_with_the_event_that_answers_it_also_when_we_fail(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    rosa = await town.receiver("rosa")
    await town.engine.handle(_said(town, "rosa", "help"))
    (letter,) = await _ids_in_outbox(town)
    _breaks(town, monkeypatch, "tell")
    came_back = Undelivered(id="back:1", at=town.now, letter="", kind="tell", to="", about="",
                            text_id="help", why=Why.GONE)  # fmt: skip

    await town.engine.handle(came_back, settles=letter)

    assert letter not in await _ids_in_outbox(town)
    assert await town.database.read(set_aside.count) == 1
    assert rosa.heard() == []


async def test_one_timer_may_ring_twice_at_one_moment_and_says_both_things(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    rosa = await town.receiver("rosa")
    met = await town.database.read(people.recognise, rosa.address)
    assert met is not None
    tell = Decision(effects=(Tell(met.id, "help", {"commands": ""}),))
    monkeypatch.setattr(type(town.reception), "decide", lambda *_: tell)
    ring = TimeCame(id="timer:x", at=town.now, kind="x", about="wish", due=town.now)

    for _ in range(2):
        await town.database.run(timers.start, "x", "wish", town.now)
        await town.happens(ring)
        await town.happens(ring)  # and the same ringing again is none

    assert rosa.heard() == ["help", "help"]


async def test_after_forgetting_the_log_of_the_database_is_folded(town: Town):
    rosa = await town.receiver("rosa")
    index = await town.database.read(people.address_index, rosa.address)
    await rosa.says("forget me")
    while rosa.last().letter.choices:
        await rosa.presses(rosa.last().letter.choices[0].id)

    assert await town.database.read(people.recognise, rosa.address) is None
    folder = town.database.path.parent
    assert all(index.encode() not in file.read_bytes() for file in folder.iterdir())


async def test_a_damaged_letter_is_given_up_and_coordinators_hear_once(town: Town):
    await town.receiver("rosa")
    await town.engine.handle(_said(town, "rosa", "help"))
    broken = sa.update(tables.outbox).values(payload_sealed=b"\x01\x01 rubbish")
    await town.database.run(lambda db: db.execute(broken))

    await town.settle()

    assert await _ids_in_outbox(town) == []
    assert town.heard_in_room() == ["alarm-fault"]
    assert await town.database.read(outbox.next_due, town.now) is None
