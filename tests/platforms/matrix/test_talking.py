"""Ordinary talk in an encrypted direct chat, both ways, over a real homeserver."""

import pytest

from bot.messages import Edited, Joined, Place, PlaceKind, Pressed, Reacted, Retracted, Said
from bot.platforms.platform import (
    Amendment,
    Delivered,
    FileRefused,
    Mark,
    OutgoingFile,
    Reaction,
    Retraction,
    ShownChoice,
)
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot, letter

pytestmark = pytest.mark.synapse


async def test_rosa_opens_a_chat_and_is_heard_and_answered(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        joined = await bot.hears(Joined)
        assert (joined.sender.user, joined.place.room) == (rosa.user_id, room)
        assert joined.kind is PlaceKind.DIRECT

        event = await rosa.send(room, "I want to talk", html="<b>I want</b> to talk")
        said = await bot.hears_words("I want to talk")
        assert said.id == f"matrix:{event}"
        assert said.kind is PlaceKind.DIRECT
        assert said.html == "<b>I want</b> to talk"

        message, place = await bot.says(
            letter(
                rosa.user_id,
                said.place,
                "Hello",
                html="<p>Hello</p>",
                mark=Mark(text_id="welcome", about="R7"),
                reply_to=said.message,
            ),
            "letter-1",
        )
        seen = await rosa.hears("welcome")
        assert (seen.id, seen.room, place.room) == (message, room, room)
        assert seen.encrypted
        assert seen.about == "R7"
        assert seen.content["m.mentions"] == {}
        assert seen.content["formatted_body"] == "<p>Hello</p>"
        assert seen.content["m.relates_to"]["m.in_reply_to"]["event_id"] == event


async def test_her_first_words_are_heard_though_they_come_with_the_invitation(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        await bot.stop()  # so that the words are certainly there before the bot comes in
        made = await rosa.client.room_create(is_direct=True, invite=[bot.user_id])
        await rosa.send(made.room_id, "is anybody there")
        await bot.restart()
        said = await bot.hears_words("is anybody there")
        assert said.kind is PlaceKind.DIRECT


async def test_the_same_letter_twice_shows_once(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = Place("matrix", await rosa.open_direct(bot.user_id))
        first, _ = await bot.says(letter(rosa.user_id, room, "once"), "letter-1")
        again, _ = await bot.says(letter(rosa.user_id, room, "once"), "letter-1")
        await bot.restart()
        later, _ = await bot.says(letter(rosa.user_id, room, "once"), "letter-1")
        assert first == again == later
        await bot.says(letter(rosa.user_id, room, "that was all"), "letter-2")
        await rosa.reads("that was all")
        assert [seen.body for seen in rosa.sights].count("once") == 1


async def test_edits_deletions_and_reactions_go_both_ways(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        place = Place("matrix", room)
        hers = await rosa.send(room, "I am find")
        await bot.hears_words("I am find")
        await rosa.edit(room, hers, "I am fine")
        edited = await bot.hears(Edited)
        assert (edited.message, edited.text) == (hers, "I am fine")

        ours, _ = await bot.says(letter(rosa.user_id, place, "Godo"), "letter-1")
        change = Amendment(
            place=place, message=ours, mark=Mark(text_id="welcome"), text="Good", html="<p>Good</p>"
        )
        assert isinstance(await bot.delivers(change, "letter-2"), Delivered)
        seen = await rosa.sights.wait_for(lambda seen: seen.replaces == ours, what="the edit")
        assert seen.body == "Good"
        assert seen.content["m.new_content"]["org.peerbot.text"] == "welcome"

        like = Reaction(place=place, message=hers, key="❤️")
        liked = await bot.delivers(like, "letter-3")
        assert isinstance(liked, Delivered)
        await rosa.sees_reaction(hers, "❤️")
        assert isinstance(await bot.delivers(like, "letter-3-again"), Delivered)
        taken_back = Retraction(place=place, message=liked.message)
        assert isinstance(await bot.delivers(taken_back, "letter-4"), Delivered)
        await rosa.sees_redaction(liked.message)

        reaction = await rosa.react(room, ours, "👍")
        reacted = await bot.hears(Reacted)
        assert (reacted.message, reacted.reaction, reacted.key) == (ours, reaction, "👍")
        await rosa.redact(room, reaction)
        await bot.hears(Retracted, lambda gone: gone.message == reaction)
        await rosa.redact(room, hers)
        await bot.hears(Retracted, lambda gone: gone.message == hers)


async def test_she_answers_a_question_by_tapping_a_number_also_after_a_restart(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        place = Place("matrix", await rosa.open_direct(bot.user_id))
        choices = (
            ShownChoice(id="yes", number=1, label="Yes"),
            ShownChoice(id="no", number=2, label="No"),
        )
        question, _ = await bot.says(
            letter(rosa.user_id, place, "Now?", choices=choices, question="q-77"), "letter-1"
        )
        seen = await rosa.hears("welcome")
        assert seen.choices == ["yes", "no"]
        await rosa.sees_reaction(question, "1️⃣")
        await rosa.sees_reaction(question, "2️⃣")

        await rosa.react(place.room, question, "2️⃣")
        first = await bot.hears(Pressed)
        assert (first.question, first.choice) == ("q-77", "no")
        await bot.restart()
        await rosa.react(place.room, question, "1️⃣")
        second = await bot.hears(Pressed, lambda pressed: pressed.choice == "yes")
        assert second.question == "q-77"


async def test_files_go_both_ways_and_only_encrypted(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send_file(room, "plan.txt", "text/plain", b"a plan for monday")
        said = await bot.hears(Said, lambda said: said.file is not None)
        assert said.file is not None
        assert (said.file.name, said.file.mime, said.file.size) == ("plan.txt", "text/plain", 17)
        assert said.text == ""
        assert await bot.platform.fetch(said.file.handle, 1000) == b"a plan for monday"
        with pytest.raises(FileRefused):
            await bot.platform.fetch(said.file.handle, 10)

        picture = OutgoingFile(
            name="card.png", mime="image/png", data=b"not a png", width=3, height=2
        )
        await bot.says(letter(rosa.user_id, said.place, "", file=picture), "letter-1")
        seen = await rosa.hears("welcome")
        assert seen.content["msgtype"] == "m.image"
        assert seen.content["info"] == {"mimetype": "image/png", "size": 9, "w": 3, "h": 2}
        assert "url" not in seen.content
        assert await rosa.fetch_file(seen) == b"not a png"


async def test_rosa_sees_that_the_bot_is_at_work(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        place = Place("matrix", await rosa.open_direct(bot.user_id))
        await bot.hears(Joined)
        await bot.platform.typing(place, True)
        await rosa.sights.wait_for(
            lambda seen: (
                seen.type == "m.typing" and bot.user_id in seen.content.get("user_ids", [])
            ),
            what="that the bot is typing",
        )
        await bot.platform.typing(Place("matrix", "!nowhere"), True)  # never raises
        await bot.platform.typing(place, False)
