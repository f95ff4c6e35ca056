"""An evening at the drop-in, from all three sides, each in a browser of their own."""

from contextlib import AsyncExitStack
from dataclasses import dataclass

import pytest
from playwright.async_api import expect

from tests.parts.browser import Chromium
from tests.parts.web_bot import WebProcess
from tests.web.at_page import AtPage
from tests.web.cast import approves, becomes_volunteer, goes_on_duty, leaves
from tests.web.drawn import a_picture

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the people of the story type in one language."""

    locale: str
    yes: str
    talk: str
    help: str
    end: str
    about: str
    you: str
    deleted: str
    left: str


DANISH = Spoken(
    "da-DK", "ja", "snak", "hjælp", "!slut", "Det er min bror", "Dig", "Beskeden er slettet.",
    "Siden er lukket",
)  # fmt: skip
ENGLISH = Spoken(
    "en-GB", "yes", "talk", "help", "!end", "It is about my brother", "You",
    "This message was deleted.", "Page closed",
)  # fmt: skip


@pytest.mark.parametrize("spoken", [DANISH, ENGLISH], ids=["danish", "english"])
async def test_rosa_finds_somebody_to_talk_to_and_leaves_without_a_trace(
    chromium: Chromium, process: WebProcess, spoken: Spoken
):
    async with AsyncExitStack() as house:

        async def window(**look) -> AtPage:
            page = await house.enter_async_context(chromium.visitor(locale=spoken.locale, **look))
            return AtPage(page)

        karen, mia, rosa = await window(), await window(), await window(width=360, height=740)
        await karen.signs_in(process.link("--coordinator"))
        await mia.signs_in(process.link())
        await becomes_volunteer(mia)
        await approves(karen)
        await mia.hears("volunteer-approved")

        await _comes_in_by_button_and_by_typing(rosa, process.base, spoken)
        await goes_on_duty(mia)
        await mia.hears("offer")
        await mia.presses("accept")
        await rosa.hears("contact-opened")
        await expect(await mia.hears("contact-opened")).to_contain_text(spoken.about)

        await _they_write(rosa, mia, spoken)
        await _a_picture_passes(rosa, mia)

        await rosa.asks(spoken.end, "contact-ended")
        await mia.hears("contact-ended")
        await mia.hears("debrief-ask")
        await mia.presses("light")
        await mia.hears("debrief-light")
        await mia.presses("no-thanks")
        await mia.hears("debrief-thanks")
        await _leaves(rosa, spoken)


async def _comes_in_by_button_and_by_typing(rosa: AtPage, address: str, spoken: Spoken) -> None:
    await rosa.opens(address)
    await rosa.hears("welcome")
    await rosa.hears("adult-ask")
    await rosa.presses("adult-yes")
    await rosa.hears("consent-ask")
    await rosa.asks(spoken.yes, "consent-thanks")
    await rosa.asks(spoken.help, "help")
    topics = await rosa.asks(spoken.talk, "talk-topics-ask")
    await expect(topics.locator("[data-choice]").first).to_be_enabled()
    await rosa.asks("1, 3", "talk-language-ask")
    await rosa.presses(spoken.locale[:2])
    await rosa.hears("talk-note-ask")
    looking = await rosa.asks(spoken.about, "talk-looking")
    assert await looking.get_attribute("data-about")
    await rosa.asks("status", "status-waiting")


async def _they_write(rosa: AtPage, mia: AtPage, spoken: Spoken) -> None:
    await mia.says("Good evening, I am her")
    greeting = await rosa.reads("Good evening, I am her")
    assert await greeting.get_attribute("data-text") == "relay"
    said = await mia.reads("Good evening, I am her")
    await expect(said.locator(".who")).to_have_text(spoken.you)

    await rosa.has(greeting, "web-reply")
    await rosa.says("I am glad")
    answer = await mia.reads("I am glad")
    await expect(answer.locator(".quote")).to_contain_text("Good evening, I am her")

    await mia.has(said, "web-edit")
    await mia.says("Good evening, I am here")
    await expect(greeting.locator(".body")).to_have_text("Good evening, I am here")
    await expect(said.locator(".body")).to_have_text("Good evening, I am here")

    await mia.has(answer, "web-react-heart")
    await expect((await rosa.reads("I am glad")).locator(".reactions")).to_have_text("❤️")
    await answer.locator(".reactions button").click()
    await expect((await rosa.reads("I am glad")).locator(".reactions")).to_be_hidden()

    await rosa.says("I should not have said this")
    shown = await mia.reads("I should not have said this")
    await rosa.has(await rosa.reads("I should not have said this"), "web-delete")
    await expect(shown).to_contain_text(spoken.deleted)
    await expect(shown).not_to_contain_text("should not")


async def _a_picture_passes(rosa: AtPage, mia: AtPage) -> None:
    await rosa.page.locator("#file").set_input_files(
        {"name": "rosa-at-home.png", "mimeType": "image/png", "buffer": a_picture()}
    )
    picture = mia.page.locator("article.peer img.picture")
    await expect(picture).to_have_js_property("naturalWidth", 240)
    await expect(picture).not_to_have_attribute("alt", "rosa-at-home")
    await expect(rosa.page.locator("article.own img.picture")).to_have_js_property(
        "naturalWidth", 240
    )


async def _leaves(rosa: AtPage, spoken: Spoken) -> None:
    await leaves(rosa)
    await expect(rosa.page.get_by_role("heading")).to_have_text(spoken.left)
    assert await rosa.page.context.cookies() == []
