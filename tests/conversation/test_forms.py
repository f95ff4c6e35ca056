"""Dialogues as forms: short enough for every platform that has them, and only what is still open."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.app import desk_of
from bot.config import Config
from bot.conversation.dialogue import Dialogue, Progress
from bot.conversation.forms import FIELDS, form, key_of
from bot.platforms.platform import Form
from handlers import everything

ROUTER = everything()
DESK = desk_of(Config(), ROUTER)
FORMED = [dialogue for dialogue, _ in ROUTER.dialogues.values() if dialogue.formed]
BOOK = DESK.dialogues["book"]
TITLE, ABOUT = 45, 100  # characters, on the platform with the least room


def _every_form() -> Iterator[tuple[Dialogue[Any], str, Form]]:
    for dialogue in FORMED:
        for start in range(len(dialogue.steps)):
            numbers = "-".join(map(str, range(start, min(start + FIELDS, len(dialogue.steps)))))
            for language in ("da", "en"):
                for platform in ("discord", "elsewhere"):
                    key = f"{language}.{dialogue.name}.{dialogue.version}.{numbers}"
                    found = form(DESK, platform, key)
                    assert found is not None, key
                    yield dialogue, language, found


def test_there_are_forms_and_all_have_room_everywhere():
    forms = list(_every_form())
    assert {dialogue.name for dialogue, _, _ in forms} == {"talk", "book", "apply"}
    for _, _, one in forms:
        assert 1 <= len(one.title) <= TITLE
        assert 1 <= len(one.fields) <= FIELDS
        for field in one.fields:
            assert 1 <= len(field.label) <= TITLE, field.label
            assert len(field.about) <= ABOUT and field.about == field.about.strip(), field.about
            assert field.label == field.label.strip() and "\n" not in field.about
            assert all(choice.label for choice in field.choices)


def test_a_dane_and_an_englishwoman_read_their_own_language():
    danish, english = form(DESK, "discord", "da.book.1.0-1"), form(DESK, "discord", "en.book.1.0-1")
    assert danish is not None and english is not None
    assert danish.fields[0].label == "Hvornår vil du gerne tale med nogen?"
    assert english.fields[0].about.startswith("As you would say it")
    assert {c.label for c in danish.fields[1].choices}.isdisjoint(
        c.label for c in english.fields[1].choices
    )


def test_discord_is_told_no_health_details():
    for platform, says in (("discord", True), ("web", False)):
        found = form(DESK, platform, "en.talk.1.3")
        assert found is not None and ("No health details" in found.fields[0].about) is says


def test_only_what_is_not_answered_is_in_it_and_what_does_not_apply_is_not():
    assert key_of(BOOK, Progress(step="when", answers={"topics": ""})) == "book.1.0-1-2-5-6"
    knows = {"topics": "", "again": "somebody"}
    assert key_of(BOOK, Progress(step="when", answers=knows)) == "book.1.0-1-2-3-5"  # 6 comes after
    done = {name: "" for name in ("length", "form", "whom", "topics", "language")}
    assert key_of(BOOK, Progress(step="when", answers=done)) == "book.1.0-6"
    assert key_of(BOOK, Progress(step="note", answers={**done, "when": "x"})) == ""


def test_what_has_to_be_thought_over_is_no_form():
    welcome = DESK.dialogues["welcome"]
    assert key_of(welcome, Progress(step="language", answers={})) == ""
    assert form(DESK, "discord", "en.welcome.1.0-1") is None


def test_nothing_in_a_form_has_to_be_done_before_the_next_question():
    heard = {dialogue for dialogue, _ in ROUTER.answers}
    assert not heard & {dialogue.name for dialogue in FORMED}


@pytest.mark.parametrize("key", [
    "", "x", "en.book", "en.book.1", "en.book.2.0-1", "en.nothing.1.0-1", "fr.book.1.0-1", "en.book.1.",
    "en.book.1.0-99", "en.book.1.0.1", "en.book.1.-", "en.book.1.0-0",
])  # fmt: skip
def test_a_key_of_another_version_or_of_nobody_opens_nothing(key):
    assert form(DESK, "discord", key) is None
