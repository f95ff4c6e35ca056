"""Guards over all texts: both languages whole, every text sayable, none that hurts."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, product

import pytest

from bot.config import Config
from bot.programmes import load_all
from bot.texts import Catalogue, facts_of
from bot.texts.shapes import LANGUAGES
from tests.texts.samples import samples

TEXTS = Catalogue.load(facts=facts_of(Config(), load_all(["drop-in"])), strict=True)
ALL = sorted(product(LANGUAGES, TEXTS.ids("da") | TEXTS.ids("en")))

# What a person in distress should never read from us: blame, orders, a diagnosis, machine talk.
HURTFUL = re.compile(
    r"your fault|you failed|you should have|you must|invalid|illegal|forbidden|denied|error\b|"
    r"patient|disorder|mentally ill|\bsick\b|symptom|diagnos|suicid|"
    r"din skyld|du har fejlet|du burde|du skal huske|ugyldig|forbudt|nægtet|fejlkode|"
    r"lidelse|sindslidende|psykisk syg|selvmord|input|exception|null\b",
    re.IGNORECASE,
)


def said(text_id: str, language: str) -> Iterator[str]:
    for args in samples(TEXTS, text_id, language):
        yield TEXTS.render(text_id, args, language, "Europe/Copenhagen").text  # type: ignore[arg-type]


def test_danish_and_english_have_the_same_texts():
    assert TEXTS.ids("da") == TEXTS.ids("en")


@pytest.mark.parametrize("text_id", sorted(TEXTS.ids("da") & TEXTS.ids("en")))
def test_a_text_needs_and_offers_the_same_in_both_languages(text_id):
    danish, english = TEXTS.shape(text_id, "da"), TEXTS.shape(text_id, "en")
    assert danish.variables == english.variables
    assert danish.attributes == english.attributes
    assert danish.selectors == english.selectors


@pytest.mark.parametrize(("language", "text_id"), ALL)
def test_a_text_can_be_said_in_every_variant_and_is_readable(language, text_id):
    for text in said(text_id, language):
        said_by_number = text_id == f"choice-{text}"
        assert said_by_number or any(c.isalpha() for c in text), "an emoji alone says nothing"
        assert "**" not in text
        assert "{" not in text
        assert len(text) <= 600
        assert len(text.splitlines()) <= 9
        assert not HURTFUL.search(text)
        strange = [
            c for c in text if unicodedata.category(c) in ("Cf", "Co", "Cs", "Cc") if c != "\n"
        ]
        assert strange == []


@pytest.mark.parametrize(("language", "text_id"), ALL)
def test_an_id_is_topic_dash_what(language, text_id):
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", text_id), language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", ["matrix", "discord", "web", "somewhere"])
@pytest.mark.parametrize("relays", ["yes", "no"])
def test_the_welcome_says_all_it_must_in_five_lines(language, platform, relays):
    told = {"platform": platform, "relays": relays}
    text = TEXTS.render("welcome", told, language, "UTC").text
    assert len(text.splitlines()) <= 5
    assert "bot" in text
    assert "112" in text
    assert "70 201 201" in text
    assert ("crisis" in text) or ("akut" in text)
    assert ("professional" in text) or ("fagfolk" in text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_crisis_card_shows_every_open_door_and_promises_the_peer_still(language):
    text = TEXTS.render("crisis-card", {}, language, "UTC").text
    for number in ("112", "70 201 201", "1888", "116 111"):
        assert number in text
    assert ("talk" in text) or ("snak" in text)


def test_somebody_too_young_sees_the_door_for_the_young_first():
    text = TEXTS.render("too-young", {}, "da", "UTC").text
    assert text.index("116 111") < text.index("112 ·")


@pytest.mark.parametrize(
    "question",
    [
        ("yes-do-it", "no-thanks"),
        ("accept", "decline"),
        ("light", "okay", "heavy"),
        ("keep-waiting", "other-doors", "cancel-request"),
        ("take-request", "close-request"),
        ("talk", "help", "crisis"),
        ("da", "en"),
        ("chat", "voice", "skip"),
    ],
)
def test_no_word_means_two_things_in_one_question(question):
    for one, other in combinations(question, 2):
        assert TEXTS.words_of(one) & TEXTS.words_of(other) == frozenset()
        assert TEXTS.words_of(one)


@pytest.mark.parametrize(
    "choice",
    sorted(id.removeprefix("choice-") for id in TEXTS.ids("da") if id.startswith("choice-")),
)
def test_every_choice_has_a_short_label_and_words_in_both_languages(choice):
    for language in LANGUAGES:
        assert 0 < len(TEXTS.label(choice, language)) <= 40
        assert TEXTS.label(choice, language).casefold() in TEXTS.words_of(choice)
        assert "words" in TEXTS.shape(f"choice-{choice}", language).attributes
