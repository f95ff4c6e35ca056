"""Who takes which seat, and the steps that every story between platforms begins with."""

import re

from tests.acceptance.at_bot import PATIENCE
from tests.acceptance.cast import Night
from tests.acceptance.seats import Heard, MatrixSeat, PageSeat, Seat
from tests.parts.js_client import JsClient
from tests.parts.nio_client import NioPerson
from tests.parts.web_page import WebPage


async def takes_a_seat(night: Night, how: str, name: str) -> Seat:
    """Somebody new: `page`, or a chat from a Matrix client, `nio` or the strict `js`."""
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
    link = re.search(r"https?://\S+\?enter#\S+", said)
    assert code == 0 and link is not None, said
    page = WebPage(night.bot.page)
    night.stack.push_async_callback(page.close)
    await page.enter(link[0])
    await page.stays()
    return PageSeat(page, night.bot)


async def asks(seat: Seat, text: str, answer: str, within: float = PATIENCE) -> Heard:
    """Write something and hear the answer."""
    await seat.says(text)
    return await seat.hears_next(answer, within)


async def comes_in(seat: Seat) -> None:
    """Of age, and consent. A page greets by itself; at Matrix somebody has to say something."""
    if isinstance(seat, MatrixSeat):
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
    await seat.hears_next("apply-topics-ask")
    await asks(seat, "1, 9", "apply-languages-ask")
    await asks(seat, "en", "volunteer-applied")


async def goes_on_duty(seat: Seat) -> None:
    """The check before duty, and on."""
    check = await asks(seat, "duty 60", "duty-check")
    await seat.answers(check, "fit-yes")
    await seat.hears_next("duty-on")


async def wishes(seat: Seat, within: float = PATIENCE) -> str:
    """The short way to a request; its code."""
    await asks(seat, "talk", "talk-topics-ask", within)
    await asks(seat, "skip", "talk-note-ask", within)
    looking = await asks(seat, "skip", "talk-looking", within)
    assert looking.about
    return looking.about


async def get_in_touch(rosa: Seat, mia: Seat, within: float = PATIENCE) -> None:
    """Rosa wishes to talk and Mia, on duty, takes it."""
    code = await wishes(rosa, within)
    offer = await mia.hears_next("offer", within)
    assert offer.about == code
    await mia.answers(offer, "accept")
    await rosa.hears_next("contact-opened", within)
    await mia.hears_next("contact-opened", within)
