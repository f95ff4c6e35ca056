"""Hands on a keyboard: where the focus is, and whether it can be seen."""

from dataclasses import dataclass

from playwright.async_api import Page

_FOCUS = """() => {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const {outlineStyle, outlineWidth} = getComputedStyle(one);
    const {width, height, top, bottom} = one.getBoundingClientRect();
    return {
        id: one.id, choice: one.dataset.choice ?? null, word: one.dataset.word ?? null,
        label: one.dataset.label ?? null, open: one.className === 'open-actions',
        seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0
            && bottom > 0 && top < innerHeight,
    };
}"""


@dataclass(slots=True)
class Hands:
    """On a keyboard, and nothing else."""

    page: Page

    async def tabs_to(self, wanted: str, *, back: bool = False, at_most: int = 60) -> None:
        """Tab until the focus is on this id, choice or word; it has to be visible all the way."""
        for _ in range(at_most):
            await self.page.keyboard.press("Shift+Tab" if back else "Tab")
            focus = await self.page.evaluate(_FOCUS)
            if focus is None:
                continue  # around the window's own end, to the browser's bar and back
            assert focus["seen"], f"the focus cannot be seen: {focus}"
            if wanted in (focus["id"], focus["choice"], focus["word"], focus["label"]):
                return
        raise AssertionError(f"{wanted} cannot be reached by Tab")

    async def focus_is_on(self, id: str) -> None:
        """Nobody has to look for where they are."""
        focus = await self.page.evaluate(_FOCUS)
        assert focus is not None, "the focus is lost"
        assert id in (focus["id"], focus["choice"], focus["word"], focus["label"]), focus

    async def has_focus(self) -> None:
        """It may be anywhere, but not nowhere."""
        assert await self.page.evaluate(_FOCUS) is not None, "the focus is lost"
