"""One message of the bot, as whatever client shows it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Heard:
    """One message of the bot, as either client shows it."""

    id: str
    body: str
    text_id: str
    about: str
    choices: list[str]
    answers: str | None
    form: str  # its markup
    raw: Any = field(repr=False)
