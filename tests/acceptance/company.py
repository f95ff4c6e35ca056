"""Who takes which seat, and the steps that every story between platforms begins with."""

import re

from tests.acceptance.at_bot import PATIENCE
from tests.acceptance.cast import Night
from tests.acceptance.discord_seat import DiscordSeat
from tests.acceptance.heard import Heard
from tests.acceptance.seats import MatrixSeat, PageSeat, Seat
from tests.parts.discord_server import DiscordPerson
from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.web_page import WebPage


async def takes_a_seat(night: Night, how: str, name: str) -> Seat:
    """Somebody new: `page`, `discord`, or a chat from a Matrix client, `nio` or the strict `js`."""
    if how == "discord":
        assert night.discord is not None
        at_discord = night.discord
        account = f"{name}_at_discord"  # three letters stand by chance in what is random
        return DiscordSeat(DiscordPerson(at_discord.server, account, at_discord.guild), at_discord)
    if how == "page":
        page = WebPage(night.bot.page)
        night.stack.push_async_callback(page.close)
        await page.begin()
        await page.stays()
        return PageSeat(page, night.bot)
    client = NioPerson.of(night.synapse, name) if how == "nio" else None
    if client is not None:
        seat = MatrixSeat(await night.stack.enter_async_context(client), night.bot.user_id)
    else:
        joan = await night.stack.enter_async_context(JsClient.of(night.synapse, name, strict=True))
        seat = MatrixSeat(joan, night.bot.user_id)
    await seat.opens_a_chat()
    return seat


async def signs_in(night: Night, *, coordinates: bool) -> PageSeat:
    """Somebody whom a coordinator gave a link for the page."""
    code, said = night.bot.runs("invite", *(("--coordinator",) if coordinates else ()))
    assert code == 0, said
    return await opens(night, said)


async def asks(seat: Seat, text: str, answer: str, within: float = PATIENCE) -> Heard:
    """Write something and hear the answer."""
    await seat.says(text)
    return await seat.hears_next(answer, within)


async def comes_in(seat: Seat) -> None:
    """Of age, and consent. A page greets by itself; elsewhere somebody has to say something."""
    if not isinstance(seat, PageSeat):
        await seat.says("Hello, I would like to talk with you, please")
    await seat.hears_next("welcome")
    await seat.answers(await seat.hears_next("adult-ask"), "adult-yes")
    await seat.answers(await seat.hears_next("consent-ask"), "consent-yes")
    await seat.hears_next("consent-thanks")


async def becomes_a_volunteer(seat: Seat, night: Night) -> str:
    """Comes in, applies and is approved; their pseudonym."""
    await comes_in(seat)
    await applies(seat)
    application = await night.karen.hears("volunteer-application")
    await night.karen.reacts(application, "approve-volunteer")
    approved = await night.karen.hears("approve-done")
    await seat.hears_next("volunteer-approved")
    return approved.body.split(" is ")[0].split(" has ")[0].strip()


async def applies(seat: Seat) -> None:
    """As a volunteer."""
    await seat.says("volunteer")
    await seat.hears_next("volunteer-intro")
    if not isinstance(seat, DiscordSeat):  # where nobody is asked for topics
        await seat.hears_next("apply-topics-ask")
        await seat.says("1, 9")
    await seat.hears_next("apply-languages-ask")
    await asks(seat, "en", "volunteer-applied")


async def goes_on_duty(seat: Seat) -> None:
    """The check before duty, and on."""
    check = await asks(seat, "duty 60", "duty-check")
    await seat.answers(check, "fit-yes")
    await seat.hears_next("duty-on")


async def wishes(seat: Seat, within: float = PATIENCE) -> str:
    """The short way to a request; its code, which Discord does not show."""
    if isinstance(seat, DiscordSeat):  # where nobody is asked for topics
        await asks(seat, "talk", "talk-note-ask", within)
        await asks(seat, "skip", "talk-looking", within)
        return ""
    await asks(seat, "talk", "talk-topics-ask", within)
    await asks(seat, "skip", "talk-note-ask", within)
    looking = await asks(seat, "skip", "talk-looking", within)
    assert looking.about
    return looking.about


async def gets_an_offer(rosa: Seat, mia: Seat, within: float = PATIENCE) -> Heard:
    """Rosa wishes to talk, and Mia, on duty, is asked."""
    code = await wishes(rosa, within)
    offer = await mia.hears_next("offer", within)
    if not isinstance(rosa, DiscordSeat) and not isinstance(mia, DiscordSeat):
        assert offer.about == code
    return offer


async def get_in_touch(rosa: Seat, mia: Seat, within: float = PATIENCE) -> None:
    """Rosa wishes to talk and Mia, on duty, takes it."""
    await mia.answers(await gets_an_offer(rosa, mia, within), "accept")
    await rosa.hears_next("contact-opened", within)
    await mia.hears_next("contact-opened", within)


async def by_the_link(night: Night, seat: DiscordSeat) -> PageSeat:
    """They open the link they were given on Discord, in a browser of their own."""
    text = (await seat.hears_next("contact-across")).body
    return await opens(night, text)


async def opens(night: Night, text: str) -> PageSeat:
    """Somebody opens the link in a text, and their page stays open."""
    link = re.search(r"https?://\S+\?enter#\S+", text)
    assert link is not None, text
    page = WebPage(night.bot.page)
    night.stack.push_async_callback(page.close)
    await page.enter(link[0])
    await page.stays()
    return PageSeat(page, night.bot)


async def part(rosa: Seat, mia: Seat) -> None:
    """Rosa ends it, both hear of it, and Mia says how it was."""
    await rosa.says("!end")
    await rosa.hears_next("contact-ended")
    await has_parted(mia)


async def has_parted(mia: Seat) -> None:
    """Mia hears that it is over, and says how it was."""
    await mia.hears_next("contact-ended")
    await mia.answers(await mia.hears_next("debrief-ask"), "light")
    await mia.answers(await mia.hears_next("debrief-light"), "no-thanks")
    await mia.hears_next("debrief-thanks")
