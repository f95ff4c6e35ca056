"""What the rehearsal itself says, and what its invented people say: `da.toml` and `en.toml` beside this."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


class Sayings:
    """The words of one language (`da` or `en`)."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._said: dict[str, Any] = tomllib.loads(
            (FOLDER / f"{language}.toml").read_text(encoding="utf-8")
        )

    def say(self, name: str, /, **words: object) -> str:
        """The saying called `name`, with its words put in. Raises KeyError."""
        said = self._said[name]
        assert isinstance(said, str)
        return said.strip("\n").format(**words)

    def lines(self, name: str) -> list[str]:
        """The sayings listed under `name`. Raises KeyError."""
        return list(self._said[name])

    def order(self, word: str) -> str | None:
        """Which order somebody means by `word`, in either of its spellings."""
        for name, words in self._said["orders"].items():
            if word.casefold() in words:
                return str(name)
        return None
