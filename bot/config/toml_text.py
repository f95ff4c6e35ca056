"""A TOML file and the lines its keys stand on, which the standard parser does not tell."""

import re
import tomllib
from pathlib import Path
from typing import Any

from bot.config.problems import Location, Problem, Source

_TABLE = re.compile(r"^\s*\[(\[)?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(
    r"""^\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_FENCE = re.compile(r'"""|' + "'''")


def read(path: Path) -> tuple[dict[str, Any], Source] | Problem:
    """The table in the file at `path` and where its keys stand, or why it cannot be read."""
    name = path.name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Problem(name, "", f"there is no such file; I looked in {path.parent}")
    except UnicodeDecodeError:
        return Problem(name, "", "is not a UTF-8 text file; save it as UTF-8")
    except OSError as error:
        return Problem(name, "", f"cannot be read ({error.strerror}); mend its permissions")
    try:
        return tomllib.loads(text), Source(name, lines_of(text))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at (?:line (\d+), column \d+|end of document)\)", str(error))
        says = re.sub(r"\s*\(at .*\)$", "", str(error))
        line = int(found[1]) if found and found[1] else text.count("\n") + 1
        return Problem(name, "", f"is not valid TOML here ({says}); correct this line", line)


def lines_of(text: str) -> dict[Location, int]:
    """The line (from one) of every table and key. Keys inside inline tables are not looked for."""
    lines: dict[Location, int] = {}
    counts: dict[Location, int] = {}
    table: Location = ()
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        inside = fenced
        fenced ^= len(_FENCE.findall(line)) % 2 == 1
        if inside:
            continue
        if header := _TABLE.match(line):
            table = _resolved(_parts(header[2]), counts)
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                lines.setdefault(table, number)
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_parts(key[1])), number)
    return lines


def _parts(text: str) -> Location:
    return tuple(part.strip("\"'") for part in _PART.findall(text))


def _resolved(parts: Location, counts: dict[Location, int]) -> Location:
    """A header's place: one below a list of tables belongs to the latest of them."""
    place: Location = ()
    for index, part in enumerate(parts):
        place = (*place, part)
        if index < len(parts) - 1 and place in counts:
            place = (*place, counts[place])
    return place
