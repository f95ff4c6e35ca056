"""The town in which the stories are played."""

from pathlib import Path
from typing import Any

from bot.config import Config
from bot.domain.programme import Programme
from bot.rehearsal.town import Town
from bot.texts import Catalogue
from bot.texts.facts import facts_of
from tests.promises.quick import QuickDatabase

_READ: dict[str, Catalogue] = {}


def _texts(config: Config, programmes: dict[str, Programme]) -> Catalogue:
    """Reading all texts takes half a second, and they are the same in almost every story."""
    texts = {programme.name: programme.texts for programme in programmes.values()}
    facts = facts_of(config, programmes)
    key = repr((texts, facts))
    if key not in _READ:
        _READ[key] = Catalogue.load(texts, facts, strict=True)
    return _READ[key]


class StoryTown(Town):
    """A town whose evenings are short: its disk is not waited for. Files outlive it all the same."""

    def __init__(
        self, folder: Path, *, config: Config, programmes: dict[str, Programme], **more: Any
    ) -> None:
        super().__init__(
            folder,
            config=config,
            programmes=programmes,
            opens=QuickDatabase,
            catalogue=_texts(config, programmes),
            **more,
        )
