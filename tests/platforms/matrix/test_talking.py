"""What is Matrix's own in ordinary talk; the rest is in the contract of all platforms."""

import pytest

from bot.messages import Place, PlaceKind
from bot.platforms.platform import Delivered, OutgoingFile, Reaction, Retraction
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot, letter

pytestmark = pytest.mark.synapse


async def test_her_first_words_are_heard_though_they_come_with_the_invitation(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        await bot.stop()  # so that the words are certainly there before the bot comes in
        made = await rosa.client.room_create(is_direct=True, invite=[bot.user_id])
        await rosa.send(made.room_id, "is anybody there")
        await bot.restart()
        said = await bot.hears_words("is anybody there")
        assert said.kind is PlaceKind.DIRECT


async def test_her_event_is_its_own_id_and_its_form_comes_along(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        event = await rosa.send(room, "I want to talk", html="<b>I want</b> to talk")
        said = await bot.hears_words("I want to talk")
        assert (said.id, said.html) == (f"matrix:{event}", "<b>I want</b> to talk")


async def test_a_reaction_that_is_there_already_is_delivered(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        place = Place("matrix", await rosa.open_direct(bot.user_id))
        hers = await rosa.send(place.room, "I did it")
        await bot.hears_words("I did it")
        like = Reaction(place=place, message=hers, key="❤️")
        liked = await bot.delivers(like, "letter-1")
        assert isinstance(liked, Delivered)
        assert isinstance(await bot.delivers(like, "another letter"), Delivered)
        taken_back = Retraction(place=place, message=liked.message)
        assert isinstance(await bot.delivers(taken_back, "letter-2"), Delivered)
        await rosa.sees_redaction(liked.message)


async def test_a_picture_lies_on_the_server_only_encrypted(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        place = Place("matrix", await rosa.open_direct(bot.user_id))
        picture = OutgoingFile(
            name="card.png", mime="image/png", data=b"not a png", width=3, height=2
        )
        await bot.says(letter(rosa.user_id, place, "", file=picture), "letter-1")
        seen = await rosa.hears("welcome")
        assert seen.content["msgtype"] == "m.image"
        assert "url" not in seen.content
        assert b"not a png" not in await _as_it_lies(rosa, seen.content["file"]["url"])
        assert await rosa.fetch_file(seen) == b"not a png"


async def _as_it_lies(rosa: NioPerson, uri: str) -> bytes:
    answer = await rosa.client.download(mxc=uri)
    return bytes(answer.body)
