"""A group that cannot be as it was meant: who must not meet, who is forgotten, what is refused."""

from pathlib import Path

import pytest

from bot.domain.ids import PersonId
from bot.platforms.gatherings import GroupOpening
from bot.platforms.platform import GaveUp, Letter, RetryLater, Why
from storage import never_again, people
from storage.database import Transaction
from tests.stories.gathered import (
    Person,
    answers,
    in_threads,
    it_begins,
    known_by_a_code,
    plans_group,
    two,
)
from tests.stories.several_platforms import BroadTown

# It is Monday 7 January 2030, eight in the evening in Copenhagen. The group is on Thursday at seven.


@pytest.mark.parametrize(
    ("who", "answer"),
    [
        ("Nobody", "gathering-nobody-called"),
        ("K7M2QP", "gathering-nobody-called"),
        (" , ", "gathering-whom"),
        ("me", "gathering-not-there"),  # Karen writes from Matrix
    ],
)
async def test_whom_it_cannot_ask_is_said_and_the_question_stands(
    broad: BroadTown, who: str, answer: str
):
    karen = await broad.coordinator("karen")
    rosa, _ = await two(broad)
    await karen.says("new gathering")
    await karen.presses("gathering-group")
    for said in ("Thursday group", "Thursday at 19, 90 minutes", who):
        await karen.says(said)
    assert karen.heard()[-1] == answer
    await karen.says(rosa.code)
    assert karen.heard()[-1] == "gathering-confirm-group"


async def _blocked(town: BroadTown, one: Person, other: Person) -> None:
    def block(db: Transaction) -> None:
        ids = [people.recognise(db, person.here.address) for person in (one, other)]
        never_again.add(db, *(PersonId(known.id) for known in ids if known))

    await town.database.run(block)


async def test_two_who_are_never_to_meet_again_are_not_asked_to_one_group(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    await _blocked(broad, rosa, ali)
    await karen.says("new gathering")
    await karen.presses("gathering-group")
    for said in ("Thursday group", "Thursday at 19, 90 minutes", f"{rosa.code}, {ali.code}"):
        await karen.says(said)
    assert karen.heard()[-1] == "gathering-not-these"


async def test_blocked_since_only_one_of_the_two_is_let_in(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord")
    await plans_group(karen, f"{rosa.code}, {ali.code}, {eva.code}")
    for person in (rosa, ali, eva):
        await person.here.presses("gathering-yes")
    await _blocked(broad, rosa, ali)
    await it_begins(broad)
    ((one, other),) = in_threads(broad)
    assert {one, other} in ({"ali", "eva"}, {"eva", "rosa"})
    left_out = rosa if "ali" in (one, other) else ali
    assert left_out.here.heard()[-1] == "gathering-not-this-one"


async def test_forgotten_they_are_put_out_and_nothing_of_it_is_kept(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord")
    await plans_group(karen, f"{rosa.code}, {ali.code}, {eva.code}")
    for person in (rosa, ali, eva):
        await person.here.presses("gathering-yes")
    await rosa.here.says("my data")
    assert '"answer": "coming"' in rosa.here.last().text
    await it_begins(broad)
    await rosa.here.says("forget me")
    await rosa.here.presses("forget-yes")
    assert in_threads(broad) == [["ali", "eva"]]
    assert await answers(broad) == ["coming", "coming"]


async def test_where_it_cannot_be_opened_everybody_concerned_hears_so(broad: BroadTown):
    def refuse(letter: Letter) -> GaveUp | None:
        return GaveUp(why=Why.NOT_ALLOWED) if isinstance(letter, GroupOpening) else None

    broad.others["discord"].trouble = refuse
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await ali.here.presses("gathering-yes")
    await it_begins(broad)
    assert rosa.here.heard()[-1] == ali.here.heard()[-1] == "gathering-called-off"
    assert karen.heard()[-1] == "gathering-not-opened"
    assert "Create Private Threads" in karen.last().text


async def test_one_who_cannot_be_let_in_keeps_nobody_out(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord")
    await plans_group(karen, f"{rosa.code}, {ali.code}, {eva.code}")
    for person in (rosa, ali, eva):
        await person.here.presses("gathering-yes")
    broad.others["discord"].closed.add("ali")
    await it_begins(broad)
    assert in_threads(broad) == [["eva", "rosa"]]
    assert karen.heard()[-1] == "gathering-one-not-let-in"


async def test_opened_when_it_was_over_already_it_is_closed_at_once(broad: BroadTown):
    late: list[Letter] = []

    def not_now(letter: Letter) -> RetryLater | None:
        if isinstance(letter, GroupOpening) and len(late) < 3:
            late.append(letter)
            return RetryLater(after=3600, why="429")
        return None

    broad.others["discord"].trouble = not_now
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await ali.here.presses("gathering-yes")
    await it_begins(broad)
    await broad.later(hours=4)
    assert in_threads(broad) in ([], [[]])
    assert not any(s.letter.mark.text_id == "gathering-opened" for s in rosa.here.seen())


async def test_where_no_platform_has_groups_it_is_not_asked(tmp_path: Path):
    town = await BroadTown.begin(tmp_path, room=False)
    try:
        karen = await town.coordinator("karen")
        await karen.says("new gathering")
        assert karen.heard() == ["gathering-name-ask"]
    finally:
        await town.close()


async def test_a_suspended_volunteer_is_out_of_the_group_at_once(broad: BroadTown):
    karen = await broad.coordinator("karen")
    birk = await broad.volunteer("birk@discord", on_duty=False)
    rosa, ali = await two(broad)
    await plans_group(karen, f"{rosa.code}, {ali.code}, Birk@Discord")
    for person in (rosa.here, ali.here, birk):
        await person.presses("gathering-yes")
    await it_begins(broad)
    assert in_threads(broad) == [["ali", "birk", "rosa"]]

    await karen.says("suspend Birk@Discord")
    await karen.presses("confirm-yes")

    assert in_threads(broad) == [["ali", "rosa"]]
    await karen.says("gatherings")
    code = karen.seen()[-1].text.split(" · ")[1][:6]
    await karen.says(f"ask to gathering {code} me")
    assert karen.heard()[-1] == "gathering-not-there"
    await plans_group(karen, rosa.code, "Friday at 19, one hour")
    await karen.says("new gathering")
    await karen.presses("gathering-group")
    for said in ("Friday group", "Friday at 19, one hour", "Birk@Discord"):
        await karen.says(said)
    assert karen.heard()[-1] == "gathering-not-active"


async def test_whoever_cancels_and_waits_for_nothing_reads_how_to_leave(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    rosa.here.heard()
    await rosa.here.says("cancel")
    assert rosa.here.heard() == ["gathering-mine"]
