"""The few words that are Discord's own: where the answer stands, how to open one's door."""

import discord
from discord import ui

from bot.config import ServiceConfig
from bot.platforms.discord.wording import formed, plain
from bot.texts import Catalogue

WORDS = "words"  # the field of the form
LONGEST_TITLE = 45


class Says:
    """Says them in the language of somebody's client."""

    def __init__(self, catalogue: Catalogue, service: ServiceConfig) -> None:
        self._catalogue = catalogue
        self._service = service

    def language(self, locale: str | None) -> str:
        """The language we speak to a client set to `locale`."""
        tongue = (locale or "")[:2]
        if tongue in ("da", "en"):
            return tongue
        # Danes understand a Norwegian or a Swede no better for being answered in English.
        return "en" if locale and tongue not in ("no", "sv") else self._service.language

    def text(self, name: str, language: str, channel: int | None = None) -> str:
        """The text with this id, as markdown; `channel` is the private chat it points to."""
        chat = f"https://discord.com/channels/@me/{channel}" if channel else ""
        args = {"chat": chat} if channel else {}
        said = self._catalogue.render(name, args, language, self._service.time_zone)
        return formed(said.html) if said.html else plain(said.text)

    def words(self, name: str, language: str) -> str:
        """The same as bare words, for labels and names."""
        return self._catalogue.render(name, {}, language, self._service.time_zone).text

    def form(self, language: str) -> ui.Modal:
        """A field to write an answer in, for those we cannot write to."""
        title = self.words("discord-write-title", language)[:LONGEST_TITLE]
        modal = ui.Modal(title=title, custom_id=WORDS, timeout=None)
        modal.add_item(
            ui.TextInput(
                label=self.words("discord-write-label", language)[:LONGEST_TITLE],
                custom_id=WORDS,
                style=discord.TextStyle.paragraph,
                max_length=2000,
            )
        )
        return modal
