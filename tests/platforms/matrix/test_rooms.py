"""Which rooms the bot comes into, opens and leaves, and what sort of place each is."""

import json
from typing import Any

import nio
import pytest

from bot.messages import Address, Joined, Left, Place, PlaceKind, PlaceMoved, Said
from bot.platforms.platform import Delivered, GaveUp, RoomLeaving, RoomOpening, Why
from tests.parts.nio_client import NioPerson
from tests.parts.synapse import Synapse
from tests.platforms.matrix.running import RunningBot, letter

pytestmark = pytest.mark.synapse


async def test_being_put_out_while_away_is_noticed(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        made = await rosa.client.room_create(is_direct=True, invite=[bot.user_id])
        room = made.room_id
        await rosa.sees_member(room, bot.user_id, "join")
        await rosa.send(room, "hello")
        await bot.hears_words("hello")
        await bot.at_rest()
        await bot.stop()
        await rosa.client.room_kick(room, bot.user_id)
        await bot.restart()
        left = await bot.hears(Left)
        assert (left.sender.user, left.place) == (rosa.user_id, Place("matrix", room))
        assert left.kind is PlaceKind.DIRECT


async def test_when_rosa_has_left_a_new_encrypted_chat_is_opened_for_her(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        old = Place("matrix", room)
        await rosa.leave(room)
        left = await bot.hears(Left)
        assert (left.sender.user, left.place, left.kind) == (rosa.user_id, old, PlaceKind.DIRECT)

        message, place = await bot.says(letter(rosa.user_id, old, "your appointment"), "letter-1")
        assert place != old
        seen = await rosa.hears("welcome")
        assert (seen.id, seen.room) == (message, place.room)
        assert seen.encrypted
        again = await bot.says(letter(rosa.user_id, old, "your appointment"), "letter-1")
        assert again == (message, place)
        joined = await bot.hears(Joined, lambda joined: joined.place == place)
        assert joined.kind is PlaceKind.DIRECT
        await rosa.send(place.room, "thank you")
        said = await bot.hears_words("thank you")
        assert said.kind is PlaceKind.DIRECT


async def test_a_chat_that_was_being_opened_when_the_bot_died_is_found_again(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        keep = bot.memory.keep
        died: list[str] = []

        async def dies_before_noting(name: str, value: str) -> None:
            if name == "matrix/openings" and "!" in value and not died:
                died.append(value)
                raise OSError("the process ended here")
            await keep(name, value)

        bot.memory.keep = dies_before_noting  # type: ignore[method-assign]
        await bot.platform.deliver(letter(rosa.user_id, None, "hello"), "letter-1")
        assert died
        await bot.restart()
        await bot.says(letter(rosa.user_id, None, "hello"), "letter-1")
        await rosa.hears("welcome")
        assert len(rosa.client.rooms) == 1
        token = _token(bot)
        joined = synapse.call("GET", "/_matrix/client/v3/joined_rooms", token=token)
        assert len(joined["joined_rooms"]) == 1


async def test_whoever_turns_the_invitation_down_is_not_asked_again(synapse: Synapse):
    async with RunningBot.of(synapse) as bot:
        ben = synapse.register(synapse.fresh_name("ben"))
        token = synapse.log_in(ben)
        _, place = await bot.says(letter(ben.user_id, None, "hello"), "letter-1")
        path = f"/_matrix/client/v3/rooms/{place.room}/leave"
        synapse.call("POST", path, {}, token=token)
        await bot.hears(Left)
        outcome = await bot.delivers(letter(ben.user_id, place, "hello?"), "letter-2")
        assert outcome == GaveUp(why=Why.UNREACHABLE)


async def test_groups_are_declined_and_never_joined(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        group = await rosa.client.room_create(name="A club", invite=[bot.user_id])
        await rosa.sees_member(group.room_id, bot.user_id, "leave")
        memberships = [
            seen.content["membership"]
            for seen in rosa.sights
            if seen.room == group.room_id and seen.state_key == bot.user_id
        ]
        assert memberships == ["invite", "leave"]


async def test_a_group_that_claims_to_be_direct_is_left_again(synapse: Synapse):
    async with (
        RunningBot.of(synapse) as bot,
        NioPerson.of(synapse, "rosa") as rosa,
        NioPerson.of(synapse, "ali") as ali,
    ):
        made = await rosa.client.room_create(is_direct=True, invite=[ali.user_id])
        await rosa.sees_member(made.room_id, ali.user_id, "join")
        claim = {"membership": "invite", "is_direct": True}
        await rosa.client.room_put_state(made.room_id, "m.room.member", claim, bot.user_id)
        await rosa.sees_member(made.room_id, bot.user_id, "leave")


async def test_a_chat_that_a_third_person_joins_is_not_direct_any_more(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        async with NioPerson.of(synapse, "ali") as ali:
            await rosa.client.room_invite(room, ali.user_id)
            await rosa.sees_member(room, ali.user_id, "join")
            await rosa.send(room, "now we are three")
            said = await bot.hears_words("now we are three")
            assert said.kind is PlaceKind.FOREIGN
            await bot.restart()
            await rosa.send(room, "still three")
            assert (await bot.hears_words("still three")).kind is PlaceKind.FOREIGN


async def test_a_room_for_two_is_shared_encrypted_and_left_when_told(synapse: Synapse):
    async with (
        RunningBot.of(synapse) as bot,
        NioPerson.of(synapse, "rosa") as rosa,
        NioPerson.of(synapse, "ali") as ali,
    ):
        both = (Address("matrix", rosa.user_id), Address("matrix", ali.user_id))
        opening = RoomOpening(name="A talk", invite=both)
        opened = await bot.delivers(opening, "effect-1")
        assert isinstance(opened, Delivered)
        assert await bot.delivers(opening, "effect-1") == opened
        assert opened.place is not None
        room = opened.place.room
        await rosa.sees_member(room, rosa.user_id, "join")
        await ali.sees_member(room, ali.user_id, "join")
        await bot.says(letter(None, opened.place, "Here you are"), "letter-1")
        assert (await rosa.hears("welcome")).encrypted
        await ali.hears("welcome")
        await bot.restart()
        await ali.send(room, "hello rosa")
        said = await bot.hears_words("hello rosa")
        assert said.kind is PlaceKind.SHARED

        assert isinstance(await bot.delivers(RoomLeaving(place=opened.place), "e-2"), Delivered)
        await rosa.sees_member(room, bot.user_id, "leave")
        outcome = await bot.delivers(letter(None, opened.place, "anybody"), "letter-2")
        assert isinstance(outcome, GaveUp)


async def test_the_coordinators_room_is_joined_when_invited_and_known_as_such(synapse: Synapse):
    async with NioPerson.of(synapse, "cora") as cora:
        made = await cora.client.room_create(name="Coordinators")
        async with RunningBot.of(synapse, coordinators_room=made.room_id) as bot:
            await cora.client.room_invite(made.room_id, bot.user_id)
            await cora.sees_member(made.room_id, bot.user_id, "join")
            await cora.send(made.room_id, "queue")
            assert (await bot.hears_words("queue")).kind is PlaceKind.COORDINATORS


async def test_a_room_that_is_upgraded_is_followed(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "cora") as cora:
        made = await cora.client.room_create(
            is_direct=True, invite=[bot.user_id], room_version="10"
        )
        await cora.sees_member(made.room_id, bot.user_id, "join")
        await bot.hears(Joined)
        path = f"/_matrix/client/v3/rooms/{made.room_id}/upgrade"
        upgraded = synapse.call("POST", path, {"new_version": "11"}, token=cora.client.access_token)
        successor = upgraded["replacement_room"]
        await cora.client.room_invite(successor, bot.user_id)
        moved = await bot.hears(PlaceMoved)
        assert moved.place == Place("matrix", made.room_id)
        assert moved.successor == Place("matrix", successor)


async def test_nothing_goes_unencrypted_into_a_room_whose_encryption_was_not_known(
    synapse: Synapse,
):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        made = await rosa.client.room_create(is_direct=True, invite=[bot.user_id])
        room = made.room_id
        await rosa.sees_member(room, bot.user_id, "join")
        await bot.hears(Joined)
        await bot.stop()
        encryption = {"algorithm": "m.megolm.v1.aes-sha2"}
        answer = await rosa.client.room_put_state(room, "m.room.encryption", encryption)
        assert isinstance(answer, nio.RoomPutStateResponse)
        await bot.restart()
        await bot.says(letter(rosa.user_id, Place("matrix", room), "a secret"), "letter-1")
        assert (await rosa.hears("welcome")).encrypted


async def test_nothing_goes_unencrypted_into_a_room_that_was_met_half_made(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        rooms = bot.platform._rooms
        whole = rooms._state

        async def half_made(room_id: str) -> list[dict[str, Any]]:
            return [e for e in await whole(room_id) if e["type"] != "m.room.encryption"]

        rooms._state = half_made  # type: ignore[method-assign]
        await bot.says(letter(rosa.user_id, None, "a secret"), "letter-1")
        assert (await rosa.hears("welcome")).encrypted


async def test_what_rosa_said_before_she_left_is_heard_as_said_in_a_direct_chat(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send(room, "hello")
        await bot.hears_words("hello")
        await bot.at_rest()
        await bot.stop()
        await rosa.send(room, "I must go")
        await rosa.leave(room)
        await bot.restart()
        assert (await bot.hears_words("I must go")).kind is PlaceKind.DIRECT
        assert (await bot.hears(Left)).kind is PlaceKind.DIRECT
        token = _token(bot)
        path = "/_matrix/client/v3/joined_rooms"
        await bot.until(
            lambda: not synapse.call("GET", path, token=token)["joined_rooms"], 10, "it left too"
        )


async def test_what_other_bots_say_is_not_answered(synapse: Synapse):
    async with RunningBot.of(synapse) as bot, NioPerson.of(synapse, "rosa") as rosa:
        room = await rosa.open_direct(bot.user_id)
        await rosa.send_content(room, {"msgtype": "m.notice", "body": "I am a bot too"})
        await rosa.send(room, "and I am not")
        await bot.hears_words("and I am not")
        assert [event.text for event in bot.heard if isinstance(event, Said)] == ["and I am not"]


def _token(bot: RunningBot) -> str:
    return str(json.loads(bot.memory.kept["matrix/session"])["token"])
