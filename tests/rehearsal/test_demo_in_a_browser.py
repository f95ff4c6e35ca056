"""The demo as a newcomer sees it, in a real browser."""

import re

import pytest
from playwright.async_api import FrameLocator, Page, expect

from bot.rehearsal.demo.running import running
from tests.parts.axe import axe
from tests.parts.devtools import devtools

pytestmark = pytest.mark.browser

ROLES = ("receiver", "volunteer", "coordinator")


@pytest.fixture
async def address(tmp_path):
    async with running(tmp_path, None, 0) as address:
        yield address


def pane(page: Page, role: str) -> FrameLocator:
    return page.frame_locator(f"[data-pane={role}] iframe")


async def writes(at: FrameLocator, words: str) -> None:
    await at.locator("#text").fill(words)
    await at.locator("#send").click()


async def come_in_and_ask(at: FrameLocator) -> None:
    await at.locator("[data-choice=adult-yes]").click()
    await at.locator("[data-choice=consent-yes]").click()
    await expect(at.locator("[data-text=consent-thanks]")).to_be_visible()
    await ask(at, 0)


async def ask(at: FrameLocator, before: int) -> None:
    await writes(at, "talk")
    for question in ("topics", "language", "note"):
        asked = at.locator(f"[data-text=talk-{question}-ask]").nth(before)
        await asked.locator("[data-choice=skip]").click()
    await expect(at.locator("[data-text=talk-looking]")).to_have_count(before + 1)


async def done(page: Page, *steps: str) -> None:
    await expect(page.locator("#steps .done")).to_have_count(len(steps))
    for step in steps:
        await expect(page.locator(f"[data-step={step}]")).to_have_class(re.compile("done"))


async def test_a_newcomer_tries_the_five_things(address, chromium):
    async with chromium.visitor(locale="en-GB", timezone="America/New_York") as page:
        await page.goto(address)
        receiver, volunteer, coordinator = (pane(page, role) for role in ROLES)
        await expect(page.locator("iframe")).to_have_count(3)
        await expect(page.locator("#steps li")).to_have_count(5)
        await expect(page.locator("#time")).to_contain_text("20:0")
        await expect(receiver.locator("time").first).to_have_text(re.compile("^20:0"))
        await expect(volunteer.locator("[data-text=status-on-duty]")).to_be_visible()
        await expect(coordinator.locator("[data-text=signed-in-coordinator]")).to_be_visible()
        await done(page)

        await come_in_and_ask(receiver)
        await done(page, "asked")
        await expect(volunteer.locator("[data-text=offer]")).to_be_visible()
        await page.locator("[data-turn=next]").click()
        await expect(page.locator("#news")).to_contain_text("Ali says no")
        await volunteer.locator("[data-choice=accept]").click()
        await done(page, "asked", "met")

        await writes(volunteer, "Hello, I am here.")
        await expect(receiver.locator("[data-text=relay]")).to_contain_text("Hello, I am here.")
        await writes(receiver, "Good that you are.")
        await expect(volunteer.locator("[data-text=relay]")).to_contain_text("Good that you are.")
        await done(page, "asked", "met", "wrote")
        await writes(coordinator, "queue")
        await expect(coordinator.locator("[data-text=queue]")).to_contain_text("One contact")

        await writes(receiver, "!end")
        await expect(volunteer.locator("[data-text=debrief-ask]")).to_be_visible()
        await done(page, "asked", "met", "wrote", "goodbye")

        await page.locator("#duty").click()
        await expect(page.locator("#duty")).to_have_text("Volunteers back")
        await ask(receiver, 1)
        for _ in range(12):
            await page.locator("[data-turn=next]:not([aria-disabled=true])").click()
            if await coordinator.locator("[data-text=alarm-waiting]").count():
                break
        await done(page, "asked", "met", "wrote", "goodbye", "waited")
        await expect(page.locator("#toured")).to_be_visible()
        assert devtools(page).hosts == {address.split("/")[2]}


async def test_an_invented_volunteer_comes_by_herself(address, chromium):
    async with chromium.visitor(locale="da-DK") as page:
        await page.goto(address)
        receiver = pane(page, "receiver")
        await come_in_and_ask(receiver)
        for _ in range(2):  # Ali's no, Mia's yes
            await page.locator("[data-turn=next]:not([aria-disabled=true])").click()
            await expect(page.locator("#news")).not_to_be_empty()
        await expect(receiver.locator("[data-text=relay]").first).to_contain_text("jeg er her")
        offer = pane(page, "volunteer").locator("[data-text^=offer]")
        await expect(offer).to_contain_text("En anden var lidt hurtigere")
        await writes(receiver, "Tak. Jeg har det svært.")
        await expect(receiver.locator("[data-text=relay]").nth(1)).to_be_visible()
        await done(page, "asked", "met", "wrote")


