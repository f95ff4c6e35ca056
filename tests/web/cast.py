"""What happens in many of these stories before the story itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.web.at_page import AtPage


async def comes_in(person: AtPage) -> None:
    """Greeted, of age, and consent, all by buttons."""
    await person.hears("welcome")
    await person.hears("adult-ask")
    await person.presses("adult-yes")
    await person.hears("consent-ask")
    await person.presses("consent-yes")
    await person.hears("consent-thanks")


async def wishes_to_talk(person: AtPage) -> None:
    """The short dialogue, with nothing said of what it is about."""
    await person.says("talk")
    await person.hears("talk-topics-ask")
    await person.presses("skip")
    await person.hears("talk-language-ask")
    await person.presses("skip")
    await person.hears("talk-note-ask")
    await person.presses("skip")
    await person.hears("talk-looking")


async def becomes_volunteer(person: AtPage) -> None:
    """Comes in and applies; a coordinator has yet to approve."""
    await comes_in(person)
    await person.asks("volunteer", "volunteer-intro")
    await person.hears("apply-topics-ask")
    await person.asks("1, 3", "apply-languages-ask")
    await person.asks("da, en", "volunteer-applied")


async def approves(coordinator: AtPage) -> None:
    """Approves the next application."""
    await coordinator.hears("volunteer-application")
    await coordinator.presses("approve-volunteer")
    await coordinator.hears("approve-done")


async def goes_on_duty(person: AtPage) -> None:
    """The check before duty, and on."""
    await person.asks("duty 60", "duty-check")
    await person.presses("fit-yes")
    await person.hears("duty-on")


@asynccontextmanager
async def mia_on_duty(bot: WebBot) -> AsyncIterator[WebVisitor]:
    """Mia is a volunteer on duty; she has no browser of her own."""
    async with bot.visitor() as mia:
        await bot.come_in(mia)
        await bot.is_volunteer(mia, "Heron")
        yield mia


async def in_contact(rosa: AtPage, mia: WebVisitor) -> None:
    """Rosa comes in, wishes to talk, and Mia accepts."""
    await comes_in(rosa)
    await wishes_to_talk(rosa)
    await mia.hears("offer")
    await mia.presses("accept")
    await rosa.hears("contact-opened")
    await mia.hears("contact-opened")


async def leaves(person: AtPage) -> None:
    """Leaves without a trace, by the menu."""
    await person.page.locator("#menu summary").click()
    await person.page.locator("#leave").click()
    await person.page.locator("#leave-yes").click()
    await person.page.wait_for_url("**/left?*")
