"""The courier: in order for each reader, again after a failure, never twice."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.messages import Said
from bot.platforms.platform import GaveUp, Letter, Message, Outcome, RetryLater, Why
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Wire
from bot.runtime.courier import FAULTS_BORNE, LEASE, LONGEST_PAUSE, pause_after
from storage import tables
from storage.database import Transaction
from tests.runtime.evening import KEY


def _waiting(db: Transaction) -> int:
    return db.count(sa.select(sa.func.count()).select_from(tables.outbox))


async def _in_touch(town: Town) -> tuple[Townsperson, Townsperson]:
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await rosa.says("talk")
    for _ in range(4):
        await rosa.says("skip")
    await mia.presses("accept")
    rosa.heard(), mia.heard()
    return rosa, mia


def _words(person: Townsperson) -> list[str]:
    return [
        shown.text.partition(": ")[2]
        for shown in person.seen()
        if shown.letter.mark.text_id == "relay"
    ]


@given(attempts=st.integers(0, 500), jitter=st.floats(0, 1, exclude_max=True))
def test_pauses_grow_and_have_a_limit(attempts: int, jitter: float):
    pause = pause_after(attempts, None, jitter).total_seconds()

    doubled = min(LONGEST_PAUSE, 2.0 ** min(attempts, 20))
    assert 0.5 * doubled <= pause + 1e-6 and pause <= 1.5 * doubled


@given(wished=st.floats(0, 10_000), jitter=st.floats(0, 1, exclude_max=True))
def test_what_the_platform_wishes_is_obeyed(wished: float, jitter: float):
    pause = pause_after(7, wished, jitter)

    assert pause.total_seconds() == pytest.approx(max(wished, 0.05), abs=1e-5)


async def test_what_must_wait_keeps_its_place_and_others_do_not_wait_for_it(town: Town):
    rosa, mia = await _in_touch(town)
    ib = await town.receiver("ib")
    town.wire.trouble = lambda letter: RetryLater(after=90) if _is_for(letter, mia) else None

    for text in ("one", "two", "three"):
        await rosa.says(text)
    await ib.says("help")
    assert _words(mia) == [] and ib.heard() == ["help"]

    town.wire.trouble = lambda letter: None
    await town.later(seconds=89)
    assert _words(mia) == []
    await town.later(seconds=1)
    assert _words(mia) == ["one", "two", "three"]


def _is_for(letter: Letter, person: Townsperson) -> bool:
    return isinstance(letter, Message) and letter.to == person.address


async def test_a_letter_that_arrived_though_we_heard_otherwise_is_shown_once(town: Town):
    rosa, mia = await _in_touch(town)
    answers = [RetryLater(why="timeout"), RetryLater(why="timeout")]
    town.wire.trouble_after = lambda letter: answers.pop() if answers else None

    await rosa.says("hello")
    await town.later(minutes=1)

    assert _words(mia) == ["hello"] and answers == []


class Died(BaseException):
    """The process is gone."""


@pytest.mark.parametrize("seen_before_death", [True, False])
async def test_who_dies_between_sending_and_settling_sends_again_and_it_is_shown_once(
    tmp_path: Path, seen_before_death: bool
):
    town = await Town.begin(tmp_path, key=KEY)
    rosa, mia = await _in_touch(town)

    def dies(letter: Letter) -> Outcome | None:
        raise Died

    if seen_before_death:
        town.wire.trouble_after = dies
    else:
        town.wire.trouble = dies
    with pytest.raises(Died):
        await rosa.says("hello")
    await town.database.close()

    again = Town(
        tmp_path, config=town.desk.config, programmes=dict(town.desk.programmes), key=KEY,
        now=town.now,
    )  # fmt: skip
    again.courier._platforms = {town.wire.name: town.wire}
    town.wire.trouble = town.wire.trouble_after = lambda letter: None
    await again.courier.send_all()
    assert _words(mia) == (["hello"] if seen_before_death else [])  # whoever died holds the lease
    again.now += LEASE
    await again.courier.send_all()

    assert _words(mia) == ["hello"]
    assert await again.database.read(_waiting) == 0
    await again.close()


async def test_a_letter_given_up_is_told_and_struck_off_together(town: Town):
    rosa, mia = await _in_touch(town)
    town.wire.trouble = lambda letter: GaveUp(why=Why.UNREACHABLE) if _is_for(letter, mia) else None

    await rosa.says("hello")

    assert rosa.heard() == ["relay-not-delivered"]
    assert await town.database.read(_waiting) == 0


async def test_what_came_too_late_to_help_is_not_sent(town: Town):
    rosa, mia = await _in_touch(town)
    town.wire.trouble = lambda letter: RetryLater(after=60) if _is_for(letter, mia) else None
    await rosa.says("are you there?")

    await town.later(minutes=16)
    town.wire.trouble = lambda letter: None
    await town.later(minutes=5)

    assert _words(mia) == []
    assert "relay-not-delivered" in rosa.heard()


async def test_an_offer_does_not_come_after_its_time(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    town.wire.trouble = lambda letter: RetryLater(after=600) if _is_for(letter, mia) else None
    await rosa.says("talk")
    for _ in range(4):
        await rosa.says("skip")
    await town.later(minutes=20)
    town.wire.trouble = lambda letter: None
    await town.later(hours=2)

    assert "offer" not in mia.heard()


async def test_a_letter_we_cannot_send_is_given_up_and_those_behind_it_go_on(town: Town):
    rosa, mia = await _in_touch(town)
    tries = 0

    def stumbles(letter: Letter) -> Outcome | None:
        nonlocal tries
        if isinstance(letter, Message) and "odd" in letter.text:
            tries += 1
            raise ZeroDivisionError("our own fault")
        return None

    town.wire.trouble = stumbles
    await rosa.says("odd")
    await rosa.says("even")
    await town.later(minutes=5)

    assert tries == FAULTS_BORNE and _words(mia) == ["even"]
    assert "relay-not-delivered" in rosa.heard()
    assert "alarm-fault" in town.heard_in_room()


async def test_words_are_in_no_file_when_they_are_delivered(town: Town, tmp_path: Path):
    rosa, mia = await _in_touch(town)
    markers = [f"marker-{n}-of-rosa" for n in range(20)]
    for marker in markers:
        await rosa.says(marker)
        await mia.says(f"{marker}-and-mia")

    raw = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert await town.database.checkpoint()
    raw += b"".join(file.read_bytes() for file in tmp_path.iterdir())

    assert _words(mia) == markers and b"marker" not in raw
    assert await town.database.read(_waiting) == 0


async def test_a_reaction_taken_back_is_taken_back_on_the_other_side(town: Town):
    rosa, mia = await _in_touch(town)
    await rosa.says("hello")
    heart = await mia.reacts("❤", mia.last().id)
    taken: list[Letter] = []
    town.wire.trouble = taken.append

    await mia.deletes(heart)

    assert [type(letter).__name__ for letter in taken] == ["Retraction"]


async def test_it_sends_by_itself_and_to_many_at_the_same_time(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    for name in ("rosa", "ib", "ann"):
        await town.receiver(name)
    open_door, at_the_door = asyncio.Event(), 0
    really = Wire.deliver

    async def slow(wire: Wire, letter: Letter, once: str) -> Outcome:
        nonlocal at_the_door
        at_the_door += 1
        await open_door.wait()
        return await really(wire, letter, once)

    monkeypatch.setattr(Wire, "deliver", slow)
    town.engine.after_commit = town.courier.wake
    running = asyncio.create_task(town.courier.run())
    for person in list(town.people.values()):
        event = _said(town, person, "help")
        await town.engine.handle(event)
    async with asyncio.timeout(40):
        while at_the_door < 3:
            await asyncio.sleep(0.01)
        open_door.set()
        while await town.database.read(_waiting):
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert [person.heard() for person in town.people.values()] == [["help"]] * 3


def _said(town: Town, person: Townsperson, text: str) -> Said:
    id = town.next_id()
    return Said(id=id, at=town.now, sender=person.address, place=person.place, message=id,
                text=text)  # fmt: skip


async def test_fifty_couriers_cancelled_on_the_way_lose_nothing(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    rosa, mia = await _in_touch(town)
    really = Wire.deliver

    async def slow(wire: Wire, letter: Letter, once: str) -> Outcome:
        outcome = await really(wire, letter, once)
        await asyncio.sleep(0)
        return outcome

    monkeypatch.setattr(Wire, "deliver", slow)
    for n in range(50):
        await town.engine.handle(_said(town, rosa, f"word {n}"))
        sending = asyncio.create_task(town.courier.send_all())
        for _ in range(n % 7):
            await asyncio.sleep(0.001)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        town.now += timedelta(seconds=2)
    await town.later(seconds=LEASE.total_seconds())

    assert _words(mia) == [f"word {n}" for n in range(50)]
