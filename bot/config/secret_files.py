"""Secrets come from files that only their owner can read, or from the environment."""

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.config.problems import Location, Problem, Source
from bot.config.section import seen_from
from bot.config.values import Secrets

KEY = "PEERBOT_KEY"
MATRIX_PASSWORD = "PEERBOT_MATRIX_PASSWORD"
DISCORD_TOKEN = "PEERBOT_DISCORD_TOKEN"


class Files:
    """The files a configuration names, looked at even where the rest of it is wrong."""

    def __init__(self, table: Mapping[str, Any], folder: Path, source: Source) -> None:
        self._table = table
        self._folder = folder
        self._source = source
        self.problems: list[Problem] = []

    def secrets(self, environ: Mapping[str, str]) -> Secrets:
        """The secrets, the environment first. What is amiss goes to `problems`."""
        key = _given(environ, KEY) or self._key()
        password = _given(environ, MATRIX_PASSWORD) or self._of_platform(
            "matrix", "password_file", "password", MATRIX_PASSWORD
        )
        token = _given(environ, DISCORD_TOKEN) or self._of_platform(
            "discord", "token_file", "token", DISCORD_TOKEN
        )
        self._avatar()
        return Secrets(key=key, matrix_password=password, discord_token=token)

    def _key(self) -> SecretStr | None:
        where: Location = ("storage", "key_file")
        path = self._path(where, "peerbot.key")
        if path is None:
            return None
        if path.exists():
            return self._secret(where, path)
        database = self._path(("storage", "database"), "peerbot.db")
        if database is not None and database.exists():
            self._tell(
                where,
                "is gone, but the database that needs it is there; "
                f"put the key file back from its safe copy, or set {KEY}",
            )
        elif not path.parent.is_dir():
            self._tell(where, "lies in a folder that does not exist; make the folder")
        return None

    def _of_platform(self, platform: str, key: str, what: str, name: str) -> SecretStr | None:
        platforms = self._table.get("platforms")
        if not isinstance(platforms, dict) or not isinstance(platforms.get(platform), dict):
            return None
        where: Location = ("platforms", platform, key)
        path = self._path(where, None)
        if path is not None:
            return self._secret(where, path)
        if key not in platforms[platform]:
            self._tell(
                where,
                f"is missing; write the {what} into a file of mode 0600 and name it here, "
                f"or set {name}",
            )
        return None

    def _avatar(self) -> None:
        where: Location = ("platforms", "matrix", "avatar")
        path = self._path(where, None)
        if path is not None:
            self._content(where, path)

    def _secret(self, where: Location, path: Path) -> SecretStr | None:
        data = self._content(where, path)
        if data is None:
            return None
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            self._tell(where, f"can be read by others on this machine; run: chmod 600 {path}")
            return None
        try:
            text = data.decode().strip()
        except UnicodeDecodeError:
            text = ""
        if not text:
            self._tell(where, "names a file without a line of text; write the secret into it")
            return None
        return SecretStr(text)

    def _content(self, where: Location, path: Path) -> bytes | None:
        try:
            if path.is_file():
                return path.read_bytes()
            what = "something that is not a file" if path.exists() else "a file that does not exist"
            self._tell(where, f"names {what}; I looked for {path}")
        except OSError as error:
            self._tell(where, f"names a file that I cannot read ({error.strerror}); look at {path}")
        return None

    def _path(self, where: Location, default: str | None) -> Path | None:
        value: Any = self._table
        for part in where:
            if not isinstance(value, dict):
                return None
            value = value.get(part, default if part == where[-1] else {})
        try:
            return seen_from(self._folder, value) if isinstance(value, str) else None
        except ValueError:
            return None  # told by whoever reads the values

    def _tell(self, where: Location, says: str) -> None:
        self.problems.append(self._source.problem(where, says))


def misplaced(table: Mapping[str, Any], where: Location = ()) -> Iterator[Location]:
    """The places in the file where a secret seems to have been written."""
    for key, value in table.items():
        if key in ("password", "token", "access_token", "key", "secret", "secrets"):
            yield (*where, key)
        elif isinstance(value, dict):
            yield from misplaced(value, (*where, key))


def _given(environ: Mapping[str, str], name: str) -> SecretStr | None:
    text = environ.get(name, "").strip()
    return SecretStr(text) if text else None
