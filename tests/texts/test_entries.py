"""Texts are read one by one: the same as if each file were read whole, and safely by two at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.texts import Catalogue
from bot.texts.entries import Entries
from bot.texts.shapes import LANGUAGES, entries_of, files_of, parse

ARGS = {"word": "talk"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_is_what_it_is_in_its_file_and_nothing_there_is_unreadable(language: str):
    texts, whole = Entries.of(language), []
    for path in files_of(language):
        resource, wrong = parse(path.read_text(encoding="utf-8"))
        assert wrong == [], path.name
        whole.append(resource)
    in_files = dict(entries_of(whole))

    assert texts.twice == frozenset()
    assert list(texts) == list(in_files)
    for id, entry in in_files.items():
        assert texts[id].equals(entry, ignored_fields=["span", "comment"]), id


def test_a_text_that_is_written_twice_is_named():
    assert Entries.of("en").twice == frozenset()
    assert "nothing-of-the-kind" not in Entries.of("en")


def test_a_text_that_speaks_of_itself_does_not_hang():
    own = {"ours": {"en": {"too-late": "See { did-you-mean }", "did-you-mean": "No: { too-late }"}}}
    texts = Catalogue.load(own)

    assert texts.render("too-late", {}, "en", "UTC", "ours").text


def test_many_threads_hear_the_same():
    for _ in range(20):
        texts = Catalogue.load(strict=True)
        with ThreadPoolExecutor(8) as pool:
            said = [pool.submit(texts.render, "did-you-mean", ARGS, "da", "UTC") for _ in range(32)]
            heard = [one.result() for one in said]
        assert len(set(heard)) == 1
