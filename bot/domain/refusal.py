"""The polite no: what a person wishes cannot be, and a text says why."""

from collections.abc import Mapping
from datetime import date, datetime

# A moment is told by its reader's clock; a date is that day, whatever anybody's clock shows.
Arg = str | int | float | bool | datetime | date | None


class Refusal(Exception):
    """A person's wish cannot be. Carries a text id and the text's arguments, never their words.

    With `choices` it says what they may do instead.
    """

    def __init__(self, text: str, *, choices: tuple[str, ...] = (), **args: Arg) -> None:
        super().__init__(text)
        self.text = text
        self.choices = choices
        self.args_for_text: Mapping[str, Arg] = args
