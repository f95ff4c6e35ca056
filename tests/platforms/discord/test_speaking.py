"""How letters look on Discord: split, changed, taken back; nobody is pinged, and buttons last."""

import pytest

from bot.messages import Place, Pressed, Said
from bot.platforms.discord.choices import view_of
from bot.platforms.platform import Amendment, Delivered, Mark, Retraction, ShownChoice
from tests.parts.discord_server import DiscordPerson
from tests.parts.discord_server.shown import shown
from tests.platforms.discord.running import RunningDiscord, letter
from tests.platforms.listening import message

MARK = Mark(text_id="offer")
SEND = r"/channels/\d+/messages"


def _chosen(bot: RunningDiscord) -> list[str]:
    return [one.choice for one in bot.heard if isinstance(one, Pressed)]


def _paragraphs(count: int, mark: str = "w") -> str:
    return "\n\n".join(f"{mark}{n} " + "word " * 100 for n in range(count)).rstrip()


async def test_a_long_text_is_split_between_paragraphs_and_is_one_message_to_us(
    bot: RunningDiscord, rosa: DiscordPerson
):
    hers = rosa.says("tell me all")["id"]
    await bot.hears_words("tell me all")
    text = _paragraphs(9)
    id, place = await bot.says(letter(rosa, text, reply_to=hers), "l-1")
    parts = rosa.texts()
    assert len(parts) > 1 and all(len(part) <= 2000 for part in parts)
    assert all(part.startswith("w") for part in parts), "each begins where a paragraph does"
    assert "".join(parts).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace(
        "\n", ""
    )
    answering = [m.get("message_reference", {}).get("message_id") for m in rosa.screen()]
    assert [str(one) for one in answering if one] == [hers]

    longer = _paragraphs(14, "x")
    change = Amendment(place=place, message=id, mark=MARK, text=longer)
    assert isinstance(await bot.delivers(change, "l-2"), Delivered)
    assert "".join(rosa.texts()).count("x") == 14 and not any("w0" in t for t in rosa.texts())
    shorter = Amendment(place=place, message=id, mark=MARK, text="taken")
    assert isinstance(await bot.delivers(shorter, "l-3"), Delivered)
    assert rosa.texts()[0] == "taken"
    await bot.delivers(Retraction(place=place, message=id), "l-4")
    assert "taken" not in rosa.texts()


async def test_an_edit_that_is_refused_is_said_anew_once(bot: RunningDiscord, rosa: DiscordPerson):
    id, place = await bot.says(letter(rosa, "Will you?"), "l-1")
    bot.server.world.channels[rosa.chat]["edits_refused"] = True
    change = Amendment(place=place, message=id, mark=MARK, text="Somebody has taken it.")
    for _ in range(2):
        assert isinstance(await bot.delivers(change, "l-2"), Delivered)
    assert rosa.texts() == ["Will you?", "Somebody has taken it."]


async def test_nobody_is_ever_pinged_but_the_alarm_role_in_the_coordinators_channel():
    async with RunningDiscord(alarm_role="223456789012345678", coordinators=True) as bot:
        rosa = bot.person("rosa")
        rosa.says("hi")
        await bot.hears_words("hi")
        await bot.says(letter(rosa, "@everyone <@1> <@&2> @here"), "l-1")
        there = Place("discord", bot.channel)
        await bot.says(message(None, there, "hello @everyone", mark=Mark(text_id="queue")), "l-2")
        await bot.says(
            message(None, there, "somebody waits", mark=Mark(text_id="alarm-wait")), "l-3"
        )
        sent = [
            body for method, _, body in bot.server.asked if method == "POST" and "content" in body
        ]
        allowed = [body["allowed_mentions"] for body in sent]
        assert [one["parse"] for one in allowed] == [[], [], []]
        assert [one.get("roles", []) for one in allowed] == [[], [], [223456789012345678]]
        assert all(not one.get("users") and not one.get("replied_user") for one in allowed)
        assert sent[2]["content"].startswith("<@&223456789012345678>")


