"""A language's texts by id, each read from its source when it is first asked for.

To read all of them takes longer than everything else a start does, and somebody may be waiting.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from threading import Lock

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from bot.texts.shapes import entries_of, files_of, parse, shape_of

Entry = ast.Message | ast.Term
_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*)[ ]*=", re.MULTILINE)


class Entries(Mapping[str, Entry]):
    """Texts by id; a term's begins with "-".

    `sources` are the lines of each, `twice` the ids that more than one text has.
    """

    def __init__(self, sources: Mapping[str, str], twice: frozenset[str] = frozenset()) -> None:
        self.sources = sources
        self._read: dict[str, Entry] = {}
        self.twice = twice

    @classmethod
    def of(cls, language: str) -> "Entries":
        """The texts that come with the bot. That each is Fluent, the tests see to."""
        found: list[tuple[str, str]] = []
        for path in files_of(language):
            source = path.read_text(encoding="utf-8")
            begins = [*_BEGINS.finditer(source)]
            ends = [*(one.start() for one in begins[1:]), len(source)]
            found += [(b[1], source[b.start() : end]) for b, end in zip(begins, ends, strict=True)]
        counted = Counter(id for id, _ in found)
        return cls(dict(found), frozenset(id for id, times in counted.items() if times > 1))

    def __getitem__(self, id: str) -> Entry:
        if id not in self._read:
            resource, _ = parse(self.sources[id])
            self._read[id] = dict(entries_of([resource]))[id]
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self.sources

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


class Bundle:
    """Texts of one language to be said, some of them perhaps in a programme's own words."""

    def __init__(self, language: str, entries: Entries, own: Mapping[str, Entry]) -> None:
        # Without isolating characters: they would sit invisibly in what people copy and tests
        # compare, and both our languages run left to right.
        self._bundle = FluentBundle([language], use_isolating=False)
        self._entries, self._own = entries, own
        self._ready: set[str] = set()
        self._adding = Lock()  # texts are said in the thread of the database, too

    def said(self, text_id: str) -> FluentBundle | None:
        """The bundle, able to say this text; None if there is no such text."""
        if text_id.startswith("-") or text_id not in self._entries:
            return None
        if text_id not in self._ready:
            with self._adding:
                self._add(text_id, set())
                self._ready.add(text_id)
        return self._bundle

    def _add(self, id: str, seen: set[str]) -> None:
        """The text and all it refers to, perhaps itself."""
        if id in seen or id not in self._entries:
            return
        seen.add(id)
        entry = self._own.get(id) or self._entries[id]
        for reference in shape_of(entry).references:
            self._add(reference, seen)
        self._bundle.add_resource(ast.Resource([entry]))
