"""Which characters cannot be seen, and where some of them are needed all the same."""

import re

ZWNJ = "\u200c"
ZWJ = "\u200d"
JOINERS = ZWNJ + ZWJ
DIRECTION_MARKS = (
    "\u200e\u200f\u061c"  # LRM, RLM, ALM: they hint, they cannot reorder others' words
)

_TAGS = "[\U000e0000-\U000e007f]"
_FLAG_TAGS = "|".join(
    "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
# England, Scotland and Wales: the only tag sequences that Unicode recommends (emoji-sequences.txt).
_FLAG_OR_TAG = re.compile(f"(\U0001f3f4(?:{_FLAG_TAGS}))|{_TAGS}")

# Unicode's Default_Ignorable_Code_Point and Cf; controls; noncharacters. Not those decided by their
# surroundings (joiners, direction marks, selectors, flag tags) nor the Arabic signs that are seen.
_NEVER = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]+"
)
_SOMETIMES = re.compile(
    f"[{JOINERS}{DIRECTION_MARKS}\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]+"
)

# Arabic to N'Ko, the scripts of India and Sri Lanka, Myanmar, Khmer, Mongolian, their extensions.
_JOINING_SCRIPTS = re.compile(
    "[\u0600-\u07ff\u0840-\u0dff\u1000-\u109f\u1780-\u18af\u1900-\u1aaf\u1b00-\u1bff\ua800-\uabff"
    "\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_MONGOLIAN = re.compile("[\u1820-\u18aa]")


def without_the_never_needed(text: str) -> str:
    """Drop controls, direction overrides and isolates, fillers, noncharacters and stray tags.

    The flags of England, Scotland and Wales keep their tags. Newlines and tabs stay.
    """
    kept = _FLAG_OR_TAG.sub(lambda match: match[1] or "", text)
    return _NEVER.sub("", kept)


def without_any(text: str) -> str:
    """Drop all that cannot be seen, also where a script needs it: for comparing only."""
    return _SOMETIMES.sub("", _NEVER.sub("", re.sub(_TAGS, "", text)))


def is_conditional(character: str) -> bool:
    """Whether the character is invisible and belongs only in certain company."""
    return _SOMETIMES.match(character) is not None


def is_selector(character: str) -> bool:
    """Whether it chooses the look of the character before it."""
    return is_conditional(character) and character not in JOINERS + DIRECTION_MARKS


def takes_joiners(base: str) -> bool:
    """Whether ZWJ and ZWNJ change how this script is written."""
    return _JOINING_SCRIPTS.match(base) is not None


def takes_selector(base: str, selector: str) -> bool:
    """Whether this variation selector can change the look of `base`.

    Emoji and the signs that have an emoji look (digits for keycaps, arrows, U+2139) take the text
    and emoji selectors; Han takes its own; Mongolian letters take theirs.
    """
    if selector in "\ufe0e\ufe0f":
        return is_picture(base) or base in _KEYCAP_AND_SIGNS
    if "\u180b" <= selector <= "\u180f":
        return _MONGOLIAN.match(base) is not None
    return _IDEOGRAPH.match(base) is not None


# From emoji-data.txt: what has an emoji look though its general category is not "other symbol".
_KEYCAP_AND_SIGNS = frozenset("0123456789#*\u203c\u2049\u2139\u2194\u25fd\u25fe\u3030\u303d")
_PICTURE = re.compile(
    "[\xa9\xae\u2122\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3297\u3299\U0001f000-\U0001faff]"
)


def is_picture(character: str) -> bool:
    """Whether it is, or may be shown as, an emoji that others can be joined to.

    By block rather than by name, so that emoji newer than Python's Unicode data pass too.
    """
    return _PICTURE.match(character) is not None
