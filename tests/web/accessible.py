"""Whether everybody can use a page as it stands now: on phone and desktop, light and dark."""

from typing import Literal

from playwright.async_api import Page

from tests.parts.axe import axe

Scheme = Literal["light", "dark"]

WINDOWS = ((360, 740), (1280, 800))
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


async def is_accessible(page: Page, state: str) -> None:
    """axe-core finds nothing, however it is looked at; `state` is for whoever reads a failure."""
    before = page.viewport_size
    assert before is not None
    for width, height in WINDOWS:
        await page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            await page.emulate_media(color_scheme=scheme)
            found = await axe(page)
            assert not found, f"{state}, {width} wide, {scheme}:\n" + "\n".join(found)
    await page.emulate_media(color_scheme="light")
    await page.set_viewport_size(before)
