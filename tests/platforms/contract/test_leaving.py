"""Who is gone, what is gone, and what can never be: it is said as a value, and nothing is raised."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.messages import Address, Left, Place, Vanished
from bot.platforms.gatherings import (
    EventShowing,
    EventWithdrawing,
    GroupOpening,
    LettingIn,
    PuttingOut,
)
from bot.platforms.platform import (
    Amendment,
    Delivered,
    Finding,
    GaveUp,
    Letter,
    Mark,
    OutgoingFile,
    Reaction,
    Retraction,
    RetryLater,
    RoomLeaving,
    RoomOpening,
    ShownChoice,
    SigningOut,
    Why,
)
from tests.platforms.contract.rig import Guest, Rig
from tests.platforms.listening import message

MARK = Mark(text_id="welcome")


async def test_nobody_is_written_to_who_is_not_there_any_more(rig: Rig):
    rosa, ali = await rig.guest("rosa"), await rig.guest("ali")
    await rig.says(rosa.letter("hello"), "l-1")
    await rosa.leaves_for_good()
    gone = next(event for event in rig.heard if isinstance(event, Left | Vanished))
    assert gone.sender == rosa.address
    for letter in (rosa.letter("hello?"), message(rosa.address, None, "hello?")):
        assert await rig.delivers(letter, f"l-{letter.place}") == GaveUp(why=Why.UNREACHABLE)
    await rig.restart()
    assert await rig.delivers(rosa.letter("hello??"), "l-4") == GaveUp(why=Why.UNREACHABLE)
    await rig.says(ali.letter("you are there"), "l-5")
    await ali.reads("you are there")


async def test_in_a_place_that_is_gone_nothing_can_be_said_or_changed(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.says("hello")
    await rig.hears_words("hello")
    ours, place = await rig.says(rosa.letter("hello"), "l-1")
    await rosa.leaves_for_good()
    letters: list[Letter] = [
        message(None, place, "anybody?"),
        Amendment(place=place, message=ours, mark=MARK, text="changed"),
        Retraction(place=place, message=ours),
        Reaction(place=place, message=hers, key="👍"),
    ]
    for number, letter in enumerate(letters):
        outcome = await rig.delivers(letter, f"g-{number}")
        assert isinstance(outcome, GaveUp), letter
        assert outcome.why in (Why.GONE, Why.UNREACHABLE), letter
    assert isinstance(await rig.delivers(RoomLeaving(place=place), "g-5"), Delivered)


async def test_a_room_for_two_is_opened_once_or_clearly_refused(rig: Rig):
    rosa, ali = await rig.guest("rosa"), await rig.guest("ali")
    opening = RoomOpening(name="A talk", invite=(rosa.address, ali.address))
    outcome = await rig.delivers(opening, "o-1")
    assert await rig.delivers(opening, "o-1") == outcome
    if not rig.has_rooms:
        assert outcome == GaveUp(why=Why.REFUSED)
        return
    assert isinstance(outcome, Delivered) and outcome.place is not None
    assert isinstance(await rig.delivers(RoomLeaving(place=outcome.place), "o-2"), Delivered)
    outcome = await rig.delivers(message(None, outcome.place, "anybody?"), "l-1")
    assert isinstance(outcome, GaveUp)


async def test_a_room_with_somebody_from_elsewhere_is_refused(rig: Rig):
    rosa = await rig.guest("rosa")
    stranger = Address("elsewhere", "ali")
    outcome = await rig.delivers(RoomOpening(name="A talk", invite=(rosa.address, stranger)), "o-1")
    assert isinstance(outcome, GaveUp)
    await rig.says(rosa.letter("we stay here"), "l-1")
    await rosa.reads("we stay here")


async def test_an_open_gathering_is_shown_and_called_off_or_clearly_refused(rig: Rig):
    begins = datetime.now(UTC) + timedelta(days=2)
    showing = EventShowing(
        key="K7M2QP", name="Coffee", says="Everybody is welcome.", where="Huset",
        begins=begins, ends=begins + timedelta(hours=2),
    )  # fmt: skip
    outcome = await rig.delivers(showing, "v-1")
    if not rig.has_events:
        assert outcome == GaveUp(why=Why.REFUSED)
        return
    assert isinstance(outcome, Delivered)
    assert await rig.delivers(showing, "v-1") == outcome
    off = EventWithdrawing(key="K7M2QP")
    assert isinstance(await rig.delivers(off, "v-2"), Delivered)
    assert isinstance(await rig.delivers(off, "v-2"), Delivered)


async def test_a_group_has_a_room_people_are_let_into_or_is_clearly_refused(rig: Rig):
    rosa = await rig.guest("rosa")
    outcome = await rig.delivers(GroupOpening(name="K7M2QP"), "u-1")
    if not rig.has_events:
        assert outcome == GaveUp(why=Why.REFUSED)
        return
    assert isinstance(outcome, Delivered) and outcome.place is not None
    assert await rig.delivers(GroupOpening(name="K7M2QP"), "u-1") == outcome
    for letter in (
        LettingIn(place=outcome.place, who=rosa.address),
        PuttingOut(place=outcome.place, who=rosa.address),
        RoomLeaving(place=outcome.place),
    ):
        assert isinstance(await rig.delivers(letter, "u-2"), Delivered)


async def test_signing_somebody_out_harms_nobody_else(rig: Rig):
    rosa, ali = await rig.guest("rosa"), await rig.guest("ali")
    nobody = Address(rig.name, "@nobody:example.org")
    for address in (rosa.address, rosa.address, nobody):
        assert isinstance(await rig.delivers(SigningOut(to=address), "s-1"), Delivered)
    assert isinstance(await rig.delivers(rosa.letter("?"), "l-1"), Delivered | GaveUp)
    await rig.says(ali.letter("you stay"), "l-2")
    await ali.reads("you stay")
    await ali.says("I stay")
    await rig.hears_words("I stay")


def _letters(somebody: Guest) -> list[Letter]:
    """Letters as nobody should write them."""
    elsewhere = Place("elsewhere", "nowhere")
    nobody = Address(somebody.address.platform, "nobody")
    many = tuple(ShownChoice(id=f"c{n}", number=n, label="x" * n) for n in range(1, 40))
    half = "half a pair \ud83d and nul \x00 \u202e"
    empty = OutgoingFile(name="", mime="", data=b"")
    strange: list[Letter] = [
        message(None, None, "to nobody at all"),
        message(nobody, None, "to nobody"),
        message(nobody, elsewhere, "to nobody elsewhere"),
        message(None, elsewhere, "elsewhere"),
        message(None, Place(somebody.place.platform, ""), "no place"),
        message(None, Place(somebody.place.platform, "../?#%\n"), "a strange place"),
        somebody.letter(""),
        somebody.letter(half, html=half, mark=Mark(text_id=half, about=half)),
        somebody.letter("many", choices=many, question="q" * 5000),
        somebody.letter("an answer", reply_to="no such message"),
        somebody.letter("a file", file=empty),
        RoomOpening(name="", invite=()),
        RoomOpening(name=half, invite=(nobody, nobody)),
        RoomLeaving(place=elsewhere),
        SigningOut(to=nobody),
        GroupOpening(name=half),
        LettingIn(place=elsewhere, who=nobody),
        PuttingOut(place=elsewhere, who=nobody),
        EventWithdrawing(key=half),
    ]
    for place in (somebody.place, elsewhere):
        strange += [
            Amendment(place=place, message="no such message", mark=MARK, text="x"),
            Retraction(place=place, message="no such message"),
            Retraction(place=place, message=""),
            Reaction(place=place, message="no such message", key="👍"),
            Reaction(place=place, message="no such message", key="x" * 5000),
        ]
    return strange


async def test_no_letter_however_strange_raises_or_stands_in_the_way(rig: Rig):
    rosa = await rig.guest("rosa")
    for number, letter in enumerate(_letters(rosa)):
        outcome = await rig.platform.deliver(letter, f"strange {number} \ud800 \x00")
        assert isinstance(outcome, Delivered | RetryLater | GaveUp), letter
    for place in (rosa.place, Place("elsewhere", "nowhere"), Place(rig.name, "!nowhere\x00\ud800")):
        await rig.platform.typing(place, True)
        await rig.platform.typing(place, False)
    await rig.says(rosa.letter("after all that"), "l-1")
    await rosa.reads("after all that")
    await rosa.says("indeed")
    await rig.hears_words("indeed")


async def test_before_it_runs_and_after_it_stopped_a_letter_is_put_off_and_not_lost(rig: Rig):
    rosa = await rig.guest("rosa")
    await rig.stop()
    for platform in (rig.platform, rig.idle()):
        letters: list[Letter] = [rosa.letter("later"), SigningOut(to=rosa.address)]
        for number, letter in enumerate(letters):
            outcome = await platform.deliver(letter, f"early {number}")
            assert isinstance(outcome, Delivered | RetryLater), letter
        await platform.typing(rosa.place, True)
        await platform.close()
        await platform.close()
    await rig.restart()
    await rig.delivers(rosa.letter("later"), "early 0")
    assert rig.platform.name == rig.name


async def test_the_check_says_of_each_part_that_it_is_well(rig: Rig):
    await rig.guest("rosa")
    await rig.stop()
    platform = rig.idle()
    found = await platform.check()
    await platform.close()
    assert found
    for finding in found:
        assert isinstance(finding, Finding)
        assert finding.part and finding.says
        assert finding.well or finding.part in rig.not_set_up, finding.says
    assert len({finding.part for finding in found}) == len(found)


async def test_it_closes_as_often_as_it_is_asked(rig: Rig):
    await rig.guest("rosa")
    async with asyncio.timeout(20):
        await asyncio.gather(rig.platform.close(), rig.platform.close())
        await rig.platform.close()
