"""Inviting, seeing who is signed in, signing out, coming back: said to the bot on its own page."""

import asyncio
import re
from datetime import timedelta

from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import coordinator, door, enters, is_known, reaches


def _key(said: str) -> str:
    found = re.search(r"\?enter#([A-Za-z0-9_-]+)", said)
    assert found is not None, said
    return found[1]


def _rows(karin: WebVisitor, after: int = 0) -> list[str]:
    return [
        line.text for line in karin.shown() if line.text_id == "signed-in-row" and line.seq > after
    ]


async def _in_by(bot: WebBot, key: str) -> WebVisitor:
    visitor = bot.visitor()
    assert await visitor.post("enter", {"key": key, "language": "en"}) == 204
    await visitor.connect()
    return visitor


async def test_a_link_lets_a_new_volunteer_in(bot: WebBot):
    karin = await coordinator(bot)
    await karin.says("invite")
    link = await karin.hears("invite-link")
    assert bot.base + "?enter#" in link.text

    sol = await _in_by(bot, _key(link.text))
    await sol.hears("welcome")
    account = await bot.account_of(sol)
    assert account != await bot.account_of(karin)
    await karin.close()
    await sol.close()


async def test_a_volunteer_who_lost_their_telephone_gets_a_link_to_who_they_are(bot: WebBot):
    karin, sol = await coordinator(bot), await enters(bot, "sol")
    await bot.is_volunteer(sol, "Sol")
    await sol.close()
    for asked in ("invite Sol", "inviter sol"):
        before = karin.seen
        await karin.says(asked)
        again = await _in_by(bot, _key((await karin.hears("invite-link", after=before)).text))
        assert await bot.account_of(again) == "sol"
        await again.close()
    before = karin.seen
    await karin.says("invite Nobody")
    await karin.hears("volunteers-no-such-name", after=before)
    await karin.close()


async def test_a_coordinator_is_made_by_a_link_only_after_a_yes(bot: WebBot):
    karin = await coordinator(bot)
    await karin.says("invite coordinator")
    await karin.hears("invite-coordinator-confirm")
    assert "invite-link" not in karin.heard()
    await karin.presses("confirm-yes")
    link = await karin.hears("invite-link")

    gry = await _in_by(bot, _key(link.text))
    await gry.says("signed in")
    await gry.hears("signed-in")
    await gry.close()
    await karin.close()


async def test_coordinators_see_who_is_signed_in_and_sign_out_whom_they_name(bot: WebBot):
    karin, sol = await coordinator(bot), await enters(bot, "sol")
    await bot.is_volunteer(sol, "Sol")
    await karin.says("signed in")
    await karin.until(lambda: len(_rows(karin)) == 2, what="two rows")
    listed = _rows(karin)
    assert any("Sol" in text for text in listed)
    assert not [text for text in listed if "sol" in text.replace("Sol", "")]  # no account

    await karin.says("sign out of sol")
    await karin.hears("sign-out-done")
    await sol.until(lambda: sol.over, what="over")
    before = karin.seen
    await karin.says("signed in")
    await karin.hears("signed-in-row", after=before)
    again = [
        line for line in karin.shown() if line.text_id == "signed-in-row" and line.seq > before
    ]
    assert len(again) == 1
    await sol.close()
    await karin.close()


async def test_nobody_else_invites_looks_or_signs_out_others(bot: WebBot):
    sol = await enters(bot, "sol")
    await bot.come_in(sol)
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        for one in (rosa, sol):
            for text in ("invite", "invite coordinator", "signed in", "sign out of Sol"):
                await one.says(text)
            await one.says("help")
            await one.hears("help")
            heard = set(one.heard())
            assert not {"invite-link", "invite-coordinator-confirm", "signed-in-row",
                        "sign-out-done"} & heard  # fmt: skip
    assert sol.over is None
    await sol.close()


async def test_a_visitor_is_not_signed_in_and_told_how_to_leave(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("sign out")
        await rosa.hears("sign-out-visitor")
        assert rosa.over is None


async def test_the_page_in_another_language_is_answered_in_it(bot: WebBot):
    async with bot.visitor("en") as rosa:
        await bot.come_in(rosa)
        await rosa.send({"do": "language", "language": "da"})
        await rosa.says("help")
        said = await rosa.hears("help")
        assert "hjælp" in said.text.casefold()


async def test_whoever_closes_the_page_in_a_contact_is_away_once(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    clock = [0.0]
    live = door(bot).hall.live
    live._clock = lambda: clock[0]
    await rosa.disconnect()
    while len(live) > 1:
        await asyncio.sleep(0)
    await mia.says("are you there")
    clock[0] += 10 * 60 - 1
    await door(bot)._tending.look()
    assert "contact-other-away" not in mia.heard()
    clock[0] += 2
    for _ in range(3):
        await door(bot)._tending.look()
    await mia.hears("contact-other-away")
    assert mia.heard().count("contact-other-away") == 1

    await rosa.connect()
    assert "are you there" in " ".join(rosa.texts())
    await reaches(rosa, mia)


async def test_a_reload_is_not_being_away(pair: tuple[WebVisitor, WebVisitor], bot: WebBot):
    rosa, mia = pair
    for _ in range(3):
        await rosa.disconnect()
        await rosa.connect()
        await door(bot)._tending.look()
    await reaches(rosa, mia)
    assert "contact-other-away" not in mia.heard()


async def test_coming_back_by_phrase_finds_the_same_person_greeted_as_known(bot: WebBot):
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("come back")
        said = await rosa.hears("come-back-phrase")
        account = await bot.account_of(rosa)
    phrase = max(re.findall(r"\b(?:[a-z]{4} ){3}[a-z]{4}\b", said.text), key=len)
    bot.now += timedelta(days=40)
    again = bot.visitor()
    assert await again.post("return", {"phrase": phrase, "language": "en"}) == 204
    await again.connect()
    await again.until(again.heard, what="a greeting")
    assert "adult-ask" not in again.heard() and await is_known(bot, account)
    await again.close()
