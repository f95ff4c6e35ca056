"""A marker in everything anybody writes, and every place where it could stay is searched."""

import logging
import re
from dataclasses import dataclass, field
from itertools import count

import sqlalchemy as sa

from bot.runtime.logs import Quiet
from storage import tables
from storage.database import Database, Transaction

# So long that what is sealed, which may be any bytes, does not hold it by chance: with three letters and
# a figure it did, about once in fifty megabytes.
WORD = re.compile("mqzmarker[0-9]+", re.IGNORECASE)
ADDRESS = "addrqz"
OURS = ("bot", "handlers", "storage")
OTHER = re.compile(f"{WORD.pattern}|{ADDRESS}", re.IGNORECASE)


@dataclass
class Heard(logging.Handler):
    """Every record of every logger: as our formatter writes it, and ours also as they came."""

    lines: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(logging.DEBUG)

    def __hash__(self) -> int:
        return id(self)

    def emit(self, record: logging.LogRecord) -> None:
        for json_lines in (True, False):
            self.lines.append(Quiet(json_lines=json_lines).format(record))
        if record.name.split(".")[0] in OURS:
            given = {k: v for k, v in vars(record).items() if not k.startswith("exc_")}
            self.lines.append(f"{record.getMessage()} {given}")


_numbers = count(1)


def said(words: str) -> str:
    """The same with a marker nobody else has."""
    return f"{words} mqzmarker{next(_numbers)}"


def raw_in_files(database: Database) -> set[str]:
    """Markers found in the bytes of the database's files."""
    files = list(database.path.parent.glob(f"{database.path.name}*"))
    assert files
    return {found for file in files for found in OTHER.findall(file.read_bytes().decode("latin-1"))}


async def rows(database: Database, *, unsealed: bool) -> dict[str, set[str]]:
    """Column -> the markers in it, over every row of every table."""

    def look(db: Transaction) -> dict[str, set[str]]:
        names = {str(sealed): key for _, key, sealed in tables.SEALED}
        found: dict[str, set[str]] = {}
        for table in tables.metadata.sorted_tables:
            for row in db.all(sa.select(table)):
                for column in table.c:
                    value = row[column.name]
                    if column.name.endswith("_sealed"):
                        if value is None:
                            continue
                        key = names.get(str(column))
                        assert key is not None or column in tables.NOT_OURS_TO_OPEN, column
                        if unsealed and key is not None:
                            value = db.unseal(column, row[key.name], value)
                    text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
                    if markers := set(OTHER.findall(text)):
                        found.setdefault(str(column), set()).update(markers)
        return found

    return await database.read(look)


async def words_left(database: Database) -> set[str]:
    """The columns that hold somebody's words, once unsealed."""
    found = await rows(database, unsealed=True)
    return {column for column, markers in found.items() if any(map(WORD.match, markers))}


async def nothing_is_in_clear(database: Database) -> None:
    found_in = await rows(database, unsealed=False)
    assert not found_in, f"in clear: {found_in}"
    for moment in ("as it is", "folded"):
        found = raw_in_files(database)
        assert not found, f"in clear, {moment}: {sorted(found)}"
        assert await database.checkpoint()
