"""Whatever comes in, there is a clear answer, and nobody is harmed by it."""

import pytest

from bot.messages import Edited, Place, PlaceKind, PlaceMoved, Pressed, Said
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.runtime.pacing import AT_MOST
from tests.stories.steps import asks_to_talk, in_touch


def _said(town: Town, who: Townsperson, text: str, **more: object) -> Said:
    message = town.next_id()
    fields = {"place": who.place, **more}
    return Said(id=f"event:{message}", at=town.now, sender=who.address, message=message,
                text=text, **fields)  # type: ignore[arg-type]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, "H̷̢̧e̵͜l̶̡l̷͟o̸͢" * 500, "\u202eklat\u202c", "🔥" * 10_000, "\ud800", "\x00\x07"],
)
async def test_strange_words_to_the_bot_are_answered(town: Town, text):
    rosa = await town.receiver("rosa")

    await rosa.says(text)

    assert rosa.heard() in (["not-understood"], ["empty-message"])


@pytest.mark.parametrize(
    "text", ["TALK", "  talk  ", "Talk.", "!talk", "! talk", "ｔａｌｋ", "ta\u200blk"]
)
async def test_a_word_is_understood_however_it_is_written(town: Town, text):
    rosa = await town.receiver("rosa")

    await rosa.says(text)

    assert rosa.heard() == ["talk-topics-ask"]


@pytest.mark.parametrize("text", ["tаlk", "talk to me", "lets talk", "forget me not"])
async def test_what_only_looks_like_a_word_is_never_acted_on(town: Town, text):
    rosa = await town.receiver("rosa")

    await rosa.says(text)

    assert rosa.last().letter.mark.text_id in ("not-understood", "did-you-mean")


