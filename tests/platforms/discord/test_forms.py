"""Forms on Discord: opened at once, in the language of the talk, also after a restart."""

from typing import Any

import pytest

from bot.messages import Filled, Pressed
from bot.platforms.discord.choices import view_of
from bot.platforms.platform import FormOffer, Message, ShownChoice
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.interactions import Asked
from tests.parts.discord_server.people import MENU
from tests.platforms.discord.running import RunningDiscord, letter

CHOICES = (ShownChoice(id="free-times", number=1, label="Show me free times"),)
LABEL, TEXT = 18, 4


def _question(rosa: DiscordPerson, key: str = "en.book.1.0-1-2-5-6", **more: Any) -> Message:
    offer = FormOffer(key=key, label="Answer it all at once")
    return letter(rosa, "When?", choices=CHOICES, question="q1", form=offer, **more)


async def _opened(bot: RunningDiscord, rosa: DiscordPerson) -> Asked:
    asked = rosa.presses_key(rosa.screen()[-1], _key(rosa))
    await bot.until(lambda: asked.modal is not None, 20, "the form")
    return asked


def _key(rosa: DiscordPerson) -> str:
    buttons = [one for row in rosa.screen()[-1]["components"] for one in row["components"]]
    return next(b["custom_id"] for b in buttons if b["label"] == "Answer it all at once")


async def test_a_form_is_filled_in_and_comes_as_one(bot: RunningDiscord, rosa: DiscordPerson):
    await bot.says(_question(rosa), "l-1")
    asked = await _opened(bot, rosa)
    assert asked.modal is not None and asked.modal["title"] == "A time to talk"
    labels = asked.modal["components"]
    assert [one["type"] for one in labels] == [LABEL] * 5
    fields = {one["component"]["custom_id"]: one["component"] for one in labels}
    assert list(fields) == ["when", "length", "form", "language", "note"]
    assert [one["type"] for one in fields.values()] == [TEXT, MENU, MENU, MENU, TEXT]
    required = {name: field.get("required", True) for name, field in fields.items()}
    assert required == {
        "when": True, "length": True, "form": True, "language": False, "note": False
    }  # fmt: skip
    assert fields["note"]["max_length"] == 500
    assert "No health details" in labels[4]["description"]

    rosa.fills_in_all(
        asked, when="tomorrow at 10", length=["half-hour"], form=["writing"], note="hello"
    )
    filled = await bot.hears(Filled)
    assert filled.question == "q1"
    assert filled.values == {
        "when": "tomorrow at 10", "length": "half-hour", "form": "writing", "language": "",
        "note": "hello",
    }  # fmt: skip
    assert filled.sender.user == rosa.user and filled.place.room == rosa.chat


async def test_several_may_be_chosen_where_several_may_be_answered(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.says(_question(rosa, "en.apply.1.1-2"), "l-1")
    asked = await _opened(bot, rosa)
    assert asked.modal is not None
    menu = asked.modal["components"][0]["component"]
    assert menu["max_values"] == len(menu["options"]) > 1
    rosa.fills_in_all(asked, languages=["da", "en"], forms=["writing"])
    filled = await bot.hears(Filled)
    assert filled.values == {"languages": "da,en", "forms": "writing"}


async def test_it_is_in_the_language_of_the_talk_whatever_the_client_speaks(bot: RunningDiscord):
    ali = bot.person("ali", "en-US")
    ali.says("hej")
    await bot.hears_words("hej")
    await bot.says(_question(ali, "da.book.1.0-1"), "l-1")
    asked = await _opened(bot, ali)
    assert asked.modal is not None and asked.modal["title"] == "En tid til at tale sammen"


async def test_it_opens_after_a_restart_and_is_heard_after_another(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.says(_question(rosa), "l-1")
    await bot.restart()
    asked = await _opened(bot, rosa)
    await bot.restart()
    rosa.fills_in_all(asked, when="at six", length=["full-hour"], form=["writing"])
    filled = await bot.hears(Filled)
    assert filled.values["when"] == "at six"


async def test_a_form_of_an_older_version_is_answered_as_a_late_press(
    bot: RunningDiscord, rosa: DiscordPerson
):
    await bot.says(_question(rosa, "en.book.0.0-1"), "l-1")
    asked = rosa.presses_key(rosa.screen()[-1], _key(rosa))
    pressed = await bot.hears(Pressed)
    assert (pressed.question, pressed.choice) == ("q1", "")
    assert asked.modal is None and asked.answers


@pytest.mark.parametrize("data", [
    {"custom_id": "filled:", "components": []},
    {"custom_id": "filled:q1", "components": []},
    {"custom_id": "filled:q1", "components": [{"type": LABEL}, {"type": 1, "components": [{}]}]},
    {"custom_id": "filled:q1", "components": [{"type": LABEL, "component": {"custom_id": "x", "value": 5}}]},
    {"custom_id": "nothing", "components": [{"type": LABEL, "component": {"custom_id": "x", "values": []}}]},
])  # fmt: skip
async def test_a_strange_form_breaks_nothing(
    bot: RunningDiscord, rosa: DiscordPerson, data: dict[str, Any]
):
    rosa._acts(5, {"resolved": {}, **data}, rosa.chat, None)
    rosa.says("still here")
    await bot.hears_words("still here")
    assert bot.stopped is None


async def test_no_button_is_shown_whose_key_would_be_too_long(bot: RunningDiscord):
    rosa = bot.person("rosa")
    view = view_of(_question(rosa, "en." + "x" * 100))
    assert view is not None
    assert all(len(getattr(one, "custom_id", "")) <= 100 for one in view.children)
    assert len(view.children) == 1
