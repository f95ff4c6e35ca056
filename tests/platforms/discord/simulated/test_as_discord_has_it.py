"""What only a model of Discord itself can say no to: commands that are not told, buttons that are not there,
answers that come too late, and what others can see."""

from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.messages import Address, Place
from bot.platforms.discord.rooms import Rooms
from bot.platforms.platform import Delivered, GaveUp, RoomOpening, ShownChoice
from tests.platforms.discord.simulated.stage import Stage, key_of, last, staged
from tests.platforms.listening import message


def _letter(to: simcord.MemberActor, text: str, **more: Any) -> Any:
    place = Place("discord", str(to.user.dm_channel.id))
    return message(Address("discord", str(to.id)), place, text, **more)


def _told(stage: Stage) -> dict[str, dict[str, Any]]:
    puts = [
        r for r in stage.env.http_requests if r.method == "PUT" and r.path.endswith("/commands")
    ]
    assert puts, "nothing was told"
    commands: Any = puts[-1].json
    return {command["name"]: command for command in commands}


async def test_commands_are_told_with_danish_names_and_seen_by_those_they_are_for(tmp_path: Path):
    async with staged(tmp_path) as stage:
        told = _told(stage)
        danish = {name: (c.get("name_localizations") or {}).get("da") for name, c in told.items()}
        assert danish["talk"] == "snak" and danish["help"] == "hjælp" and danish["queue"] == "kø"
        channel, rosa = stage.guild.create_text_channel("board"), stage.somebody("rosa")
        seen = rosa.available_commands(channel)
        assert {"start", "talk", "help"} <= set(seen) and "queue" not in seen
        assert {"talk", "help"} <= set(rosa.user.available_commands())
        with pytest.raises(simcord.SetupError):
            await rosa.slash(channel, "queue")


async def test_what_is_answered_in_a_server_is_for_the_callers_eyes(tmp_path: Path):
    async with staged(tmp_path) as stage:
        channel = stage.guild.create_text_channel("board")
        rosa, bo = stage.somebody("rosa"), stage.somebody("bo")
        called = await rosa.slash(channel, "start")
        assert called.ephemeral and called.response is not None
        assert "answered you in our private chat" in called.response.content
        assert channel.history(viewer=rosa) and not channel.history(viewer=bo)
        assert "Are you 18" in last(rosa).content
        assert bo.user.dm_channel.last_message is None


