"""The documents are true where a machine can tell."""

import re
from itertools import chain
from pathlib import Path

import pytest

from handlers import everything
from storage.tables import metadata
from tests import draw_lifecycles

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(chain(DOCS.rglob("*.md"), [ROOT / "README.md", ROOT / "CHANGELOG.md"]))
PATH = re.compile(r"`((?:bot|handlers|storage|tests|docs)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?://)([^)#]+)")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_every_row_of_the_glossary_says_where_in_the_code():
    rows = [line for line in _read(DOCS / "glossary.md").splitlines() if line.startswith("| ")]
    assert len(rows) > 40
    for row in rows[1:]:
        found = PATH.search(row.split("|")[-2])
        assert found, row


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_path_and_link_that_a_page_names_exists(page: Path):
    text = _read(page)
    missing = [path for path in PATH.findall(text) if not (ROOT / path).exists()]
    missing += [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert not missing


def test_the_lifecycles_are_drawn_as_they_are():
    assert _read(draw_lifecycles.PAGE) == draw_lifecycles.page(), (
        "run: python -m tests.draw_lifecycles"
    )


def test_every_table_is_explained_in_the_data_page():
    rows = re.findall(r"^\| `(\w+)` \|", _read(DOCS / "data.md"), re.MULTILINE)
    assert sorted(rows) == sorted(metadata.tables)


def test_every_word_that_can_be_typed_stands_in_the_contract():
    text = _read(DOCS / "contract.md")
    words = {word for command, _ in everything().commands.values() for word in command.words}
    missing = {word for word in words if not re.search(rf"`!?{re.escape(word)}(?: [^`]*)?`", text)}
    assert not missing
