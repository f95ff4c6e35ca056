"""Karen asks Rosa, Ali and Mia to a group; who said yes meets in a private thread, and may leave."""

from bot.messages import Place
from storage import gatherings
from tests.stories.gathered import (
    answers,
    in_threads,
    it_begins,
    known_by_a_code,
    plans_group,
    two,
)
from tests.stories.several_platforms import BroadTown

# It is Monday 7 January 2030, eight in the evening in Copenhagen. The group is on Thursday at seven.


def _in_thread(town: BroadTown, n: int = 0) -> list[str]:
    place = Place("discord", f"group:{n}")
    return [s.letter.mark.text_id for s in town.wire.seen_in(place)]


async def test_the_coordinator_reads_what_a_thread_is_before_anybody_is_asked(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    await karen.says("new gathering")
    await karen.presses("gathering-group")
    for answer in ("Thursday group", "Thursday at 19, 90 minutes", f"{rosa.code}, {ali.code}"):
        await karen.says(answer)
    assert karen.heard()[-2:] == ["gathering-group-limits", "gathering-confirm-group"]
    limits, confirm = (s.text for s in karen.seen()[-2:])
    for said in ("sees everybody's account", "admins", "manage threads", "Buttons", "lock"):
        assert said in limits
    assert f"I ask: {rosa.code}, {ali.code}" in confirm
    assert "rosa" not in limits.lower() + confirm.lower()
    assert rosa.here.heard() == ali.here.heard() == []

    await karen.presses("no-thanks")

    assert rosa.here.heard() == [] and await answers(broad) == []


async def test_only_who_said_yes_is_let_in_when_it_begins_and_it_is_closed_at_its_end(
    broad: BroadTown,
):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord", "da")
    code = await plans_group(karen, f"{rosa.code}, {ali.code} and {eva.code}")
    for person in (rosa, ali, eva):
        assert person.here.heard() == ["gathering-ask"]
    asked = rosa.here.last().text
    assert "see your account" in asked and "can read along" in asked
    assert "kan se din konto" in eva.here.last().text
    await rosa.here.presses("gathering-yes")
    assert rosa.here.heard() == ["gathering-coming"]
    file = rosa.here.last().letter.file
    assert file is not None and b"Thursday group" not in file.data
    await ali.here.says("yes")
    await eva.here.says("nej")
    assert eva.here.heard() == ["gathering-not-coming"]
    karen.heard()
    await karen.says("gatherings")
    assert "2 coming, 0 not answered" in karen.last().text
    assert "rosa" not in karen.last().text.lower()
    assert in_threads(broad) == []

    await it_begins(broad)

    assert in_threads(broad) == [["ali", "rosa"]]
    assert broad.others["discord"].group_names == [code]  # neither its name nor anybody's
    assert _in_thread(broad) == ["gathering-thread"]
    assert rosa.here.heard()[-1] == "gathering-opened"
    assert eva.here.heard() == []
    await broad.later(minutes=89)
    assert broad.others["discord"].left == []
    await broad.later(minutes=2)
    assert broad.others["discord"].left == [Place("discord", "group:0")]
    assert await answers(broad) == []
    assert await broad.database.read(gatherings.room_of, "") is None


async def test_a_late_yes_lets_in_at_once_and_whoever_leaves_is_put_out(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord")
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await ali.here.presses("gathering-yes")
    await it_begins(broad)
    await karen.says(f"ask to gathering {code} {eva.code}")
    assert karen.heard()[-1] == "gathering-ask-confirm"
    await karen.presses("confirm-yes")
    await eva.here.presses("gathering-yes")
    assert in_threads(broad) == [["ali", "eva", "rosa"]]

    karen.heard()
    await rosa.here.says("leave gathering")

    assert rosa.here.heard()[-1] == "gathering-left"
    assert in_threads(broad) == [["ali", "eva"]]
    assert karen.heard() == []  # nobody is told
    await rosa.here.says("leave gathering")
    assert rosa.here.heard() == ["gathering-in-none"]


async def test_whoever_leaves_before_it_begins_is_not_let_in(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    eva = await known_by_a_code(broad, "eva@discord")
    await plans_group(karen, f"{rosa.code}, {ali.code}, {eva.code}")
    for person in (rosa, ali, eva):
        await person.here.presses("gathering-yes")
    await rosa.here.says("gatherings")
    assert rosa.here.heard()[-2:] == ["gathering-mine", "gatherings-file"]
    await rosa.here.says("status")
    assert rosa.here.heard() == ["gathering-mine"]
    await rosa.here.says("leave gathering")
    await it_begins(broad)
    assert in_threads(broad) == [["ali", "eva"]]


async def test_of_two_groups_they_are_asked_which_to_leave(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    for when in ("Thursday at 19, 90 minutes", "Friday at 19, 90 minutes"):
        await plans_group(karen, f"{rosa.code}, {ali.code}", when)
        await rosa.here.presses("gathering-yes")
    await rosa.here.says("leave gathering")
    assert rosa.here.heard()[-1] == "gathering-leave-which"
    await rosa.here.says("2")
    assert rosa.here.heard() == ["gathering-left"]
    assert await answers(broad) == ["asked", "asked", "coming", "not-coming"]


async def test_with_fewer_than_two_it_is_called_off_and_told(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await karen.says(f"start gathering {code}")
    assert karen.heard()[-1] == "gathering-too-few-yet"
    await it_begins(broad)
    assert in_threads(broad) == []
    assert karen.heard()[-1] == "gathering-too-few"
    assert rosa.here.heard()[-1] == "gathering-called-off"
    assert ali.here.last().amended == "gathering-ask-over"
    await ali.here.presses("gathering-yes")
    assert ali.here.heard()[1] == "too-late"


async def test_it_opens_before_its_time_when_a_coordinator_says_so(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await ali.here.presses("gathering-yes")
    await karen.says(f"start gathering {code}")
    assert karen.heard()[-1] == "gathering-start-confirm" and in_threads(broad) == []
    await karen.presses("confirm-yes")
    assert in_threads(broad) == [["ali", "rosa"]]
    await it_begins(broad)
    assert len(in_threads(broad)) == 1
    await karen.says(f"call off {code}")
    assert "Shall I close" in karen.last().text
    await karen.presses("confirm-yes")
    assert broad.others["discord"].left == [Place("discord", "group:0")]
    await karen.says("audit")
    acts = "\n".join(s.text for s in karen.news())
    assert f"opened the group {code}" in acts and f"called off {code}" in acts


async def test_moved_who_said_yes_is_told_and_who_has_not_answered_is_asked_anew(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    ali.here.heard()
    rosa.here.heard()
    old = ali.here.last_question()
    await karen.says(f"reschedule {code} Friday at 19")
    assert karen.heard()[-1] == "gathering-group-move-confirm"
    await karen.presses("confirm-yes")
    assert rosa.here.heard() == ["gathering-moved"]
    assert ali.here.heard() == ["gathering-ask"]
    await ali.here.presses("gathering-yes", old)
    assert ali.here.heard()[0] == "too-late"
    await ali.here.presses("gathering-yes")
    await it_begins(broad)
    assert in_threads(broad) == []
    await broad.later(days=1)
    assert in_threads(broad) == [["ali", "rosa"]]


async def test_called_off_everybody_concerned_is_told(broad: BroadTown):
    karen = await broad.coordinator("karen")
    rosa, ali = await two(broad)
    code = await plans_group(karen, f"{rosa.code}, {ali.code}")
    await rosa.here.presses("gathering-yes")
    await karen.says(f"call off {code}")
    await karen.presses("confirm-yes")
    assert rosa.here.heard()[-1] == "gathering-called-off"
    assert ali.here.last().amended == "gathering-ask-over"
    await broad.later(days=4)
    assert in_threads(broad) == [] and await answers(broad) == []


async def test_a_volunteer_and_the_coordinator_can_be_in_it_too(broad: BroadTown):
    karen = await broad.coordinator("karen@discord")
    birk = await broad.volunteer("birk@discord", on_duty=False)
    code = await plans_group(karen, "me, Birk@Discord")
    assert "gathering-ask" not in karen.heard()  # who names themself has said yes
    await birk.presses("gathering-yes")
    await it_begins(broad)
    assert in_threads(broad) == [["birk", "karen"]]
    assert code