async def test_all_speak_the_language_that_is_chosen(address, chromium):
    async with chromium.visitor(locale="da-DK") as page:
        await page.goto(address)
        await expect(page.locator("h1")).to_have_text("peerbot på prøve")
        await page.locator("#language").click()
        await expect(page.locator("h1")).to_have_text("peerbot, tried out")
        for role in ROLES:
            await expect(pane(page, role).locator("html")).to_have_attribute("lang", "en")
        await writes(pane(page, "coordinator"), "queue")
        await expect(pane(page, "coordinator").locator("[data-text=queue]")).to_contain_text(
            "Nobody is waiting"
        )
        await page.reload()
        await expect(page.locator("h1")).to_have_text("peerbot, tried out")
        await expect(pane(page, "coordinator").locator("[data-text=queue]")).to_be_visible()


async def test_whoever_left_comes_in_again(address, chromium):
    async with chromium.visitor(locale="en-GB") as page:
        await page.goto(address)
        receiver, volunteer = pane(page, "receiver"), pane(page, "volunteer")
        await receiver.locator("[data-choice=adult-yes]").click()
        await receiver.locator("#exit").click()
        await expect(receiver.locator("main.left")).to_be_visible()
        await expect(volunteer.locator("[data-text=welcome-back]")).to_be_visible()
        await page.locator("[data-pane=receiver] .again").click()
        await expect(receiver.locator("[data-choice=adult-yes]")).to_be_visible()
        await volunteer.locator("#exit").click()
        await page.locator("[data-pane=volunteer] .again").click()
        await expect(volunteer.locator("[data-text=welcome-back]")).to_be_visible()


async def test_what_waits_in_one_pane_is_not_said_in_another(address, chromium):
    async with chromium.visitor(locale="en-GB") as page:
        await page.goto(address)
        receiver = pane(page, "receiver")
        await receiver.locator("[data-choice=adult-yes]").click()
        await expect(receiver.locator("[data-choice=consent-yes]")).to_be_visible()
        await receiver.locator("#text").evaluate(
            "(_) => import('./static/keeping.js').then(({keep}) => keep('unsent', []))"
        )
        for role in ROLES:
            found = (
                await pane(page, role)
                .locator("#text")
                .evaluate("(_) => import('./static/keeping.js').then(({kept}) => kept('unsent'))")
            )
            assert (found == []) is (role == "receiver")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
async def test_everybody_can_use_it(address, chromium, width, dark):
    async with chromium.visitor(locale="en-GB", width=width, height=800, dark=dark) as page:
        await page.goto(address)
        for role in ROLES:
            if width < 992:
                await page.locator(f"#chooser [data-word={role}]").click()
            await expect(pane(page, role).locator(".message").first).to_be_visible()
            if width < 992:
                assert await axe(page) == []
        await page.locator("#duty").click()
        await expect(page.locator("#news")).not_to_be_empty()
        assert await axe(page) == []
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert await page.evaluate(wide) <= 0


async def test_it_can_be_used_by_keyboard_alone(address, chromium):
    async with chromium.visitor(locale="en-GB", width=360, height=740) as page:
        await page.goto(address)
        await expect(page.locator("#steps li")).to_have_count(5)
        focused = "document.activeElement.innerText"
        for name in ("Next thing that happens", "+15 minutes", "Tomorrow", "Volunteers off duty"):
            await page.keyboard.press("Tab")
            assert await page.evaluate(focused) == name
        await page.keyboard.press("Enter")
        await expect(page.locator("#duty")).to_have_text("Volunteers back")
        assert await page.evaluate(focused) == "Volunteers back"
        for name in ("Dansk", "Receiver", "Volunteer"):
            await page.keyboard.press("Tab")
            assert (await page.evaluate(focused)).startswith(name)
        await page.keyboard.press("Enter")
        await expect(pane(page, "volunteer").locator(".message").first).to_be_visible()
        await expect(page.locator("[data-pane=receiver]")).to_be_hidden()
