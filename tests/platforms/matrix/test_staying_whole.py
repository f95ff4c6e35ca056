"""Nothing is lost and nothing is said twice when clients, servers and processes fail."""

import asyncio
import json
from contextlib import suppress

import pytest

from bot.messages import Place, PlaceKind, Said
from bot.platforms.platform import Delivered, PlatformStopped, RetryLater
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot, letter

pytestmark = pytest.mark.synapse


async def test_140_messages_sent_while_away_all_come_in_order(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "first")
        await bot.hears_words("first")
        await bot.stop()
        for number in range(140):
            await rosa.send(room, f"m{number}")
        await bot.restart()
        await bot.hears_words("m139", within=40)
        assert bot.words() == ["first", *(f"m{number}" for number in range(140))]


async def test_a_key_that_comes_after_its_message_opens_it_even_after_a_restart(synapse: Synapse):
    async with (
        RunningBot.of(synapse, key_grace=600.0) as bot,
        NioPerson.of(synapse, "rosa") as rosa,
    ):
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "with a key")
        await bot.hears_words("with a key")
        olm = rosa.client.olm
        olm.create_outbound_group_session(room)  # a new key that nobody has
        session = olm.outbound_group_sessions[room]
        session.shared = True
        early = session.session_key
        await rosa.send(room, "the key comes later")
        await bot.until(
            lambda: session.id in bot.memory.kept.get("matrix/waiting", ""), 20, "waiting"
        )
        await bot.restart()

        device = olm.device_store[bot.user_id][
            json.loads(bot.memory.kept["matrix/session"])["device"]
        ]
        key = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": room,
            "session_id": session.id,
            "session_key": early,
        }
        secret = olm._olm_encrypt(
            olm.session_store.get(device.curve25519), device, "m.room_key", key
        )
        synapse.call(
            "PUT",
            "/_matrix/client/v3/sendToDevice/m.room.encrypted/late",
            {"messages": {bot.user_id: {device.id: secret}}},
            token=rosa.client.access_token,
        )
        await bot.hears_words("the key comes later")
        await bot.until(lambda: bot.memory.kept["matrix/waiting"] == "[]", 20, "nothing waits")


async def test_when_no_key_ever_comes_it_is_told_once_that_something_was_said(synapse: Synapse):
    async with RunningBot.of(synapse, key_grace=0.3) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "hello")
        await bot.hears_words("hello")  # by now her client knows the bot's device, and asks no more
        rosa.client.olm.create_outbound_group_session(room)
        rosa.client.olm.outbound_group_sessions[room].shared = True
        event = await rosa.send(room, "nobody can read this")
        said = await bot.hears(Said, lambda said: said.undecryptable and said.message == event)
        assert (said.message, said.text, said.kind) == (event, "", PlaceKind.DIRECT)
        assert said.id != f"matrix:{event}"
        await bot.restart()
        await rosa.client.room_send(
            room,
            "m.reaction",
            {"m.relates_to": {"rel_type": "m.annotation", "event_id": event, "key": "?"}},
        )
        await bot.until(lambda: bot.heard[-1] is not said, 20, "the reaction after it")
        assert bot.told.count(said.id) == 1


async def test_new_people_can_write_after_all_one_time_keys_were_taken(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        device = json.loads(bot.memory.kept["matrix/session"])["device"]
        await bot.stop()
        asked = {"one_time_keys": {bot.user_id: {device: "signed_curve25519"}}}
        for _ in range(200):
            path = "/_matrix/client/v3/keys/claim"
            got = synapse.call("POST", path, asked, token=rosa.client.access_token)
            if "fallback" in json.dumps(got):
                break
        else:
            raise AssertionError("no fallback key was there when the others were gone")
        await bot.restart()
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "can you read me")
        await bot.hears_words("can you read me")
        token = json.loads(bot.memory.kept["matrix/session"])["token"]

        def count() -> int:
            answer = synapse.call("POST", "/_matrix/client/v3/keys/upload", {}, token=token)
            return int(answer["one_time_key_counts"].get("signed_curve25519", 0))

        await bot.until(lambda: count() >= 40, 20, "the keys refilled")


async def test_130_letters_at_once_some_cancelled_on_the_way_all_show_once(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        place = Place("matrix", await rosa.open_direct(bot.user_id))
        # None is part of another: she reads what holds the words, and the cancelled ones come in any order.
        words = [f"n{number:03}" for number in range(130)]
        letters = [letter(rosa.user_id, place, word) for word in words]

        async def impatient(number: int) -> None:
            # Cancelled while keys are asked for, claimed and shared, or the message is under way.
            with suppress(TimeoutError):
                once = f"letter-{number}"
                await asyncio.wait_for(bot.platform.deliver(letters[number], once), number / 150)

        # Each that is cancelled while it claims has used up one of her 50 one-time keys, and with none left
        # she can be given nothing: so no more of them than there are keys.
        await asyncio.gather(*(impatient(number) for number in range(40)))
        for number in range(130):  # more than the 100 after which a room key is changed
            await bot.says(letters[number], f"letter-{number}")
        for word in words:
            await rosa.reads(word)
        read = [seen.body for seen in rosa.sights if seen.sender == bot.user_id and seen.body]
        assert sorted(read) == words


async def test_a_server_that_is_killed_and_comes_back_is_taken_up_again(own_synapse: Synapse):
    async with RunningBot.of(own_synapse) as bot, NioPerson.of(own_synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "before the fall")
        said = await bot.hears_words("before the fall")
        own_synapse.stop(kill=True)
        outcome = await bot.platform.deliver(letter(rosa.user_id, said.place, "later"), "letter-1")
        assert outcome == RetryLater(why="connection")
        own_synapse.start()
        await bot.says(letter(rosa.user_id, said.place, "later"), "letter-1")
        await rosa.reads("later", 30)
        await rosa.send(room, "after the fall")
        await bot.hears_words("after the fall", within=30)


async def test_a_revoked_token_stops_the_bot_with_a_sentence(synapse: Synapse):
    async with RunningBot.of(synapse) as bot:
        token = json.loads(bot.memory.kept["matrix/session"])["token"]
        synapse.call("POST", "/_matrix/client/v3/logout", {}, token=token)
        await bot.until(lambda: bot.stopped, 40, "it stops")
        assert isinstance(bot.stopped, PlatformStopped)
        assert "peerbot setup matrix" in bot.stopped.says


async def test_a_limited_server_delays_a_letter_and_says_for_how_long(limited_synapse: Synapse):
    async with (
        RunningBot.of(limited_synapse) as bot,
        NioPerson.of(limited_synapse, "rosa") as rosa,
    ):
        room = await rosa.open_direct(bot.user_id, within=60)
        await rosa.send(room, "hello")
        said = await bot.hears_words("hello")
        outcomes = [
            await bot.platform.deliver(letter(rosa.user_id, said.place, f"n{number}"), f"n{number}")
            for number in range(14)
        ]
        late = next(outcome for outcome in outcomes if isinstance(outcome, RetryLater))
        assert late.why == "429"
        assert late.after is not None and 0 < late.after < 60
        limited_synapse.lift_limits(bot.user_id)
        for number in range(14):
            again = await bot.delivers(
                letter(rosa.user_id, said.place, f"n{number}"), f"n{number}", within=60
            )
            assert isinstance(again, Delivered)
        await rosa.reads("n13")
        assert sum(seen.body.startswith("n") for seen in rosa.sights) == 14
