"""Words people type: commands, escapes, choices, languages, and what is never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config
from bot.conversation.choosing import number_in, one_of, several_of
from bot.conversation.commands import Command, Takes, Vocabulary, WrongUse, arguments, usage
from bot.conversation.escapes import Escape, bare, crisis_in_contact, escape_in
from bot.conversation.language import guess
from bot.conversation.router import Router
from bot.domain.decision import NOTHING
from bot.programmes.loading import load_all
from bot.texts import Catalogue, facts_of
from handlers import everything
from storage.questions import Question

PROGRAMMES = load_all(("drop-in",))
TEXTS = Catalogue.load(facts=facts_of(Config(), PROGRAMMES), strict=True)
WORDS = everything().vocabulary()
TOPICS = {t.id: t.labels["en"] for t in PROGRAMMES["drop-in"].topics}


def question(*choices: str, **labels: str) -> Question:
    return Question(id="q", person=None, programme=None, text="t", about="a", code="",
                    choices=choices, labels=labels)  # fmt: skip


ASKED = Question(id="q", person=None, programme=None, text="t", about="a", code="",
                 choices=(*TOPICS, "skip"), labels=TOPICS)  # fmt: skip


def test_every_word_of_every_command_finds_it_in_any_case():
    for command in WORDS.commands:
        for word in command.words:
            for typed in (word, word.upper(), f"  {word}  "):
                called = WORDS.find(typed)
                assert called is not None and called.command is command


def test_every_command_has_a_danish_and_an_english_word():
    alike = {"stop", "status", "pause", "crisis"}  # the same in both, or both among more words
    for command in WORDS.commands:
        assert len(command.words) >= 2 or command.name in alike, command.name


@pytest.mark.parametrize(
    "text", ["talk to me", "stop it", "open the window", "status quo", "", "!", "my"]
)
def test_a_sentence_that_begins_like_a_command_is_none(text):
    assert WORDS.find(text) is None


def test_the_longest_word_wins():
    called = WORDS.find("coordinator add @bo:town.example")
    assert called is not None and (called.command.name, called.rest) == (
        "coordinator-add",
        "@bo:town.example",
    )


def test_two_commands_with_one_word_are_an_error_at_start():
    with pytest.raises(ValueError, match="two commands"):
        Vocabulary([Command(name="a", words=("go",)), Command(name="b", words=("GO",))])


def test_two_handlers_for_one_thing_are_an_error_at_start():
    router = Router()
    command = Command(name="go", words=("go",))
    router.command(command)(lambda turn, db: NOTHING)
    router.press("q", "a")(lambda turn, db: NOTHING)
    other = Router()
    other.press("q", "a")(lambda turn, db: NOTHING)

    with pytest.raises(ValueError, match="two handlers"):
        router.command(command)(lambda turn, db: NOTHING)
    with pytest.raises(ValueError, match="two handlers"):
        router.include(other)


def test_what_a_command_takes_is_told_apart_or_refused():
    order = Command(
        name="assign", words=("assign",), takes=(Takes("code"), Takes("name", rest=True))
    )
    words = Vocabulary([order])

    assert arguments(words.find("assign AB12 Åse Marie")) == {"code": "AB12", "name": "Åse Marie"}  # type: ignore[arg-type]
    with pytest.raises(WrongUse):
        arguments(words.find("assign AB12"))  # type: ignore[arg-type]
    assert usage(order) == "assign CODE NAME"


def test_a_report_is_one_whatever_is_said_after_it():
    called = WORDS.find("report he was rude to me")
    assert called is not None and (called.command.name, called.rest) == ("report", "")


@pytest.mark.parametrize(
    ("typed", "meant"), [("tlak", "talk"), ("sttaus", "status"), ("snk", "talk")]
)
def test_a_misspelt_word_has_a_nearest(typed, meant):
    nearest = WORDS.nearest(typed)
    assert nearest is not None and nearest.name == meant


@pytest.mark.parametrize("typed", ["", "hello", "I feel so alone tonight", "x" * 1000])
def test_what_is_no_misspelt_word_has_none(typed):
    assert WORDS.nearest(typed) is None


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_for_a_word(text):
    WORDS.find(text)
    WORDS.nearest(text)
    escape_in(text)
    guess(text)
    one_of(text, ASKED, TEXTS)
    several_of(text, ASKED, TEXTS)


@pytest.mark.parametrize(
    ("text", "escape"),
    [
        ("help", Escape.HELP),
        ("Hjælp!", Escape.HELP),
        ("?", Escape.HELP),
        ("! stop", Escape.STOP),
        ("TILBAGE", Escape.BACK),
        ("akut", Escape.CRISIS),
        ("112!!", Escape.CRISIS),
        ("crisis please", Escape.CRISIS),
        ("help me", Escape.CRISIS),
        ("hjælp mig", Escape.CRISIS),
        ("a crisis", None),
        ("crisis is what I have had all year", None),
        ("stopped", None),
        ("", None),
    ],
)
def test_an_escape_is_the_whole_text(text, escape):
    assert escape_in(text) is escape


@pytest.mark.parametrize(
    ("text", "shows"),
    [("crisis", True), ("Akut!", True), ("112", True), ("sos", False), ("crisis now", False),
     ("!crisis", False), ("help me", False)],
)  # fmt: skip
def test_in_touch_only_those_three_words_alone_show_the_doors_unmarked(text, shows):
    assert crisis_in_contact(text) is shows


@pytest.mark.parametrize(
    ("text", "is_marked"), [("!talk", True), ("\uff01talk", True), ("talk!", False)]
)
def test_the_mark_stands_first(text, is_marked):
    assert bare(text)[1] is is_marked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hej, jeg vil gerne snakke", "da"),
        ("hello, I would like to talk", "en"),
        ("hjælp", "da"),
        ("akut", "da"),
        ("crisis", "en"),
        ("...", None),
        ("ok", None),
    ],
)
def test_the_language_is_told_from_a_few_words_or_not_at_all(text, language):
    assert guess(text) == language


def test_the_clients_hint_counts_only_when_the_words_say_nothing():
    assert guess("...", "da-DK") == "da"
    assert guess("...", "fr-FR") is None
    assert guess("hello there", "da-DK") == "en"


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", 2), ("2.", 2), (" 2) ", 2), ("2️⃣", 2), ("🔟", 10), ("two", None), ("²", None)],
)
def test_a_number_is_a_number_however_it_is_shown(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("text", "choice"),
    [("1", "accept"), ("yes", "accept"), ("JA", "accept"), ("👍", "accept"), ("tag", "accept"),
     ("2", "decline"), ("nej tak", "decline"), ("3", None), ("0", None), ("maybe", None)],
)  # fmt: skip
def test_one_choice_by_number_word_or_sign_in_both_languages(text, choice):
    assert one_of(text, question("accept", "decline"), TEXTS) == choice


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("1, 3", ["anxiety", "bipolar"]),
        ("1 3 1", ["anxiety", "bipolar"]),
        ("grief and loss", ["grief"]),
        ("grief, eating", ["grief", "eating"]),
        ("loss and 1", ["grief", "anxiety"]),
        ("Psychosis, voices and unusual experiences; grief", ["psychosis", "grief"]),
        ("skip", ["skip"]),
        ("grief and cats", None),
        ("experiences", None),
        ("and", None),
        ("", None),
        ("word " * 500, None),
    ],
)
def test_several_choices_listed_as_people_list_them_or_none_at_all(text, choices):
    assert several_of(text, ASKED, TEXTS) == choices
