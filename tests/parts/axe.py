"""Whether people with a screen reader, low vision or a keyboard only can use a page: axe-core."""

import asyncio

from playwright.async_api import Page

from tests.parts.missing import missing
from tests.parts.places import AXE
from tests.parts.scripting import scripts_of_the_test

WITHIN = 30  # seconds; 0.1 on an idle machine

# Frames of other origins answer too: this is a test, and the page's own scripts never see axe.
_IN_EACH_FRAME = ';axe.configure({allowedOrigins: ["<unsafe_all_origins>"]})'
_RUN = """async () => {
    const {violations, incomplete} = await axe.run();
    const unseen = incomplete.filter(({id}) => id === "frame-tested");
    return [...violations, ...unseen].flatMap(({id, help, nodes}) => nodes.map(({target, html}) =>
        `${id}: ${help}: ${target.flat(2).join(" ")}: ${html.slice(0, 200)}`));
}"""


async def axe(page: Page) -> list[str]:
    """A line for each element that breaks a rule; all rules, in all frames, as the page is now."""
    if not AXE.exists():
        missing("axe-core", "install node and npm, then run `make parts`")
    source = AXE.read_text(encoding="utf-8")
    async with asyncio.timeout(WITHIN), scripts_of_the_test(page):
        for frame in page.frames:
            await frame.evaluate(source + _IN_EACH_FRAME)
        return list(await page.evaluate(_RUN))
