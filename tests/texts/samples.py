"""Arguments to try a text with: each way it can be chosen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product

from bot.texts import Catalogue
from bot.texts.markup import NOTHING_SAID
from bot.texts.moments import ending_of

NOW = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
PLURALS = {"zero", "one", "two", "few", "many"}


def samples(texts: Catalogue, text_id: str, language: str) -> Iterator[dict[str, object]]:
    """Arguments for each way a text can be chosen, and numbers one and many."""
    shape = texts.shape(text_id, language)
    options: dict[str, list[object]] = {}
    for name in sorted(shape.variables):
        keys = shape.selectors.get(name, frozenset())
        if ending_of(name):
            options[name] = [NOW]
        elif keys & PLURALS or any(key.isdigit() for key in keys):
            options[name] = [0, 1, 3]
        else:
            options[name] = ["" if key == NOTHING_SAID else key for key in sorted(keys)]
            options[name].append("Prøve")
    for chosen in product(*options.values()):
        yield dict(zip(options, chosen, strict=True))
