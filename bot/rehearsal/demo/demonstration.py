"""`peerbot demo`: a page with three panes; without a terminal it is tried out, and an evening played."""

import asyncio
import os
import sys
import tempfile
import webbrowser
from pathlib import Path

from bot.rehearsal.demo.running import PortTaken, running
from bot.rehearsal.demo.showing import words_of
from bot.rehearsal.demo.visiting import NotAnswered
from bot.rehearsal.demo.walking import walk
from bot.rehearsal.evening import LEAVING, leaving_tidily, rehearse
from bot.rehearsal.screen import Screen
from bot.runtime import logs


async def demonstrate(*, language: str | None, port: int, opens_browser: bool, tries: bool) -> int:
    """Run the demo until it is left; the exit code.

    `tries`: nobody is there to look at it, so one conversation is walked through it, and after
    that the scripted evening is played: 0 only if both went well. Either way the database is made
    for this and gone afterwards.
    """
    logs.set_up("ERROR", json_lines=False)
    screen = Screen(sys.stdout)
    words = words_of(language or _of_the_terminal())["terminal"]
    with leaving_tidily(), tempfile.TemporaryDirectory(prefix="peerbot-demo-") as folder:
        try:
            if not tries:
                await _shown(Path(folder), language, port, screen, words, opens_browser)
                return 0
            well = await _tried(Path(folder), language or "en", port, screen)
        except PortTaken:
            screen.line(words["port-taken"].format(port=port), "bad")
            return 1
    played = await rehearse(language=language or "en", scripted=True)
    return played if well else 1


async def _shown(
    folder: Path,
    language: str | None,
    port: int,
    screen: Screen,
    words: dict[str, str],
    opens_browser: bool,
) -> None:
    left = asyncio.Event()
    for sent in LEAVING:
        asyncio.get_running_loop().add_signal_handler(sent, left.set)
    async with running(folder, language, port) as address:
        screen.line(words["open"].format(address=address))
        if opens_browser and _has_a_screen():
            await asyncio.to_thread(webbrowser.open, address)
        await left.wait()
    screen.line()
    screen.line(words["bye"])


async def _tried(folder: Path, language: str, port: int, screen: Screen) -> bool:
    screen.line("A conversation through the demo's page", "bold")
    async with running(folder, language, port) as address:
        try:
            await walk(address, language, screen.line)
        except NotAnswered as not_kept:
            screen.line(f"NOT KEPT: {not_kept}", "bad")
            return False
    return True


def _has_a_screen() -> bool:
    """Whether a window can open: a browser that draws in the terminal would cover what we say."""
    if sys.platform == "darwin" or os.environ.get("BROWSER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _of_the_terminal() -> str:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "da" if next(filter(None, named), "").startswith("da") else "en"