async def test_a_misspelt_word_is_offered_and_done_only_after_a_yes(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("tlak")
    assert rosa.heard() == ["did-you-mean"]
    await rosa.says("yes")

    assert rosa.heard() == ["talk-topics-ask"]


async def test_an_order_is_not_offered_to_those_who_may_not(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("voluntees")
    await rosa.says("anounce")

    assert rosa.heard()[-1] == "not-understood"


async def test_what_is_not_understood_offers_three_ways_that_work(town: Town):
    rosa = await town.receiver("rosa")
    for choice, answer in (
        ("crisis", "crisis-card"),
        ("help", "help"),
        ("talk", "talk-topics-ask"),
    ):
        await rosa.says("what is the weather like")
        rosa.heard()
        await rosa.presses(choice)
        assert rosa.heard() == [answer]
        await rosa.says("stop")


@pytest.mark.parametrize("cry", ["help me please", "hjælp mig nu", "help, I cannot sleep"])
async def test_a_sentence_that_begins_with_help_is_not_taken_for_an_order(town: Town, cry):
    rosa = await town.receiver("rosa")

    await rosa.says(cry)

    assert rosa.heard() == ["not-understood"]
    assert "I am in danger" in rosa.last().text


@pytest.mark.parametrize("cry", ["crisis!", "crisis please", "akut nu", "SOS"])
async def test_a_cry_is_heard_with_whatever_is_said_after_it(town: Town, cry):
    rosa = await town.receiver("rosa")

    await rosa.says(cry)

    assert rosa.heard() == ["crisis-card"]


async def test_a_flood_is_slowed_kindly_once_and_the_doors_still_open(town: Town):
    rosa = await town.receiver("rosa")
    for _ in range(2 * AT_MOST):
        await rosa.says("status")
    heard = rosa.heard()
    assert heard.count("too-fast") == 1 and len(heard) == AT_MOST + 1
    await rosa.says("crisis")
    assert rosa.heard() == ["crisis-card"]

    await town.later(minutes=1)
    await rosa.says("status")
    assert rosa.heard() == ["status-nothing"], "never a ban"


async def test_a_flood_of_one_does_not_slow_another(town: Town):
    rosa, ole = await town.receiver("rosa"), await town.receiver("ole")
    for _ in range(AT_MOST + 5):
        await rosa.says("status")

    await ole.says("status")

    assert ole.heard() == ["status-nothing"]


async def test_a_changed_message_is_never_an_order(town: Town):
    karen, rosa = await town.coordinator("karen"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    code = rosa.last().letter.mark.about
    message = await karen.says("good morning")
    karen.heard()

    await karen.edits(message, f"take {code}")

    assert karen.heard() == ["edit-is-no-command"]
    assert rosa.last().letter.mark.text_id == "talk-looking"


async def test_the_same_event_twice_is_answered_once(town: Town):
    rosa = await town.receiver("rosa")
    event = _said(town, rosa, "status")

    await town.happens(event)
    await town.happens(event)

    assert rosa.heard() == ["status-nothing"]


async def test_a_message_that_cannot_be_read_is_said_to_be_so(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard(), mia.heard()

    await town.happens(_said(town, rosa, "", undecryptable=True))

    assert rosa.heard() == ["undecryptable"]
    assert mia.heard() == []


async def test_a_first_message_that_cannot_be_read_is_not_met_with_silence(town: Town):
    rosa = town.stranger("rosa")

    await town.happens(_said(town, rosa, "", undecryptable=True))

    assert rosa.heard() == ["welcome", "language-ask"]


async def test_a_file_to_the_bot_is_refused_kindly(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.sends(b"...")

    assert rosa.heard() == ["file-not-here"]


async def test_in_a_room_with_others_nothing_is_answered_but_what_is_meant_for_us(town: Town):
    rosa = await town.receiver("rosa")
    room = Place("matrix", "a room with others")

    for text in ("talk", "crisis", "hello bot"):
        await town.happens(_said(town, rosa, text, place=room, kind=PlaceKind.FOREIGN))
    assert town.wire.seen_in(room) == []
    await town.happens(_said(town, rosa, "!talk", place=room, kind=PlaceKind.FOREIGN))

    assert [s.letter.mark.text_id for s in town.wire.seen_in(room)] == ["write-me-directly"]
    assert rosa.heard() == []


@pytest.mark.parametrize(("question", "choice"), [("forged", "accept"), ("", ""), ("x" * 999, "1")])
async def test_a_forged_press_is_refused(town: Town, question, choice):
    rosa = await town.receiver("rosa")

    await town.happens(
        Pressed(id=town.next_id(), at=town.now, sender=rosa.address, place=rosa.place,
                question=question, choice=choice)
    )  # fmt: skip

    assert rosa.heard() == ["too-late", "status-nothing"]


async def test_a_choice_that_was_never_offered_is_no_choice(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)
    offer = mia.last_question()

    await town.happens(
        Pressed(id=town.next_id(), at=town.now, sender=mia.address, place=mia.place,
                question=offer.letter.question, choice="forget-yes")
    )  # fmt: skip

    assert mia.heard() == ["offer", "too-late", "status-on-duty"]


async def test_a_heart_under_a_question_is_only_a_heart(town: Town):
    mia, rosa = await town.volunteer("mia"), await town.receiver("rosa")
    await asks_to_talk(rosa)

    await mia.reacts("❤️")

    assert mia.heard() == ["offer"]
    assert rosa.last().letter.mark.text_id == "talk-looking"


async def test_an_edit_of_a_stranger_is_nothing(town: Town):
    rosa = town.stranger("rosa")

    await town.happens(
        Edited(id=town.next_id(), at=town.now, sender=rosa.address, place=rosa.place,
               message="$x", text="queue")
    )  # fmt: skip

    assert rosa.heard() == []


async def test_a_room_replaced_by_another_is_followed(town: Town):
    rosa = await town.receiver("rosa")
    new = Place("matrix", "dm:new")
    await town.happens(
        PlaceMoved(id=town.next_id(), at=town.now, sender=rosa.address, place=rosa.place,
                   successor=new)
    )  # fmt: skip
    await asks_in(town, rosa, new)

    assert town.wire.seen_in(new)[-1].letter.mark.text_id == "status-nothing"


async def asks_in(town: Town, who: Townsperson, place: Place) -> None:
    await town.happens(_said(town, who, "status", place=place))
