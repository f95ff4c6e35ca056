"""Words as they are handed on: whole, visible, of bearable length, in every script."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.relaying.words import (
    MOST_JOINED,
    MOST_STACKED_MARKS,
    READ_AT_MOST,
    TEXT_LIMIT,
    clean_text,
    folded,
)

# What a hostile or merely exotic text is made of: each sort of character that has a rule.
AWKWARD = st.text(
    st.sampled_from(
        "a b1#\n\t\r\u2028e\u0301\u0316\u0308\u20dd\u20e3"  # marks over, under, around
        "\u200b\u200c\u200d\u200e\u200f\u061c\u202e\u2066\u2069\ufeff\xad\u034f"
        "\ufe0e\ufe0f\ufe00\U000e0100\u180b\u1820\u845b"
        "\U0001f468\U0001f469\U0001f3fd\u2764\U0001f3f4\U0001f1e9\U0001f1f0"
        "\U000e0067\U000e0062\U000e0065\U000e006e\U000e007f\U000e0001"
        "\u05d0\u05b8\u0627\u0654\u0653\u0655\u064b\u0915\u094d\u093c\u0958\u09c7\u09be\u09b0\u1100\u1161\u11a8"
        "\uac00\u0e01\u0e47\u3164\u115f\u2800\xa0\u3000\ud83d\ude00\ud800\ufffe\U0001ffff\x00\x1b\x85"
    ),
    max_size=60,
)
ANY = st.text(max_size=120) | AWKWARD
ANY_UNICODE = (
    st.text(st.characters(exclude_categories=()), max_size=120) | AWKWARD
)  # surrogates too

NEVER_SEEN = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\xad"
)

LIVING_WRITING = {
    "Danish": "Blåbærgrød på Ærø – jeg har det ikke så godt",
    "Arabic": "مرحبا، كيف حالك؟ السَّلَامُ عَلَيْكُمْ",
    "Arabic abbreviation": "سنة ١٤٤٧ ه\u200d",
    "Arabic sign": "\u06ddالآية",
    "Persian": "می\u200cخواهم با کسی حرف بزنم، خانه\u200cها",
    "Hebrew": "שלום, מה שלומך? שָׁלוֹם שִּֽׁ֔י",
    "Hebrew with Latin": "אני ב־WhatsApp\u200f!",
    "Hindi": "नमस्ते, मैं ठीक नहीं हूँ। क्\u200dष क्\u200cष",
    "Sinhala": "ශ්\u200dරී ලංකාව",
    "Bengali": "র\u200d্যাব আমার সোনার বাংলা",
    "Thai": "สวัสดีครับ ผู้ใหญ่ น้ำ",
    "Tibetan": "བརྒྱུད་ ཧཱུྃ",
    "Burmese": "ကျွန်ုပ်တို့ မြို့ ညွှန့်",
    "Vietnamese": "Tiếng Việt được ổn",
    "Korean": "안녕하세요",
    "Japanese": "がんばって。葛\U000e0100飾　はい",
    "Greek": "ᾧ τινι",
    "phonetic": "ɔ̃́ i̯",
    "families": "👨‍👩‍👧‍👦 👩🏽‍💻 🧑🏻‍❤️‍💋‍🧑🏿 🧑‍🧑‍🧒‍🧒",
    "flags": "🇩🇰🇬🇱🇫🇴 🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏳️‍🌈 🏳️‍⚧️ 🏴‍☠️",
    "keycaps and signs": "1️⃣ #️⃣ ❤️‍🔥 👁️‍🗨️ 🙂‍↔️ 🐦‍⬛ ℹ️ ©️ ☎︎ ↔️ ‼️ 〰️",
    "code": "for a in b:\n        print(a)",
}


@pytest.mark.parametrize("writing", LIVING_WRITING)
def test_what_people_really_write_passes_unchanged(writing: str):
    words = LIVING_WRITING[writing]

    assert clean_text(words).text == unicodedata.normalize("NFC", words)
    assert not clean_text(words).shortened


def test_decomposed_danish_letters_arrive_composed():
    assert clean_text(unicodedata.normalize("NFD", "Bådfører på Ærø")).text == "Bådfører på Ærø"


@settings(max_examples=1000, deadline=None)
@given(ANY_UNICODE)
def test_cleaning_twice_is_cleaning_once(text: str):
    once = clean_text(text)

    again = clean_text(once.text)

    assert again.text == once.text
    assert again.empty == once.empty
    assert not again.shortened


@settings(max_examples=600, deadline=None)
@given(ANY_UNICODE, st.integers(0, 40))
def test_a_cut_text_is_within_its_limit_and_stays_as_it_is(text: str, limit: int):
    once = clean_text(text, limit)

    assert len(once.text) <= limit
    assert clean_text(once.text, limit).text == once.text
    assert once.shortened or once.text == clean_text(text).text


@settings(max_examples=600, deadline=None)
@given(ANY_UNICODE)
def test_nothing_forbidden_is_left(text: str):
    clean = clean_text(text).text

    assert clean.encode().decode() == clean == unicodedata.normalize("NFC", clean)
    assert not NEVER_SEEN & set(clean)
    assert all(
        letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs") for letter in clean
    )
    assert "\n" * 4 not in clean
    assert " " * 9 not in clean


@settings(max_examples=600, deadline=None)
@given(ANY_UNICODE)
def test_folding_never_fails_and_twice_is_once(text: str):
    assert folded(folded(text)) == folded(text)


@given(ANY)
def test_no_character_carries_a_tower_of_marks(text: str):
    tower = 0
    for letter in clean_text(text + "Z" + "\u0351\u036b\u0343\u0316\u05b8\u0e47" * 20).text:
        tower = tower + 1 if unicodedata.category(letter) in ("Mn", "Me") else 0
        # a flag's tags and selectors are no marks; one selector may stand before the marks
        assert tower <= MOST_STACKED_MARKS + 1


def test_zalgo_becomes_readable():
    assert clean_text("h" + "\u0301\u0316\u0338" * 300 + "ej").text.startswith("h")
    assert len(clean_text("h" + "\u0301\u0316\u0338" * 300 + "ej").text) <= 6


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        ("t\u200ba\u2060l\ufefck\xad".replace("\ufefc", "\ufeff"), "talk"),
        ("\u202eklat\u202c", "klat"),
        ("\u2066hej\u2069", "hej"),
        ("hej\U000e0068\U000e0065\U000e006a", "hej"),
        ("\U0001f3f4\U000e0068\U000e007f", "\U0001f3f4"),
        ("a\ufe0f\ufe01\U000e0101b", "ab"),
        ("a\u200db\u200cc", "abc"),
        ("\U0001f468\u200d", "\U0001f468"),
        ("\u200ehello", "hello"),
        ("\ud83d\ude00", "\U0001f600"),
        ("a\ud800", "a\ufffd"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("a\n\n\n\n\n\nb", "a\n\n\nb"),
        ("a   \n   \n \n \n b", "a\n\n\n b"),
    ],
)
def test_what_cannot_be_seen_is_not_handed_on(hidden: str, seen: str):
    assert clean_text(hidden).text == seen


@pytest.mark.parametrize(
    "text", ["", "  \n\t", "\u200b\u200d\ufe0f", "\u3164\u2800\xa0", "\U000e0041"]
)
def test_a_text_of_nothing_visible_is_empty(text: str):
    assert clean_text(text).empty


@pytest.mark.parametrize(
    "emoji", ["👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇰", "👩🏽‍💻", "1️⃣", "e\u0332\u0325", "각".encode().decode()]
)
@pytest.mark.parametrize("limit", range(8, 30))
def test_a_cut_never_falls_inside_what_people_see_as_one(emoji: str, limit: int):
    cut = clean_text(emoji * 10_000, limit)

    assert cut.shortened
    assert cut.text == emoji * (limit // len(emoji))


def test_emoji_are_not_joined_without_end():
    joined = clean_text("😀\u200d" * 5_000).text

    assert max(len(part) for part in re.findall("(?:😀\u200d)+😀", joined)) == 2 * MOST_JOINED - 1
    assert not joined.endswith("\u200d")


def test_ten_thousand_emoji_are_shortened():
    cut = clean_text("😀" * 10_000)

    assert cut.shortened
    assert len(cut.text) == TEXT_LIMIT


@pytest.mark.parametrize(
    "flood",
    [
        "a",
        "\u0301\u0316",
        "a\u0316\u0301",
        "😀\u200d",
        "\u200b",
        "\n",
        "क\u094d\u200d",
        "🇩",
        "\U000e0067",
    ],
)
def test_a_megabyte_costs_no_more_than_the_longest_message(
    flood: str, monkeypatch: pytest.MonkeyPatch
):
    longest = 0
    normalise = unicodedata.normalize

    def watched(form, text):
        nonlocal longest
        longest = max(longest, len(text))
        return normalise(form, text)

    monkeypatch.setattr("bot.relaying.words.unicodedata.normalize", watched)

    cleaned = clean_text(flood * (1_000_000 // len(flood)))

    assert cleaned.shortened
    assert len(cleaned.text) <= TEXT_LIMIT
    assert longest <= READ_AT_MOST


@pytest.mark.parametrize(
    "typed", ["talk", "ＴＡＬＫ ", "Talk!", "  t\u200balk ...", "TALK?!", "talk\n", "ta\xadlk"]
)
def test_a_command_is_recognised_however_it_is_typed(typed: str):
    assert folded(typed) == "talk"


def test_only_likeness_is_never_acted_on():
    assert folded("t\u0430lk") != "talk"  # a Cyrillic a


@pytest.mark.parametrize(
    ("typed", "read"), [("!", "!"), ("?", "?"), ("My   Data", "my data"), ("2.", "2"), ("", "")]
)
def test_folding_squeezes_but_never_to_nothing(typed: str, read: str):
    assert folded(typed) == read
