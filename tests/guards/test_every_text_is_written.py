"""What the code says is written, in both languages; and nothing is written that nobody says."""

from itertools import combinations, product

import pytest

from bot.config import Config
from bot.domain.programme import Form
from bot.programmes import load_all
from bot.texts import Catalogue, facts_of
from bot.texts.facts import FACT_NAMES
from bot.texts.shapes import LANGUAGES
from handlers import everything
from tests.parts.said import Said, everything_said
from tests.texts.samples import samples

TEXTS = Catalogue.load(facts=facts_of(Config(), load_all(["drop-in"])), strict=True)
ROUTER = everything()
SAID = everything_said()
STEPS = [(d, step) for d, _ in ROUTER.dialogues.values() for step in d.steps]
QUESTIONS = sorted(
    {(one.text, choices) for one in SAID for choices in one.choices}
    | {
        (d.text_of(step), (*step.choices, *step.also))
        for d, step in STEPS
        if step.choices or step.also
    }
)
HELPED = {f"help-{name}{more}" for name in ROUTER.commands for more in ("", "-more")}
ASKED = {dialogue.text_of(step) for dialogue, step in STEPS}
OFFERED = {"skip", *LANGUAGES, *(form.value for form in Form)}  # by dialogues, beside their own
WRITTEN = TEXTS.ids("da") & TEXTS.ids("en")


def _name(one: Said) -> str:
    return f"{one.where} {one.text}"


def test_the_texts_that_are_said_were_found():
    said = {one.text for one in SAID}
    assert {"talk-looking", "offer", "offer-taken", "contact-ended", "forgotten"} <= said
    assert {"debrief-heavy", "coordinator-remove-done", "duty-over", "crisis-card"} <= said
    assert len(said) > 120


@pytest.mark.parametrize("one", SAID, ids=_name)
def test_what_is_said_is_written_and_told_all_it_needs(one):
    assert one.text in WRITTEN
    if one.args is None:
        return
    for language in LANGUAGES:
        for args in samples(TEXTS, one.text, language):
            told = {k: one.fixed.get(k, v) for k, v in args.items() if k in one.args}
            TEXTS.render(one.text, told, language, "Europe/Copenhagen")


@pytest.mark.parametrize("text", sorted(HELPED | ASKED))
def test_every_command_has_its_help_and_every_step_its_question(text):
    assert text in WRITTEN


@pytest.mark.parametrize("name", sorted(ROUTER.commands))
def test_more_help_shows_how_a_command_goes_and_all_its_words(name):
    for language in LANGUAGES:
        assert {"usage", "words"} <= TEXTS.shape(f"help-{name}-more", language).variables
        assert TEXTS.shape(f"help-{name}", language).variables <= FACT_NAMES


@pytest.mark.parametrize(("text", "choices"), QUESTIONS)
def test_every_choice_can_be_named_and_no_word_means_two_in_one_question(text, choices):
    for choice in choices:
        assert f"choice-{choice}" in WRITTEN
        for language in LANGUAGES:
            assert "words" in TEXTS.shape(f"choice-{choice}", language).attributes
    for one, other in combinations([*choices, "skip"] if text in ASKED else choices, 2):
        assert TEXTS.words_of(one) & TEXTS.words_of(other) == frozenset()


@pytest.mark.parametrize(("text", "choices"), [q for q in QUESTIONS if q[0] not in ASKED])
def test_every_choice_leads_somewhere(text, choices):
    for choice in choices:
        known = (text, choice) in ROUTER.presses or ("*", choice) in ROUTER.presses
        assert known or (text, choice) == ("did-you-mean", "yes-do-it")


def test_every_answer_that_is_waited_for_is_offered():
    offered = {(text, choice) for text, choices in QUESTIONS for choice in choices}
    ever = {choice for _, choice in offered}
    lost = [(text, choice) for text, choice in ROUTER.presses
            if (choice not in ever if text == "*" else (text, choice) not in offered)]  # fmt: skip
    assert lost == []


def test_nothing_is_written_that_nobody_says():
    needed = {one.text for one in SAID} | HELPED | ASKED
    needed |= {f"choice-{choice}" for _, choices in QUESTIONS for choice in choices}
    needed |= {f"choice-{choice}" for choice in OFFERED}
    for text, language in product(sorted(needed & WRITTEN), LANGUAGES):
        needed |= TEXTS.shape(text, language).references
    assert sorted(WRITTEN - needed) == []
