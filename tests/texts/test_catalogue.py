"""A text reaches a person in their language and zone, and their words stay words."""

import html
import logging
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.config import Config
from bot.texts import Catalogue, Rendered, TextFault, TextProblems, facts_of, list_choices
from bot.texts.entries import Entries
from bot.texts.markup import SLOT_BEGINS, SLOT_ENDS
from bot.texts.shapes import LANGUAGES

COPENHAGEN = "Europe/Copenhagen"
THURSDAY = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)
OURS = {
    "da": {
        "help-unknown": "Ordet { $word } er nyt for mig",
        "did-you-mean": "{ $word ->\n [snak] Vil du snakke?\n *[other] Mente du { $word }?\n}",
    }
}


def catalogue_with(extra=OURS, **options) -> Catalogue:
    return Catalogue.load({"ours": extra}, facts_of(Config(), {}), **options)


def with_text(words: str, language: str) -> Catalogue:
    """A catalogue whose text `too-late` says `words`."""
    entries = {tongue: Entries.of(tongue) for tongue in LANGUAGES}
    sources = {**entries[language].sources, "too-late": f"too-late = {words}\n"}
    return Catalogue({**entries, language: Entries(sources)}, {}, {}, strict=True)


LENIENT = Catalogue.load(facts=facts_of(Config(), {}))
LINE = with_text('{"**"}{ $words }** – { $what }', "en")


def test_a_word_shows_bold_in_html_and_plain_in_text(catalogue):
    rendered = catalogue.render("did-you-mean", {"word": "talk"}, "en", COPENHAGEN)
    assert rendered == Rendered("Did you mean talk?", "Did you mean <strong>talk</strong>?")


def test_a_text_without_emphasis_has_no_html(catalogue):
    assert catalogue.render("too-late", {}, "en", COPENHAGEN).html is None


@given(words=st.text(max_size=80), what=st.text(max_size=80))
def test_what_people_write_never_becomes_markup(words, what):
    rendered = LINE.render("too-late", {"words": words, "what": what}, "en", COPENHAGEN)
    assert rendered.text == f"{words} – {what}"
    assert rendered.html is not None
    assert re.findall("<[^>]*>", rendered.html.replace("<br>", "")) == ["<strong>", "</strong>"]
    shown = re.sub("</?strong>", "", rendered.html).replace("<br>", "\n")
    assert html.unescape(shown) == html.unescape(html.escape(rendered.text, quote=False))


@pytest.mark.parametrize(
    "trick",
    [
        "**fed**",
        "<b>hej</b>",
        "{ $doors }",
        f"{SLOT_BEGINS}what{SLOT_ENDS}",
        "{$what}",
        "a\nb",
        "&lt;script&gt;",
    ],
)
def test_tricks_stay_the_words_they_are(trick):
    rendered = LINE.render("too-late", {"words": trick, "what": "x"}, "en", COPENHAGEN)
    assert rendered.text == f"{trick} – x"
    escaped = html.escape(trick, quote=False).replace("\n", "<br>")
    assert rendered.html == f"<strong>{escaped}</strong> – x"


def test_words_of_any_length_pass_whole(catalogue):
    long = "ord " * 5000
    assert (
        catalogue.render("did-you-mean", {"word": long}, "da", COPENHAGEN).text.count("ord") == 5000
    )


def test_safe_html_of_an_argument_is_kept_where_it_is_given():
    rendered = LINE.render(
        "too-late", {"words": "a", "what": "b"}, "en", COPENHAGEN, rich={"what": "<em>b</em>"}
    )
    assert rendered.text == "a – b"
    assert rendered.html == "<strong>a</strong> – <em>b</em>"


@pytest.mark.parametrize(
    ("name", "language", "zone", "told"),
    [
        ("at", "da", COPENHAGEN, "19:30"),
        ("opens_at", "en", COPENHAGEN, "19:30"),
        ("day", "da", COPENHAGEN, "torsdag 26. november"),
        ("last_day", "en", COPENHAGEN, "Thursday 26 November"),
        ("when", "da", COPENHAGEN, "torsdag 26. november kl. 19:30"),
        ("ends-when", "en", COPENHAGEN, "Thursday 26 November at 19:30"),
        ("when", "en", "Asia/Tokyo", "Friday 27 November at 03:30"),
        ("at", "en", "Nowhere/Atall", "18:30 UTC"),
    ],
)
def test_a_time_is_told_as_its_name_says_in_the_persons_zone(name, language, zone, told):
    catalogue = with_text(f"{{ ${name} }}", language)
    assert catalogue.render("too-late", {name: THURSDAY}, language, zone).text == told


@pytest.mark.parametrize(
    "wrong", [THURSDAY.replace(tzinfo=None), ["list"], b"bytes"], ids=["naive", "list", "bytes"]
)
def test_an_argument_nobody_can_read_is_a_fault(catalogue, wrong):
    with pytest.raises(TextFault):
        catalogue.render("too-late", {"at": wrong}, "da", COPENHAGEN)


def test_a_time_whose_name_says_nothing_is_a_fault(catalogue):
    with pytest.raises(TextFault, match="at, day, when"):
        catalogue.render("too-late", {"deadline": THURSDAY}, "da", COPENHAGEN)


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "et minut"), (3, "3 minutter"), (1500, "1.500 minutter")]
)
def test_numbers_choose_their_words(minutes, told):
    catalogue = with_text(
        "{ $minutes ->\n    [one] et minut\n   *[other] { $minutes } minutter\n    }", "da"
    )
    assert catalogue.render("too-late", {"minutes": minutes}, "da", COPENHAGEN).text == told


