"""Leaving without a trace, being forgotten, running out, being signed out: nothing of it stays."""

import asyncio
import uuid
from datetime import timedelta
from functools import partial

from bot.messages import Address
from storage import people
from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import (
    cookie_of,
    coordinator,
    count,
    door,
    enters,
    everything_kept,
    is_known,
    looks,
    origin,
    reaches,
    rows,
)

OF_SOMEBODY = ("visits", "shown", "ways_in", "people", "questions", "dialogues", "outbox")


def _sealed(found: list[dict[str, object]]) -> list[bytes]:
    return [value for row in found for value in row.values() if isinstance(value, bytes)]


async def _bytes_of(bot: WebBot) -> list[bytes]:
    """Everything sealed of whoever is there."""
    tables = ("visits", "shown", "people", "questions")
    return [one for table in tables for one in _sealed(await rows(bot, table))]


async def test_who_leaves_is_in_no_row_and_no_byte(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("come back")
        await rosa.hears("come-back-phrase")
        await rosa.sends(b"a file of theirs" * 100, "a.txt", "text/plain")
        secret = [one for one in await _bytes_of(bot) if len(one) > 40]
        assert secret
        ids = [row["id"] for row in await rows(bot, "visits")]

        assert await rosa.post("leave") == 204
        await rosa.until(lambda: rosa.over, what="over")

        assert rosa.over == "left" and not cookie_of(rosa)
        assert set((await count(bot, *OF_SOMEBODY)).values()) == {0}
        kept = await everything_kept(bot)
        assert not [one for one in secret if one in kept]
        assert not [id for id in ids if id.encode() in kept]


async def test_the_other_side_is_told_and_only_they_have_what_was_said(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    await rosa.says("what rosa said")
    await reaches(rosa, mia)
    account = await bot.account_of(rosa)
    seen = mia.seen

    await rosa.post("leave")

    await mia.until(lambda: mia.seen > seen, what="a word to the other side")
    assert not await is_known(bot, account)
    assert {row["visit"] for row in await rows(bot, "shown")} == {
        row["id"] for row in await rows(bot, "visits")
    }
    assert len(await rows(bot, "visits")) == 1
    assert [row["status"] for row in await rows(bot, "contacts")] == ["ended"]
    assert "nobody" in [row["receiver"] for row in await rows(bot, "contacts")]


async def test_leaving_closes_every_tab_and_leaving_twice_is_nothing(bot: WebBot):
    async with bot.visitor() as rosa:
        tabs = [WebVisitor(bot.base) for _ in range(3)]
        for tab in tabs:
            tab.http.cookie_jar.update_cookies({"peerbot-visit": cookie_of(rosa).split("=")[1]})
            await tab.connect()
        await rosa.post("leave")
        for tab in (rosa, *tabs):
            await tab.until(partial(getattr, tab, "over"), what="over")
            assert tab.over == "left"
        assert await rosa.post("leave") == 204
        await asyncio.gather(*(tab.close() for tab in tabs))


async def test_what_is_said_into_a_visit_that_is_over_is_not_taken(bot: WebBot):
    async with bot.visitor() as rosa:
        cookie = cookie_of(rosa)
        sent = request("POST", "/leave", Origin=origin(bot), Cookie=cookie)
        leaving = asyncio.create_task(asks(bot.port, sent))
        for n in range(30):
            try:
                await rosa.send({"do": "say", "id": uuid.uuid4().hex, "text": f"late {n}"})
            except ConnectionError:
                break
        await leaving
        await rosa.until(lambda: rosa.over, what="over")
    await looks(bot)
    assert set((await count(bot, *OF_SOMEBODY)).values()) == {0}


async def test_forget_me_leaves_the_visit_and_nothing_else(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("come back")
        await rosa.hears("come-back-phrase")
        account = await bot.account_of(rosa)
        secret = _sealed(await rows(bot, "shown"))
        await rosa.says("forget me")
        await rosa.hears("forget-ask")
        await rosa.presses("forget-yes")
        await rosa.hears("forgotten")

        assert not await is_known(bot, account)
        assert await rows(bot, "ways_in") == []
        kept = await everything_kept(bot)
        assert not [one for one in secret if one in kept]
        seen = rosa.seen
        await rosa.says("hello?")  # somebody we do not know
        await rosa.hears("adult-ask", after=seen)


async def test_a_visitor_without_a_phrase_is_erased_when_the_visit_runs_out(bot: WebBot):
    async with bot.visitor() as rosa, bot.visitor() as ole:
        await bot.come_in(rosa)
        await bot.come_in(ole)
        await ole.says("come back")
        await ole.hears("come-back-phrase")
        gone, stays = await bot.account_of(rosa), await bot.account_of(ole)
    await _nobody_is_there(bot)

    bot.now += timedelta(hours=23, minutes=50)
    await looks(bot)
    assert await is_known(bot, gone) and await is_known(bot, stays)
    bot.now += timedelta(minutes=11)
    await looks(bot)

    assert not await is_known(bot, gone) and await is_known(bot, stays)
    assert len(await rows(bot, "visits")) == 0 and await rows(bot, "shown") == []
    bot.now += timedelta(days=90)  # and with the phrase goes the person
    await looks(bot)
    assert await rows(bot, "ways_in") == []


async def test_whoever_has_the_page_open_does_not_run_out(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        for _ in range(4):
            bot.now += timedelta(hours=20)
            await looks(bot)
        await rosa.says("help")
        await rosa.hears("help")
        assert rosa.over is None


async def test_a_volunteer_whose_sign_in_ran_out_is_kept_and_cannot_be_reached(bot: WebBot):
    sol = await enters(bot, "sol")
    await bot.is_volunteer(sol, "Sol")
    await sol.close()
    await _nobody_is_there(bot)

    bot.now += timedelta(days=14, minutes=1)
    await looks(bot)

    met = await bot.app.database.read(people.recognise, Address("web", "sol"))
    assert met is not None and not met.reachable
    assert await rows(bot, "visits") == []
    again = await enters(bot, "sol")
    met = await bot.app.database.read(people.recognise, Address("web", "sol"))
    assert met is not None and met.reachable
    await again.close()


async def test_signing_somebody_out_closes_what_they_have_open_at_once(bot: WebBot):
    karin, sol, second = await coordinator(bot), await enters(bot, "sol"), await enters(bot, "sol")
    await bot.is_volunteer(sol, "Sol")
    cookies = [cookie_of(sol), cookie_of(second)]

    await karin.says("sign out of Sol")

    for one in (sol, second):
        await one.until(partial(getattr, one, "over"), what="over")
        assert one.over == "signed-out"
    for cookie in cookies:
        asked = request("GET", "/socket", Origin=origin(bot), Cookie=cookie)
        assert (await asks(bot.port, asked)).status == 404
    assert await is_known(bot, "sol")
    await asyncio.gather(*(one.close() for one in (karin, sol, second)))


async def test_who_signs_out_alone_is_signed_out_everywhere(bot: WebBot):
    sol = await enters(bot, "sol")
    await bot.come_in(sol)
    second = await enters(bot, "sol")
    await sol.says("sign out")
    for one in (sol, second):
        await one.until(partial(getattr, one, "over"), what="over")
    assert await rows(bot, "visits") == []
    await asyncio.gather(sol.close(), second.close())


async def test_what_was_shown_is_gone_after_its_hours_and_files_nobody_fetched(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.sends(b"x" * 1000, "a.txt", "text/plain")
        assert len(await rows(bot, "uploads")) == 1
        bot.now += timedelta(hours=1, minutes=1)
        await looks(bot)
        assert await rows(bot, "uploads") == []
        assert await rows(bot, "shown")
        bot.now += timedelta(hours=23)
        await looks(bot)
        assert await rows(bot, "shown") == []
        await rosa.says("help")
        await rosa.hears("help")


async def _nobody_is_there(bot: WebBot) -> None:
    while len(door(bot).hall.live):
        await asyncio.sleep(0)
