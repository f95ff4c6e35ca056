"""Forms, files, rooms and events, as another hand than ours models Discord."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.messages import Address, Filled, Said
from bot.platforms.discord import files
from bot.platforms.discord.choices import WRITE
from bot.platforms.discord.events import Events
from bot.platforms.discord.rooms import Rooms
from bot.platforms.gatherings import EventShowing, EventWithdrawing
from bot.platforms.platform import Delivered, FormOffer, RoomLeaving, RoomOpening, ShownChoice
from tests.platforms.discord.simulated.stage import Stage, last, staged
from tests.platforms.discord.simulated.test_as_discord_has_it import _letter
from tests.web.drawn import a_picture

ONE = (ShownChoice(id="skip", number=1, label="Skip"),)


def _noting(stage: Stage) -> list[Any]:
    """What is handed in from now on, and handled by nobody."""
    heard: list[Any] = []

    async def note(event: Any) -> None:
        heard.append(event)

    client: Any = stage.env.bot
    client.listener.hand_in = note
    return heard


async def test_what_is_filled_in_comes_field_by_field_also_after_a_restart(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa = stage.somebody("rosa")
        await rosa.send_dm("hello")
        offer = FormOffer(key="en.book.1.0-1-5-6", label="Answer it all at once")
        asked = _letter(rosa, "When?", choices=ONE, question="q1", form=offer)
        assert isinstance(await stage.platform.deliver(asked, "l-1"), Delivered)
        question = last(rosa)
        await stage.restart()
        heard = _noting(stage)
        opened = await rosa.user.click(question, custom_id="f:q1:en.book.1.0-1-5-6")
        given = {"when": "tomorrow at 10", "length": ["half-hour"], "language": [], "note": ""}
        await rosa.user.submit_modal(opened, given)
        (filled,) = heard
        assert isinstance(filled, Filled) and filled.question == "q1"
        assert filled.values == {
            "when": "tomorrow at 10", "length": "half-hour", "language": "", "note": ""
        }  # fmt: skip


async def test_several_chosen_in_a_form_are_all_told(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa = stage.somebody("rosa")
        await rosa.send_dm("hello")
        offer = FormOffer(key="da.apply.1.1", label="Svar")
        asked = _letter(rosa, "Hvilke?", choices=ONE, question="q1", form=offer)
        await stage.platform.deliver(asked, "l-1")
        heard = _noting(stage)
        opened = await rosa.user.click(last(rosa), custom_id="f:q1:da.apply.1.1")
        await rosa.user.submit_modal(opened, {"languages": ["da", "en"]})
        assert [event.values for event in heard] == [{"languages": "da,en"}]


async def test_who_cannot_be_written_to_writes_in_a_field_where_they_called(tmp_path: Path):
    async with staged(tmp_path) as stage:
        channel, rosa = stage.guild.create_text_channel("board"), stage.somebody("rosa")
        closed = f"/channels/{rosa.user.dm_channel.id}/messages"
        stage.env.inject_error("POST", closed, status=403, code=50007, times=None)
        called = await rosa.slash(channel, "start")
        shown = [r for r in (called.response, *called.followups) if r is not None]
        with_field = next(r for r in shown if WRITE in str(_keys(r)))
        heard = _noting(stage)
        opened = await rosa.click(with_field.message, custom_id=WRITE)
        assert opened.modal is not None
        await rosa.submit_modal(opened, {"words": "I am over eighteen"})
        (said,) = heard
        assert isinstance(said, Said) and said.text == "I am over eighteen"


def _keys(shown: Any) -> list[str]:
    return [str(b.get("custom_id")) for row in shown.components for b in row["components"]]


async def test_a_file_is_passed_on_as_a_copy_under_a_name_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked_for: list[str] = []

    async def download(url: str, limit: int) -> bytes:  # no socket leads to simcord's files
        asked_for.append(url)
        return a_picture()

    monkeypatch.setattr(files, "_download", download)
    async with staged(tmp_path) as stage:
        rosa, mia = stage.somebody("rosa"), stage.somebody("mia")
        await stage.in_touch(rosa, mia)
        stored = stage.env.backend.store_attachments(
            rosa.user.dm_channel.id, [("rosa-at-home.png", a_picture())]
        )
        await rosa.send_dm("look", attachments=stored)
        got = [m for m in mia.user.dm_channel.history() if m.attachments]
        assert len(got) == 1
        (file,) = got[0].attachments
        assert "rosa" not in file.filename and file.url not in asked_for
        assert len(asked_for) == 1


async def test_a_room_is_put_away_and_locked_when_it_is_over(tmp_path: Path):
    async with staged(tmp_path) as stage:
        channel = stage.guild.create_text_channel("talks")
        rosa, mia = stage.somebody("rosa"), stage.somebody("mia")
        rooms = Rooms(stage.platform._memory, stage.guild.id, channel.id)
        stage.platform._speaking._rooms = rooms
        invited = tuple(Address("discord", str(one.id)) for one in (rosa, mia))
        opened = await stage.platform.deliver(RoomOpening(invite=invited, name="A room"), "r-1")
        assert isinstance(opened, Delivered) and opened.place is not None
        left = await stage.platform.deliver(RoomLeaving(place=opened.place), "r-2")
        assert isinstance(left, Delivered)
        client: Any = stage.env.bot
        thread = await client.fetch_channel(int(opened.place.room))
        assert (
            thread.archived and thread.locked and thread.type is discord.ChannelType.private_thread
        )


async def test_an_open_gathering_is_an_event_that_moves_and_is_called_off(tmp_path: Path):
    async with staged(tmp_path) as stage:
        events, client = Events(stage.guild.id), stage.env.bot
        assert isinstance(client, discord.Client)
        begins = stage.now() + timedelta(days=3)
        shown = EventShowing(
            key="K7M2QP", name="Coffee", says="Everybody is welcome.", where="Huset",
            begins=begins, ends=begins + timedelta(hours=2),
        )  # fmt: skip
        guild = await client.fetch_guild(stage.guild.id)
        assert isinstance(await events.deliver(client, shown), Delivered)
        (event,) = await guild.fetch_scheduled_events()
        assert (event.name, event.location, event.start_time) == ("Coffee", "Huset", begins)
        later = EventShowing(
            key="K7M2QP", name="Coffee", says="Everybody is welcome.", where="The library",
            begins=begins + timedelta(days=1), ends=begins + timedelta(days=1, hours=2),
        )  # fmt: skip
        assert isinstance(await events.deliver(client, later), Delivered)
        (event,) = await guild.fetch_scheduled_events()
        assert event.location == "The library" and event.start_time == begins + timedelta(days=1)
        gone = await events.deliver(client, EventWithdrawing(key="K7M2QP"))
        assert isinstance(gone, Delivered)
        left = [
            one
            for one in await guild.fetch_scheduled_events()
            if one.status is not discord.EventStatus.cancelled
        ]
        assert not left


@pytest.mark.parametrize("privileged", ["members", "presences", "message_content"])
async def test_no_privileged_intent_is_asked_for_and_nothing_needs_one(
    tmp_path: Path, privileged: str
):
    async with staged(tmp_path) as stage:
        client = stage.env.bot
        assert not getattr(client.intents, privileged)
        rosa = stage.somebody("rosa")
        await rosa.send_dm("crisis")
        assert "112" in "".join(m.content for m in rosa.user.dm_channel.history()[1:])
