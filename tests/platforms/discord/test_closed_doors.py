"""Somebody takes no messages from us: told as a value, answered where they are, never hammered."""

import pytest

from bot.messages import Left, Pressed, Said
from bot.platforms.discord import reach
from bot.platforms.platform import Delivered, GaveUp, Mark, ShownChoice, Why
from tests.parts.discord_server import DiscordPerson
from tests.platforms.discord.running import RunningDiscord, letter

SEND = r"/channels/\d+/messages"
YES = (ShownChoice(id="yes", number=1, label="Yes"),)


async def test_a_closed_door_is_told_once_and_not_tried_again(
    bot: RunningDiscord, rosa: DiscordPerson
):
    rosa.closes_door()
    for n in range(5):
        outcome = await bot.delivers(letter(rosa, f"hello {n}"), f"l-{n}")
        assert outcome == GaveUp(why=Why.UNREACHABLE)
    assert bot.server.count("POST", SEND) == 1
    left = await bot.hears(Left)
    assert left.sender.user == rosa.user
    assert sum(isinstance(event, Left) for event in bot.heard) == 1


async def test_whoever_writes_again_is_answered_again(bot: RunningDiscord, rosa: DiscordPerson):
    rosa.closes_door()
    await bot.delivers(letter(rosa, "hello"), "l-1")
    rosa.opens_door()
    rosa.says("I am back")
    await bot.hears_words("I am back")
    assert isinstance(await bot.delivers(letter(rosa, "welcome back"), "l-2"), Delivered)
    assert rosa.texts() == ["welcome back"]


async def test_somebody_in_no_server_with_us_cannot_be_written_to(
    bot: RunningDiscord, rosa: DiscordPerson
):
    del bot.server.world.members[bot.guild][rosa.user]
    assert await bot.delivers(letter(rosa, "?"), "l-1") == GaveUp(why=Why.UNREACHABLE)
    assert (await bot.hears(Left)).sender.user == rosa.user


async def test_who_called_in_a_server_with_a_closed_door_is_answered_there_alone(
    bot: RunningDiscord,
):
    ali = bot.person("ali")
    ali.closes_door()
    asked = ali.calls("talk", where=bot.channel)
    await bot.hears(Said)
    to_ali = letter(ali, "What would you like to talk about?", choices=YES, question="q-1")
    assert isinstance(await bot.delivers(to_ali, "l-1"), Delivered)
    await bot.server.until(lambda: len(asked.shown) >= 2, "both are shown")
    assert asked.flags & 64, "nobody else sees it"
    assert "What would you like to talk about?" in asked.shown
    assert any("Direct Messages" in text for text in asked.shown), "it says how to open the door"
    assert bot.server.world.messages[bot.channel] == {} or all(
        m["flags"] & 64 for m in bot.server.world.messages[bot.channel].values()
    )
    assert asked.original is not None
    ali.presses(asked.original, ends=":yes")
    assert (await bot.hears(Pressed)).question == "q-1"


async def test_behind_a_closed_door_a_question_in_words_can_be_answered_in_a_form(
    bot: RunningDiscord,
):
    ali = bot.person("ali", "da")
    ali.closes_door()
    asked = ali.calls("talk", where=bot.channel)
    await bot.hears(Said)
    await bot.delivers(letter(ali, "Er der noget, den frivillige skal vide?"), "l-1")
    await bot.server.until(lambda: asked.original, "the question")
    assert asked.original is not None
    form = ali.presses(asked.original, ends="write")
    await bot.server.until(lambda: form.modal, "the form")
    assert form.modal is not None and form.modal["title"] == "Skriv til mig"
    ali.fills_in(form, "Jeg har en time")
    said = await bot.hears_words("Jeg har en time")
    assert (said.sender.user, said.place.room) == (ali.user, ali.chat)


async def test_words_of_somebody_else_are_never_shown_in_a_server(bot: RunningDiscord):
    ali = bot.person("ali")
    ali.closes_door()
    asked = ali.calls("status", where=bot.channel)
    await bot.hears(Said)
    relayed = letter(ali, "Heron: my secret", mark=Mark(text_id="relay"))
    assert await bot.delivers(relayed, "l-1") == GaveUp(why=Why.UNREACHABLE)
    assert "Heron" not in "".join(asked.shown)


async def test_who_called_is_pointed_to_their_private_chat(bot: RunningDiscord):
    ali = bot.person("ali")
    asked = ali.calls("status", where=bot.channel)
    await bot.hears(Said)
    await bot.says(letter(ali, "Nothing is under way."), "l-1")
    await bot.server.until(lambda: asked.shown, "where the answer stands")
    assert asked.flags & 64
    assert f"https://discord.com/channels/@me/{ali.chat}" in asked.shown[0]
    assert "Nothing is under way." not in asked.shown[0]
    assert ali.texts() == ["Nothing is under way."]


async def test_after_a_while_an_act_elsewhere_lets_us_try_again(
    bot: RunningDiscord, rosa: DiscordPerson, monkeypatch: pytest.MonkeyPatch
):
    rosa.closes_door()
    await bot.delivers(letter(rosa, "hello"), "l-1")
    rosa.opens_door()
    rosa.calls("status", where=bot.channel)
    await bot.hears(Said)
    assert isinstance(await bot.delivers(letter(rosa, "still?"), "l-2"), Delivered)
    assert rosa.texts() == [], "shown where she acted: a minute has not passed"
    monkeypatch.setattr(reach, "TRIED_AGAIN_AFTER", 0.0)
    rosa.calls("help", where=bot.channel)
    await bot.hears(Said, lambda said: said.text == "!help")
    await bot.says(letter(rosa, "here you are"), "l-3")
    assert rosa.texts() == ["here you are"]