async def test_many_choices_become_menus_and_all_can_be_chosen(
    bot: RunningDiscord, rosa: DiscordPerson
):
    choices = tuple(ShownChoice(id=f"c{n}", number=n, label=f"Choice {n}") for n in range(1, 41))
    await bot.says(letter(rosa, "Which?", choices=choices, question="q-1"), "l-1")
    (asked,) = rosa.screen()
    await bot.restart()
    for n in (1, 25, 26, 40):
        rosa.presses(asked, ends=f"c{n}")
        await bot.until(lambda n=n: f"c{n}" in _chosen(bot), 20, f"choice {n}")  # type: ignore[misc]
    assert {one.question for one in bot.heard if isinstance(one, Pressed)} == {"q-1"}


async def test_a_key_under_a_button_says_nothing(bot: RunningDiscord, rosa: DiscordPerson):
    choices = (ShownChoice(id="yes", number=1, label="Yes, I am sad"),)
    await bot.says(letter(rosa, "Are you?", choices=choices, question="01HZ"), "l-1")
    (button,) = rosa.screen()[0]["components"][0]["components"]
    assert button["custom_id"] == "c:01HZ:yes"
    assert len(button["label"]) <= 80


async def test_what_does_not_fit_under_a_button_is_listed_to_be_typed(
    bot: RunningDiscord, rosa: DiscordPerson
):
    choices = (ShownChoice(id="yes", number=1, label="Yes"),)
    asking = letter(rosa, "Now?\n1 Yes", choices=choices, question="q" * 200)
    assert view_of(asking) is None
    await bot.says(asking, "l-1")
    assert "1 Yes" in rosa.texts()[0].replace("\\", "")


@pytest.mark.parametrize(
    "hostile",
    ["||spoiler||", "[masked](https://evil.example)", "# big", "> quoted", "-# small", "1. one",
     "<@123456789012345678>", "@everyone", "<#1>", "<:a:1>", "<t:1:R>", "`x`", "~~x~~",
     "</talk:1>", "* x", "+ x", "    * deep", "<https://evil.example>", "\\*x\\*"],
)  # fmt: skip
async def test_words_stay_words(bot: RunningDiscord, rosa: DiscordPerson, hostile: str):
    await bot.says(letter(rosa, hostile, mark=Mark(text_id="relay")), "l-1")
    words, html = shown(rosa.texts()[0])
    assert (words.strip(), html) == (hostile.strip(), None)


async def test_a_press_is_acknowledged_in_time_however_long_we_think(
    bot: RunningDiscord, rosa: DiscordPerson
):
    bot.server.interactions.deadline = 0.5
    bot.thinks_for = 1.0
    choices = (ShownChoice(id="yes", number=1, label="Yes"),)
    await bot.says(letter(rosa, "Now?", choices=choices, question="q-1"), "l-1")
    asked = rosa.presses(rosa.screen()[0], ends=":yes")
    await bot.hears(Pressed)
    assert asked.answers == [6]
    called = rosa.calls("help")
    await bot.hears(Said)
    assert called.answers == [5]


async def test_a_press_that_could_not_be_acknowledged_in_time_counts_all_the_same(
    bot: RunningDiscord, rosa: DiscordPerson
):
    choices = (ShownChoice(id="yes", number=1, label="Yes"),)
    await bot.says(letter(rosa, "Now?", choices=choices, question="q-1"), "l-1")
    bot.server.interactions.deadline, bot.server.latency = 0.1, 0.4
    asked = rosa.presses(rosa.screen()[0], ends=":yes")
    assert (await bot.hears(Pressed)).choice == "yes"
    assert asked.answers == []
    bot.server.latency = 0.0
    await bot.says(letter(rosa, "Thank you"), "l-2")
    assert rosa.texts()[-1] == "Thank you"


async def test_forged_and_foreign_keys_do_no_harm(bot: RunningDiscord, rosa: DiscordPerson):
    await bot.says(letter(rosa, "Hello"), "l-1")
    (shown_,) = rosa.screen()
    for key in ("", "c:", "c:x", "m:q:0", "z:q:yes", "write:1", "c:" + "é" * 90, "::::"):
        rosa.presses_key(shown_, key)
        rosa.presses_key(shown_, key, ["a", "b"])
    rosa.says("still here")
    await bot.hears_words("still here")
    assert not [
        one for one in bot.heard if isinstance(one, Pressed) and one.question not in ("", "x")
    ]
