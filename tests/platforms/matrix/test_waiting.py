"""Messages whose key is late wait durably, in bounds, and their people are told once."""

from typing import Any

from bot.platforms.matrix.waiting import Waiting
from tests.platforms.matrix.running import Shelf


def _unreadable(event: str, session: str = "s") -> dict[str, Any]:
    return {"event_id": event, "content": {"session_id": session}}


async def test_what_waits_outlives_a_restart_and_is_found_by_its_key():
    memory = Shelf()
    before = Waiting(memory, grace=60)
    before.add("!a", _unreadable("$1", "s1"))
    before.add("!b", _unreadable("$2", "s1"))
    await before.keep()
    after = Waiting(memory, grace=60)
    await after.load()
    (found,) = after.for_keys({("!b", "s1"), ("!a", "another")})
    assert found.raw["event_id"] == "$2"
    after.done(found)
    assert [unread.room for unread in after.all()] == ["!a"]


async def test_people_are_told_once_when_the_grace_is_over():
    waiting = Waiting(Shelf(), grace=0)
    waiting.add("!a", _unreadable("$1"))
    assert waiting.patience() == 0
    (unread,) = waiting.overdue()
    unread.told = True
    assert waiting.overdue() == []
    assert waiting.patience() == 60
    assert waiting.all() == [unread]  # its key may still come


async def test_one_room_cannot_crowd_out_the_others():
    waiting = Waiting(Shelf(), grace=60)
    waiting.add("!rosa", _unreadable("$rosa"))
    for number in range(5000):
        waiting.add("!flood", _unreadable(f"${number}"))
    assert [unread.room for unread in waiting.all()].count("!rosa") == 1
    assert len(waiting.all()) == 101
    waiting.leave("!flood")
    assert len(waiting.all()) == 1