def test_strictly_a_missing_text_or_argument_is_a_fault(catalogue):
    with pytest.raises(TextFault, match="no-such-text"):
        catalogue.render("no-such-text", {}, "da", COPENHAGEN)
    with pytest.raises(TextFault, match="word"):
        catalogue.render("did-you-mean", {}, "da", COPENHAGEN)
    with pytest.raises(TextFault, match="choice-nothing"):
        catalogue.label("nothing", "da")


def test_in_service_somebody_hears_a_kind_general_text_and_the_log_the_id_alone(caplog):
    with caplog.at_level(logging.WARNING):
        rendered = LENIENT.render("did-you-mean", {"wrod": "hemmeligt"}, "en", COPENHAGEN)
    assert rendered.text.startswith("Something went wrong on my side")
    assert "hemmeligt" not in caplog.text
    assert {record.__dict__["text"] for record in caplog.records} == {"did-you-mean"}
    assert LENIENT.label("nothing", "da") == "nothing"


def test_in_service_a_language_we_do_not_speak_is_answered_in_danish():
    assert LENIENT.render("language-set", {}, "tlh", COPENHAGEN).text == "Så skriver vi på dansk."


def test_a_programme_says_single_texts_in_its_own_words():
    catalogue = catalogue_with(strict=True)
    args = {"word": "snak"}
    assert catalogue.render("did-you-mean", args, "da", COPENHAGEN, "ours").text == "Vil du snakke?"
    assert catalogue.render("did-you-mean", args, "da", COPENHAGEN).text == "Mente du snak?"
    assert (
        catalogue.render("did-you-mean", args, "en", COPENHAGEN, "ours").text
        == "Did you mean snak?"
    )
    assert catalogue.render("dialogue-stopped", {}, "da", COPENHAGEN, "ours").text.startswith(
        "Det har jeg"
    )


def test_every_mistake_in_a_programmes_own_words_is_told():
    wrong = {
        "da": {
            "no-such-text": "Hej",
            "too-late": "{ $name",
            "too-fast": "Hej { $nobody }",
            "crisis-card": "Ring til nogen.",
            "dialogue-stopped": "Se { no-such-text }",
        },
        "de": {"dialogue-stopped": "Halt"},
    }
    with pytest.raises(TextProblems) as caught:
        catalogue_with(wrong)
    told = "\n".join(caught.value.problems)
    assert "texts.da.no-such-text is not a text the bot says" in told
    assert "texts.da.too-late is not Fluent" in told
    assert "texts.da.too-fast mentions $nobody" in told
    assert "texts.da.crisis-card must mention $doors" in told
    assert "texts.da.dialogue-stopped refers to no-such-text" in told
    assert "texts.de is not a language" in told
    assert len(caught.value.problems) == 6


def test_choices_are_listed_by_number_and_word(catalogue):
    rendered = catalogue.render("did-you-mean", {"word": "talk"}, "en", COPENHAGEN)
    listed = list_choices(rendered, [(1, "Yes"), (2, "No <thanks>")])
    assert listed.text == "Did you mean talk?\n\n1 · Yes\n2 · No <thanks>"
    assert listed.html == (
        "Did you mean <strong>talk</strong>?<br><br>1 · Yes<br>2 · No &lt;thanks&gt;"
    )
    assert list_choices(Rendered("Hej"), []) == Rendered("Hej")


def test_words_of_both_languages_and_emoji_mean_a_choice(catalogue):
    words = catalogue.words_of("accept")
    assert {"accept", "tag", "ja", "yes", "👍", "✅"} <= words
    assert "⏭" in catalogue.words_of("skip")
    assert catalogue.words_of("no-such-choice") == frozenset()


def test_no_words_show_when_a_rendered_text_is_printed(catalogue):
    assert "talk" not in repr(catalogue.render("did-you-mean", {"word": "talk"}, "en", COPENHAGEN))


def test_an_organisation_without_a_name_is_spoken_of_in_the_persons_language():
    told = {language: facts["organisation"] for language, facts in facts_of(Config(), {}).items()}
    assert told["da"] == "den organisation, der driver tjenesten"
    assert told["en"] == "the organisation that runs this service"
    named = Config.model_validate({"service": {"organisation": "Foreningen Eksempel"}})
    assert facts_of(named, {})["da"]["organisation"] == "Foreningen Eksempel"


def test_the_doors_need_no_arguments_so_that_they_can_always_be_said(catalogue):
    for text_id in ("crisis-card", "safe-mode", "database-trouble", "too-young"):
        assert "70 201 201" in catalogue.render(text_id, {}, "en", COPENHAGEN).text


def test_times_are_marked_for_readers_whose_program_can_tell_them_otherwise(catalogue):
    at = datetime(2030, 1, 8, 18, 0, tzinfo=UTC)
    args = {"zoned": at, "when": at}
    plain = catalogue.render("move-asked", args, "en", COPENHAGEN)
    marked = catalogue.render("move-asked", args, "en", COPENHAGEN, marks_times=True)
    assert plain.html is None and marked.text == plain.text
    assert '<time datetime="2030-01-08T19:00+01:00">Tuesday 8 January 2030 at 19:00' in marked.html
    assert re.sub(r"</?time[^>]*>", "", marked.html) == plain.text
