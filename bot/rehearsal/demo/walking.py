"""One short conversation through the demo, from the first word to an invented volunteer's first words."""

import time
from collections.abc import Callable

from bot.rehearsal.demo.open_town import COORDINATOR, PANES, VOLUNTEER
from bot.rehearsal.demo.visiting import NotAnswered, Visitor

QUESTIONS = ("talk-topics-ask", "talk-language-ask", "talk-form-ask", "talk-note-ask")
MADE_OF = ("", "town/demo.css", "town/demo.js", "town/state")


async def walk(address: str, language: str, say: Callable[[str], None]) -> None:
    """Ask for a talk, let the clock be turned, and be answered. Raises NotAnswered."""
    began = time.monotonic()

    def done(what: str) -> None:
        say(f"{time.monotonic() - began:6.1f} s  {what}")

    for path in MADE_OF:
        async with Visitor(address, language) as visitor:
            await visitor.opens(path)
    done("the page opens")
    async with Visitor(address, language) as browser:
        await browser.opens()
        for pane in PANES:
            await browser.opens(f"{pane}/")
        await _is_seated(browser)
    done("a volunteer on duty and a coordinator are there, signed in")
    async with Visitor(address, language) as receiver:
        await _asks(receiver)
        done("somebody asks for a talk")
        async with Visitor(address, language) as browser:
            await browser.opens()
            await browser.sit_down(VOLUNTEER)
            await browser.hears("offer")
        done("the volunteer in the pane is asked")
        await _is_answered(receiver)
        done("an invented volunteer says yes, and writes the first words")
        await receiver.says("!end")
        await receiver.hears("contact-ended")
    done("it has ended")


async def _is_seated(browser: Visitor) -> None:
    await browser.sit_down(VOLUNTEER)
    await browser.hears("status-on-duty")
    await browser.sit_down(COORDINATOR)
    await browser.hears("signed-in-coordinator")
    await browser.says("queue")
    await browser.hears("queue")


async def _asks(receiver: Visitor) -> None:
    await receiver.sit_down(PANES[0])
    await receiver.presses(await receiver.hears("adult-ask"), "adult-yes")
    await receiver.presses(await receiver.hears("consent-ask"), "consent-yes")
    await receiver.hears("consent-thanks")
    await receiver.says("talk")
    for _ in QUESTIONS:
        asked = await receiver.hears(*QUESTIONS, "talk-looking")
        if asked["textId"] == "talk-looking":
            return
        await receiver.presses(asked, "skip")
    await receiver.hears("talk-looking")


async def _is_answered(receiver: Visitor) -> None:
    for _ in range(4):  # Ali's no, Mia's yes; at most two more happen before
        await receiver.posts("town/turn/next")
    opened = await receiver.hears("contact-opened")
    said = await receiver.hears("relay")
    if not said["text"] or said["seq"] < opened["seq"]:
        raise NotAnswered("a volunteer's words come after the two are in touch")
