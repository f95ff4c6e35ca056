"""What a person does arrives in our words: each thing once, in order, with an id that stays."""

from bot.messages import Edited, Joined, Opened, PlaceKind, Pressed, Reacted, Retracted, Said
from bot.platforms.platform import ShownChoice
from tests.platforms.contract.rig import Rig

YES_NO = (ShownChoice(id="yes", number=1, label="Yes"), ShownChoice(id="no", number=2, label="No"))


async def test_whoever_comes_is_met_in_a_direct_place(rig: Rig):
    rosa = await rig.guest("rosa")
    came = next(event for event in rig.heard if isinstance(event, Opened | Joined))
    assert (came.sender, came.place, came.kind) == (rosa.address, rosa.place, PlaceKind.DIRECT)
    assert rosa.address.platform == rosa.place.platform == rig.name


async def test_words_come_in_order_each_with_an_id_of_its_own(rig: Rig):
    rosa, ali = await rig.guest("rosa"), await rig.guest("ali")
    words = [
        "I want to talk",
        "åh nej 👍",
        "1",
        "/help",
        "<b>not bold</b>",
        "two\nlines",
        "*stars*",
    ]
    written = [await rosa.says(text) for text in words]
    await ali.says("I too")
    await rig.hears_words(words[-1])
    await rig.hears_words("I too")
    hers = [e for e in rig.heard if isinstance(e, Said) and e.sender == rosa.address]
    assert [said.text for said in hers] == words
    assert [said.message for said in hers] == written
    assert {(said.place, said.kind) for said in hers} == {(rosa.place, PlaceKind.DIRECT)}
    ids = [said.id for said in rig.heard]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith(f"{rig.name}:") for id in ids)
    assert all(said.at.tzinfo is not None for said in hers)


async def test_an_answer_names_the_message_it_answers(rig: Rig):
    rosa = await rig.guest("rosa")
    question, _ = await rig.says(rosa.letter("How are you?"), "l-1")
    await rosa.reads("How are you?")
    await rosa.says("Not well", to=question)
    assert (await rig.hears_words("Not well")).replying_to == question
    await rosa.says("And you?")
    assert (await rig.hears_words("And you?")).replying_to is None


async def test_what_she_changes_and_takes_back_is_told_by_the_message_it_is_about(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.says("I am find")
    await rig.hears_words("I am find")
    for better in ("I am fine", "I am all right"):
        await rosa.edits(hers, better)
    await rosa.takes_back(hers)
    gone = await rig.hears(Retracted)
    edits = [event for event in rig.heard if isinstance(event, Edited)]
    assert [(edit.message, edit.text) for edit in edits] == [
        (hers, "I am fine"), (hers, "I am all right"),
    ]  # fmt: skip
    assert (gone.message, gone.sender, gone.kind) == (hers, rosa.address, PlaceKind.DIRECT)
    assert rig.words() == ["I am find"], "a change is no message"
    assert rig.heard[-1] is gone


async def test_a_reaction_is_told_with_an_id_by_which_it_is_taken_back(rig: Rig):
    rosa = await rig.guest("rosa")
    ours, _ = await rig.says(rosa.letter("Good evening"), "l-1")
    await rosa.reads("Good evening")
    reaction = await rosa.reacts(ours, "👍")
    reacted = await rig.hears(Reacted)
    assert (reacted.message, reacted.reaction, reacted.key) == (ours, reaction, "👍")
    await rosa.takes_back(reaction)
    gone = await rig.hears(Retracted)
    assert (gone.message, gone.sender) == (reaction, rosa.address)


async def test_a_choice_is_pressed_and_still_can_be_after_a_restart(rig: Rig):
    rosa = await rig.guest("rosa")
    asking = rosa.letter("Now?", choices=YES_NO, question="q-77")
    id, _ = await rig.says(asking, "l-1")
    question = await rosa.sees(id)
    assert question.choices == ("yes", "no")
    await rosa.presses(question, "no")
    pressed = await rig.hears(Pressed)
    assert (pressed.question, pressed.choice) == ("q-77", "no")
    assert (pressed.sender, pressed.place) == (rosa.address, rosa.place)
    await rig.at_rest()

    await rig.restart()
    await rosa.presses(question, "yes")
    again = await rig.hears(Pressed, lambda event: event.choice == "yes")
    assert again.question == "q-77"
    assert again.id != pressed.id
