"""`peerbot rehearse`: an evening with invented people, at the keyboard or played aloud."""

import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from bot.config import Config
from bot.config.values import ServiceConfig
from bot.rehearsal.sayings import Sayings
from bot.rehearsal.screen import Screen
from bot.rehearsal.script import play
from bot.rehearsal.terminal import Terminal
from bot.rehearsal.town import Town
from bot.runtime import logs

LEAVING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


async def rehearse(*, language: str, scripted: bool) -> int:
    """Rehearse in `language` ("da" or "en"); the exit code.

    With a terminal (standard input and output) and not `scripted`, whoever is there is a receiver.
    Otherwise an evening is played aloud: 0 only if everything promised in it was kept. The database
    is made for this and gone afterwards.
    """
    logs.set_up("ERROR", json_lines=False)
    screen = Screen(sys.stdout)
    at_keyboard = sys.stdin.isatty() and sys.stdout.isatty() and not scripted
    with leaving_tidily(), tempfile.TemporaryDirectory(prefix="peerbot-rehearsal-") as folder:
        town = await _town(Path(folder), language)
        try:
            if at_keyboard:
                return await Terminal(town, Sayings(language), screen).run()
            return await play(town, language, screen, Path(folder))
        finally:
            await town.close()


@contextmanager
def leaving_tidily() -> Iterator[None]:
    """A closed window or a kill must not leave the database behind: it was promised to be gone."""
    before = {sent: signal.signal(sent, _leave) for sent in LEAVING}
    try:
        yield
    finally:
        for sent, handler in before.items():
            signal.signal(sent, handler)


def _leave(sent: int, _: object) -> NoReturn:
    raise SystemExit(128 + sent)


async def _town(folder: Path, language: str) -> Town:
    named = {"da": "en opdigtet by", "en": "an invented town"}
    service = ServiceConfig.model_validate({"language": language, "organisation": named[language]})
    return await Town.begin(folder, config=Config(service=service))
