"""What the bot says, in every language, and the words people may answer with."""

from bot.texts.catalogue import Catalogue, Rendered, list_choices
from bot.texts.facts import facts_of
from bot.texts.faults import TextFault, TextProblems

__all__ = ["Catalogue", "Rendered", "TextFault", "TextProblems", "facts_of", "list_choices"]
