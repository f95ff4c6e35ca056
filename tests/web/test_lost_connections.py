"""Reloads, second tabs, tunnels and restarts: each message once and in order on both sides."""

from playwright.async_api import expect

from tests.parts.browser import Chromium, offline
from tests.parts.devtools import devtools
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.web.at_page import AtPage
from tests.web.cast import in_contact, mia_on_duty

UNREACHABLE = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection"


def read_by(mia: WebVisitor) -> list[str]:
    """What Rosa wrote, as it stands with Mia."""
    return [line.text.partition(": ")[2] for line in mia.shown() if line.text_id == "relay"]


async def test_a_reload_shows_everything_as_it_was(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says("one")
        await mia.says("two")
        await rosa.reads("two")
        said = await rosa.reads("one")
        await rosa.has(said, "web-edit")
        await rosa.says("one, better said")
        await mia.until(lambda: read_by(mia) == ["one, better said"])
        await rosa.says("a mistake")
        await rosa.has(await rosa.reads("a mistake"), "web-delete")
        await mia.until(lambda: mia.shown()[-1].gone)
        [kept, _] = [line for line in mia.shown() if line.text_id == "relay"]
        await mia.does("react", message=kept.id, key="❤️")
        await expect(said.locator(".reactions")).to_have_text("❤️")
        before = await rosa.lines()
        assert any(one.edited for one in before) and before[-1].gone

        await page.reload()
        await rosa.is_connected()

        assert await rosa.lines() == before
        await rosa.says("and on")
        await mia.until(lambda: read_by(mia)[-1] == "and on")


async def test_a_second_tab_shows_the_same_and_both_can_write(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        rosa, also_rosa = AtPage(page), AtPage(await page.context.new_page())
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await also_rosa.opens(bot.base)
        assert await also_rosa.lines() == await rosa.lines()

        await also_rosa.says("from the second")
        await rosa.reads("from the second")
        await rosa.says("from the first")
        await also_rosa.reads("from the first")
        await mia.says("I read you both")
        await rosa.reads("I read you both")
        await also_rosa.reads("I read you both")

        assert [one.id for one in await also_rosa.lines()] == [one.id for one in await rosa.lines()]
        assert read_by(mia) == ["from the second", "from the first"]


async def test_what_is_written_in_a_tunnel_arrives_once_and_in_order(
    chromium: Chromium, bot: WebBot
):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        devtools(page).allow(UNREACHABLE)
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says("before the tunnel")
        await mia.until(lambda: read_by(mia) == ["before the tunnel"])

        await offline(page)
        await rosa.is_lost()
        for line in ("in the tunnel", "still in it"):
            await rosa.says(line)
        assert (await rosa.lines())[-1].state == "venter på forbindelsen"
        await mia.says("are you there?")
        assert read_by(mia) == ["before the tunnel"]

        await offline(page, False)
        await rosa.is_connected()
        await rosa.reads("are you there?")
        await mia.until(lambda: len(read_by(mia)) == 3)
        assert read_by(mia) == ["before the tunnel", "in the tunnel", "still in it"]
        assert (await rosa.own())[-3:] == ["before the tunnel", "in the tunnel", "still in it"]
        assert await rosa.relayed() == ["are you there?"]


async def test_a_restart_of_the_bot_loses_nothing_written_meanwhile(
    chromium: Chromium, bot: WebBot
):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        devtools(page).allow(UNREACHABLE)
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await rosa.says("one")
        await mia.until(lambda: read_by(mia) == ["one"])

        await mia.disconnect()
        await bot.stop()
        await rosa.is_lost()
        await rosa.says("two")
        await rosa.says("three")
        await bot.restart()
        await mia.connect()
        await mia.says("here again")

        await rosa.is_connected()
        await rosa.reads("here again")
        await mia.until(lambda: len(read_by(mia)) == 3)
        assert read_by(mia) == ["one", "two", "three"]
        assert (await rosa.own())[-3:] == ["one", "two", "three"]


async def test_what_was_not_sent_yet_outlives_a_reload(chromium: Chromium, bot: WebBot):
    async with chromium.visitor() as page, mia_on_duty(bot) as mia:
        devtools(page).allow(UNREACHABLE)
        rosa = AtPage(page)
        await rosa.opens(bot.base)
        await in_contact(rosa, mia)
        await mia.disconnect()
        await bot.stop()
        await rosa.is_lost()
        await rosa.says("written while nobody answered")
        await bot.restart()
        await mia.connect()

        await page.reload()
        await rosa.is_connected()

        await mia.until(lambda: read_by(mia) == ["written while nobody answered"])
        assert (await rosa.own())[-1] == "written while nobody answered"
        assert (await rosa.own()).count("written while nobody answered") == 1
