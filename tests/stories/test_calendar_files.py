"""What is settled goes into people's own calendars, and says nothing there of what it is."""

from datetime import timedelta

import vobject

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.appointed import settled


def _files(person: Townsperson) -> list[bytes]:
    return [shown.letter.file.data for shown in person.seen() if shown.letter.file]


def _event(file: bytes):
    return vobject.readOne(file.decode())


async def test_both_get_a_file_with_the_time_and_nothing_else(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    for person in (rosa, mia):
        (file,) = _files(person)
        calendar = _event(file)
        event = calendar.vevent
        assert calendar.method.value == "PUBLISH"
        assert event.summary.value == "Appointment"
        assert event.dtend.value - event.dtstart.value == timedelta(minutes=45)
        assert event.dtstart.value.utcoffset() == timedelta()
        assert event.sequence.value == "0"
        assert {child.name for child in event.getChildren()} == {
            "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "CLASS",
        }  # fmt: skip
        for word in (b"rosa", b"mia", b"Rosa", b"Mia", b"ORGANIZER", b"ATTENDEE"):
            assert word not in file
    assert _event(_files(rosa)[0]).vevent.uid.value != _event(_files(mia)[0]).vevent.uid.value


async def test_moved_it_is_the_same_entry_a_number_higher_and_cancelled_it_is_gone(town: Town):
    rosa, mia = await settled(town, when="in three days at 19:00")
    await rosa.says("appointments")
    await rosa.presses("move-appointment")
    await rosa.says("in four days at 20:00")
    await rosa.presses("same-volunteer")
    await rosa.presses("confirm-yes")
    await mia.presses("accept")
    await rosa.says("cancel")
    await rosa.presses("pick-1")

    for person in (rosa, mia):
        events = [_event(file) for file in _files(person)]
        assert len({one.vevent.uid.value for one in events}) == 1
        assert [one.vevent.sequence.value for one in events] == ["0", "1", "2"]
        assert [one.method.value for one in events] == ["PUBLISH", "PUBLISH", "CANCEL"]
        assert events[2].vevent.status.value == "CANCELLED"
        moved = events[1].vevent.dtstart.value - events[0].vevent.dtstart.value
        assert moved == timedelta(hours=25)


async def test_a_danish_calendar_says_it_in_danish_and_what_was_never_settled_sends_none(
    town: Town,
):
    await town.receiver("ole", "da")
    ole, _ = await settled(town, receiver="ole")
    assert _event(_files(ole)[0]).vevent.summary.value == "Aftale"

    ida = await town.receiver("ida")
    await ida.says("book")
    await ida.says("in five days at 19:00")
    await ida.presses("half-hour")
    for _ in range(3):
        await ida.presses("skip", ida.last())
    await ida.presses("confirm-yes")
    await ida.says("cancel")
    await ida.presses("pick-1")
    assert _files(ida) == []
