"""What the bot has on its desk while it decides: facts that do not change while it runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.config import Config
from bot.conversation.commands import Command
from bot.conversation.dialogue import Dialogue
from bot.domain.programme import Programme
from bot.messages import Place
from bot.texts.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Configuration, programmes and texts. Programmes are in the order people meet them."""

    config: Config
    programmes: Mapping[str, Programme]
    catalogue: Catalogue
    commands: tuple[Command, ...] = ()
    dialogues: Mapping[str, Dialogue[Any]] = field(default_factory=dict)  # by name
    coordinators_rooms: Mapping[str, Place] = field(default_factory=dict)  # by programme

    @property
    def main(self) -> Programme:
        """The programme people meet when they name none."""
        return next(iter(self.programmes.values()))

    def may_relay(self, platform: str) -> bool:
        """Whether what one person writes may be handed to another through this platform."""
        return self.config.platforms.may_relay(platform)

    def facts_only(self, platform: str) -> bool:
        """Whether only when, how and with whom is spoken of there, not what anybody lived through."""
        return self.config.platforms.facts_only(platform)

    def programme(self, name: str) -> Programme:
        """The programme with this name; the main one if it is no longer run here."""
        return self.programmes.get(name, self.main)
