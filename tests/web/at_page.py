"""Somebody at our page in a real browser: reads what stands there, presses and types."""

from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Locator, Page, expect
from playwright.async_api import TimeoutError as TooLong

from tests.parts.browser import WITHIN

_LINES = """articles => articles.map(one => ({
    id: one.dataset.id,
    text_id: one.dataset.text,
    words: one.querySelector('.body')?.textContent ?? '',
    state: one.querySelector('.state')?.textContent ?? '',
    edited: Boolean(one.querySelector('.edited')?.textContent),
    gone: one.classList.contains('gone'),
    reactions: one.querySelector('.reactions')?.textContent ?? '',
}))"""


@dataclass(frozen=True, slots=True)
class Line:
    """One message as it stands in the page."""

    id: str
    text_id: str
    words: str
    state: str
    edited: bool
    gone: bool
    reactions: str


@dataclass(slots=True)
class AtPage:
    """A person and their page; `hears` finds each message once, in whatever order they come."""

    page: Page
    heard: set[str] = field(default_factory=set)

    async def opens(self, address: str) -> None:
        """Opens the page and is greeted, or finds the conversation as it was."""
        await self.page.goto(address)
        await self.is_connected()

    async def signs_in(self, link: str) -> None:
        """Opens a sign-in link and presses the button."""
        await self.page.goto(link)
        await self.page.locator("#panel-go").click()
        await self.is_connected()

    async def is_connected(self, within: float = WITHIN) -> None:
        """Waits until the page says so."""
        await expect(self.page.locator("#status")).to_have_attribute(
            "data-state", "connected", timeout=within
        )

    async def is_lost(self) -> None:
        """Waits until the page says that the connection is gone."""
        await expect(self.page.locator("#status")).to_have_attribute("data-state", "lost")

    async def hears(self, text_id: str, within: float = WITHIN) -> Locator:
        """The next message with this text id that was not heard before."""
        fresh = f'article[data-text="{text_id}"]' + "".join(
            f':not([data-id="{id}"])' for id in self.heard
        )
        return await self._found(self.page.locator(fresh), text_id, within)

    async def reads(self, words: str, within: float = WITHIN) -> Locator:
        """A message with these words in it, from whomever."""
        found = self.page.locator("article").filter(has=self.page.locator(".body", has_text=words))
        return await self._found(found, words, within)

    async def says(self, words: str) -> None:
        """Types it and presses Enter."""
        await self.page.locator("#text").fill(words)
        await self.page.locator("#text").press("Enter")

    async def asks(self, words: str, text_id: str, within: float = WITHIN) -> Locator:
        """Says it, and hears the answer."""
        await self.says(words)
        return await self.hears(text_id, within)

    async def presses(self, choice: str) -> None:
        """Presses the newest button for this choice."""
        await self.page.locator(f'[data-choice="{choice}"]').last.click()

    async def has(self, message: Locator, act: str) -> None:
        """Opens what can be done with a message, and does it, such as `web-edit`."""
        await message.locator(".open-actions").click()
        sign = f'.actions [data-word="{act}"], .actions [data-label="{act}"]'
        await message.locator(sign).click()

    async def lines(self) -> list[Line]:
        """Everything that stands in the conversation, in the order of the page."""
        found: list[dict[str, Any]] = await self.page.locator("article").evaluate_all(_LINES)
        return [Line(**one) for one in found]

    async def own(self) -> list[str]:
        """What they wrote themselves and still stands there."""
        return [line.words for line in await self.lines() if line.text_id == "own"]

    async def relayed(self) -> list[str]:
        """What the other side wrote and still stands there."""
        return [line.words for line in await self.lines() if line.text_id == "relay"]

    async def _found(self, wanted: Locator, what: str, within: float) -> Locator:
        try:
            await wanted.first.wait_for(state="attached", timeout=within)
        except TooLong:
            last = [
                (line.text_id, line.words[:60], line.state) for line in (await self.lines())[-8:]
            ]
            raise AssertionError(f"not within {within} ms: {what}; there stands {last}") from None
        id = await wanted.first.get_attribute("data-id")
        assert id is not None
        self.heard.add(id)
        return self.page.locator(f'article[data-id="{id}"]')