async def test_buttons_work_after_a_restart_and_are_gone_once_pressed(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa = stage.somebody("rosa")
        await rosa.send_dm("hello")
        asked = last(rosa)
        await stage.restart()
        pressed = await rosa.user.click(asked, custom_id=key_of(asked, "adult-yes"))
        assert pressed.acknowledged
        consent = last(rosa)
        await stage.restart()
        await rosa.user.click(consent, custom_id=key_of(consent, "consent-yes"))
        assert "talk" in last(rosa).content
        before = len(rosa.user.dm_channel.history())
        await rosa.user.click(asked, custom_id=key_of(asked, "adult-yes"))
        said = [m.content for m in rosa.user.dm_channel.history()[before:]]
        assert said and "over" in said[0], "an old one is told kindly that it is over"


async def test_a_menu_of_many_choices_works_after_a_restart(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa = stage.somebody("rosa")
        await rosa.send_dm("hello")
        many = tuple(ShownChoice(id=f"c{n}", number=n + 1, label=f"Choice {n}") for n in range(30))
        heard: list[Any] = []
        sent = await stage.platform.deliver(
            _letter(rosa, "Which?", choices=many, question="q1"), "l-1"
        )
        assert isinstance(sent, Delivered)
        shown = last(rosa)
        await stage.restart()

        async def note(event: Any) -> None:
            heard.append(event)

        client: Any = stage.env.bot
        client.listener.hand_in = note
        await rosa.user.select(shown, ["c27"], custom_id=_menu(shown, 1))
        assert [(e.question, e.choice) for e in heard] == [("q1", "c27")]


def _menu(shown: Any, number: int) -> str:
    return str([row.children[0].custom_id for row in shown.components][number])


async def test_what_two_write_to_each_other_pings_nobody_and_changes_on_both_sides(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa, mia = stage.somebody("rosa"), stage.somebody("mia")
        await stage.in_touch(rosa, mia)
        sent = await rosa.send_dm("hi @everyone @here ||hidden||")
        got = last(mia)
        assert "hi" in got.content and "rosa" not in got.content
        assert not got.mention_everyone and not got.mentions
        posts: list[Any] = [
            r for r in stage.env.http_requests if r.method == "POST" and "messages" in r.path
        ]
        assert posts and all(r.json["allowed_mentions"]["parse"] == [] for r in posts)
        await rosa.user.edit(sent, "hello instead")
        assert last(mia).content.endswith("hello instead")
        await rosa.user.delete(sent)
        assert not [m for m in mia.user.dm_channel.history() if "hello instead" in m.content]
        await mia.send_dm("I am here")
        assert last(rosa).content.endswith("I am here")


async def test_a_press_discord_takes_for_too_late_or_done_already_counts_all_the_same(
    tmp_path: Path,
):
    for code, status in ((10062, 404), (40060, 400)):
        folder = tmp_path / str(code)
        folder.mkdir()
        async with staged(folder) as stage:
            rosa = stage.somebody("rosa")
            await rosa.send_dm("hello")
            asked = last(rosa)
            stage.env.inject_error("POST", "/interactions/*", status=status, code=code)
            await rosa.user.click(asked, custom_id=key_of(asked, "adult-yes"))
            assert last(rosa).id > asked.id and last(rosa).components, "it was heard, and gone on"


async def test_whoever_closed_their_door_is_answered_where_they_called_until_that_runs_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    async with staged(tmp_path) as stage:
        channel, rosa = stage.guild.create_text_channel("board"), stage.somebody("rosa")
        rosa.user.dm_channel  # noqa: B018 - the chat is there
        closed = f"/channels/{rosa.user.dm_channel.id}/messages"
        stage.env.inject_error("POST", closed, status=403, code=50007, times=None)
        called = await rosa.slash(channel, "start")
        shown = [r.content for r in (called.response, *called.followups) if r is not None]
        assert any("Are you 18" in text for text in shown) and called.ephemeral
        assert isinstance(await stage.platform.deliver(_letter(rosa, "and this"), "l-1"), Delivered)
        await stage.env.advance_time(16 * 60)
        turn = stage.platform._turns.of(rosa.id)
        if turn is not None:  # its own clock is the machine's
            monkeypatch.setattr(type(turn), "lasts", False)
        late = await stage.platform.deliver(_letter(rosa, "too late for that"), "l-2")
        assert isinstance(late, GaveUp)


async def test_a_room_for_two_is_seen_by_nobody_else(tmp_path: Path):
    async with staged(tmp_path) as stage:
        channel = stage.guild.create_text_channel("talks")
        rosa, mia, bo = (stage.somebody(name) for name in ("rosa", "mia", "bo"))
        memory = stage.platform._memory
        stage.platform._speaking._rooms = Rooms(memory, stage.guild.id, channel.id)
        invited = tuple(Address("discord", str(one.id)) for one in (rosa, mia))
        opened = await stage.platform.deliver(RoomOpening(invite=invited, name="A room"), "r-1")
        assert isinstance(opened, Delivered)
        (thread,) = channel.threads
        await rosa.send(thread, "here we are")
        assert [m.content for m in thread.history(viewer=mia)][-1] == "here we are"
        with pytest.raises((simcord.SetupError, simcord.BackendError)):
            await bo.send(thread, "let me in")
        with pytest.raises(simcord.SetupError):
            thread.history(viewer=bo)


async def test_a_form_goes_out_and_comes_back_as_discord_has_it(tmp_path: Path):
    async with staged(tmp_path) as stage:
        rosa = stage.somebody("rosa")
        await rosa.send_dm("hello")
        for choice in ("adult-yes", "consent-yes"):
            await rosa.user.click(last(rosa), custom_id=key_of(last(rosa), choice))
        await rosa.send_dm("book")
        question = last(rosa)
        rows: Any = question.components
        buttons = [b for row in rows for b in row.children]
        opens = next(b.custom_id for b in buttons if not str(b.custom_id).startswith("c:"))
        shown = await rosa.user.click(question, custom_id=opens)
        assert shown.modal is not None
        fields = {
            one["component"]["custom_id"]: one["component"] for one in shown.modal["components"]
        }
        assert {one["type"] for one in shown.modal["components"]} == {18}, (
            "each in a label of its own"
        )
        assert {one["type"] for one in fields.values()} == {3, 4}, "menus, and fields to write in"
        filled: dict[str, Any] = {"when": "tomorrow at 20:00"}
        for name, one in fields.items():
            if one["type"] == 3 and one.get("required", True):
                filled[name] = [one["options"][0]["value"]]
        before = len(rosa.user.dm_channel.history())
        sent = await rosa.user.submit_modal(shown, filled)
        assert sent.acknowledged
        said = "\n".join(m.content for m in rosa.user.dm_channel.history()[before:])
        assert "<t:" in said, said
