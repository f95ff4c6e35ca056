"""Makes a person's words whole, visible and of bearable length, in whatever script they write."""

import re
import unicodedata
from dataclasses import dataclass, field

from bot.relaying import invisible

TEXT_LIMIT = 4_000
"""Characters passed on in one message: what Discord allows at most; far under Matrix's 64 KiB."""

READ_AT_MOST = 65_536
"""Characters looked at. A Matrix event is at most 65,536 bytes, so no real message has more."""

MOST_MARKS = 8
"""Combining marks on one character. Myanmar syllables come to seven."""

MOST_STACKED_MARKS = 5
"""Of these, above or below: Hebrew with shin dot, dagesh, vowel, accent and meteg has five."""

MOST_GENERAL_MARKS = 3
"""Of these, marks of no script, which zalgo is made of. Phonetic writing has two, seldom three."""

STREAM_SAFE_MARKS = 30
"""Marks kept before normalising, which takes quadratic time in them: UAX #15, Stream-Safe Text."""

MOST_JOINED = 8
"""Emoji joined into one. The longest in emoji-zwj-sequences.txt (a kiss, a family) have four."""

LONGEST_CLUSTER = 128
"""How far a cut may move back: more than eight joined emoji with skin tones and selectors."""

MOST_NEWLINES = 3
MOST_SPACES = 8
"""Longest runs of newlines and spaces: two blank lines, two steps of indentation. Our choice."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MANY_SPACES = re.compile(rf"([^\S\n]{{{MOST_SPACES}}})[^\S\n]+")
_MANY_NEWLINES = re.compile(rf"\n{{{MOST_NEWLINES + 1},}}")
_GENERAL_MARK = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_TRAILING = " \t\n.,;:!?\u2026\u3002\u061f\u060c"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Words that may be handed on."""

    text: str = field(repr=False)
    shortened: bool  # words were cut off at the end; both sides should hear of it
    empty: bool  # nothing that can be seen is left


def clean_text(text: str, limit: int = TEXT_LIMIT) -> Cleaned:
    """The same words as valid NFC text of at most `limit` characters, nothing hidden in it.

    Never raises for any text, and cleaning twice is the same as cleaning once. A cut falls between
    what people see as characters, never inside a joined emoji.
    """
    whole = _squeezed(clean_characters(text))
    cut = whole
    if len(whole) > limit:
        cut = whole[: _boundary(whole, max(limit, 0))].rstrip(invisible.ZWJ).rstrip()
    return Cleaned(cut, len(cut) < len(whole) or len(text) > READ_AT_MOST, not cut)


def clean_characters(text: str) -> str:
    """As `clean_text`, but without touching spaces and newlines at the ends or cutting at a limit.

    Reads at most `READ_AT_MOST` characters. Lone surrogates become U+FFFD.
    """
    valid = text[:READ_AT_MOST].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if valid.isascii() and valid.isprintable():
        return valid
    valid = _BREAKS.sub("\n", valid).replace("\t", "    ").replace("\u2800", " ")
    visible = invisible.without_the_never_needed(valid)
    normal = unicodedata.normalize("NFC", _few_marks(visible))
    # Where something was taken from between two characters they may compose now: NFC once more.
    return unicodedata.normalize("NFC", _in_company(normal))


def folded(text: str) -> str:
    """How a text is compared with the words people can type: NFKC, caseless, nothing invisible.

    Runs of space become one and punctuation at the end goes, unless nothing else is there. Letters
    of other scripts that merely look alike are not folded: nobody acts on a likeness.
    """
    text = text[:READ_AT_MOST].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    for _ in range(2):  # casefolding can undo NFKC and the other way round, once
        plain = unicodedata.normalize("NFKC", _few_marks(invisible.without_any(text)))
        text = unicodedata.normalize("NFKC", invisible.without_any(plain).casefold())
    squeezed = " ".join(text.split())
    return squeezed.rstrip(_TRAILING) or squeezed


def _few_marks(text: str) -> str:
    """Long runs of combining marks cut to what normalising can bear."""
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for character in text:
        bare = unicodedata.category(character)[0] != "M" and not invisible.is_conditional(character)
        run = 0 if bare else run + 1
        if run <= STREAM_SAFE_MARKS:
            kept.append(character)
    return "".join(kept)


def _in_company(text: str) -> str:
    """Keep marks, joiners, selectors and direction marks only where they have something to do.

    Each is judged by what was kept before it, and marks only by how many there are: so a second
    look changes nothing, also after normalising has changed their order.
    """
    kept: list[str] = []
    base = last = ""
    marks = stacked = general = joined = 0
    right_to_left = False
    for position, character in enumerate(text):
        if character in invisible.JOINERS:
            after = text[position + 1 : position + 2]
            emoji = (
                character == invisible.ZWJ
                and _joins_emoji(base, after)
                and joined < MOST_JOINED - 1
            )
            fits = last not in invisible.JOINERS and (emoji or invisible.takes_joiners(base))
            joined += emoji
        elif character in invisible.DIRECTION_MARKS:
            fits = right_to_left and last not in invisible.DIRECTION_MARKS
        elif invisible.is_selector(character):
            fits = last == base and invisible.takes_selector(base, character)
        elif (category := unicodedata.category(character))[0] == "M":
            marks, stacked = marks + 1, stacked + (category != "Mc")
            general += _GENERAL_MARK.match(character) is not None
            fits = (
                marks <= MOST_MARKS
                and stacked <= MOST_STACKED_MARKS
                and general <= MOST_GENERAL_MARKS
            )
        else:
            joined = joined if last == invisible.ZWJ or _is_skin_tone(character) else 0
            right_to_left = right_to_left or unicodedata.bidirectional(character) in ("R", "AL")
            base, fits = character, True
            marks = stacked = general = 0
        if fits:
            kept.append(character)
            last = character
    return "".join(kept)


def _joins_emoji(base: str, after: str) -> bool:
    return bool(base and after) and invisible.is_picture(base) and invisible.is_picture(after)


def _is_skin_tone(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _squeezed(text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    return _MANY_NEWLINES.sub("\n" * MOST_NEWLINES, _MANY_SPACES.sub(r"\1", lines)).strip()


def _boundary(text: str, limit: int) -> int:
    """The last place at or before `limit` where nothing that belongs together is torn apart."""
    for place in range(limit, max(limit - LONGEST_CLUSTER, -1), -1):
        if not _belongs_to_what_is_before(text, place):
            return place
    return limit


def _belongs_to_what_is_before(text: str, place: int) -> bool:
    if place == 0:
        return False
    here, before = text[place], text[place - 1]
    if (
        unicodedata.category(here)[0] == "M"
        or invisible.is_conditional(here)
        or _is_skin_tone(here)
    ):
        return True
    if "\U000e0020" <= here <= "\U000e007f" or "\u1160" <= here <= "\u11ff":  # flag tags, Hangul
        return True
    if before == invisible.ZWJ:
        return True
    if _is_flag_half(here):
        halves = len(text[:place]) - len(text[:place].rstrip(_FLAG_HALVES))
        return halves % 2 == 1
    return False


_FLAG_HALVES = "".join(chr(code) for code in range(0x1F1E6, 0x1F200))


def _is_flag_half(character: str) -> bool:
    return character in _FLAG_HALVES
