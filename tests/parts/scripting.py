"""People whose browser runs no JavaScript, and the moment in which a test looks at their page.

playwright can do the first alone, but then no script runs at all, also none of the test's.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

from playwright.async_api import CDPSession, Page

# axe never looks into a <noscript>, although people read it where there are no scripts.
_RENAME = """([from, to]) => {
    for (const old of document.querySelectorAll(`body ${from}`)) {
        const fresh = document.createElement(to);
        fresh.append(...old.childNodes);
        old.replaceWith(fresh);
    }
}"""

_switches: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


async def switch_off_scripts(page: Page) -> None:
    """From now on this page is shown as if there were no JavaScript, `<noscript>` and all."""
    _switches[page] = await page.context.new_cdp_session(page)
    await _off(page, True)


@asynccontextmanager
async def scripts_of_the_test(page: Page) -> AsyncIterator[None]:
    """Meanwhile asynchronous scripts of the test run; the page's own were never started."""
    if page not in _switches:
        yield
        return
    await page.evaluate(_RENAME, ["noscript", "seen-noscript"])
    await _off(page, False)
    try:
        yield
    finally:
        await _off(page, True)
        await page.evaluate(_RENAME, ["seen-noscript", "noscript"])


async def _off(page: Page, value: bool) -> None:
    await _switches[page].send("Emulation.setScriptExecutionDisabled", {"value": value})
