"""From a text to what its words say: every word is accounted for, or named as not understood."""

import re
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.when import clocks, danish, days, english, lengths, rhythms
from bot.domain.when.facts import Date, Facts, NoSuchTime
from bot.domain.when.spelling import is_danish, plain
from bot.domain.when.vocabulary import Rule, rule

MOST_READINGS: Final = 64  # of one text; real ones have one or two

_IDLE: Final[tuple[Rule, ...]] = (
    rule(r"<idle>", lambda _: ((),)),
    rule(r"<from>", lambda _: ((),)),
    rule(r"i(?! (?:[0-9]|<number_word> ))", lambda _: ((),)),  # "i 10" is no word in a sentence
    rule(r"(?<=[^\W\d_] )-(?= [^\W\d_])", lambda _: ((),)),  # a dash between words
)
_RULES: Final = (*clocks.RULES, *days.RULES, *lengths.RULES, *rhythms.RULES, *_IDLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: each of `ways` is one way to read it. `unknown` are words without sense."""

    ways: tuple[Facts, ...]
    danish: bool
    unknown: tuple[str, ...] = field(default=(), repr=False)
    words: int = 0
    text: str = field(default="", repr=False)  # made plain


def read(text: str, zone: ZoneInfo) -> Reading:
    """Read a text from left to right, the longest phrase first; alternatives are kept."""
    said = plain(text)
    is_in_danish = is_danish(said)
    place = _place(zone)
    rows: list[tuple[Facts, ...]] = []
    unknown: list[str] = []
    at = 0
    while at < len(said):
        length, alternatives = _longest(said, at, place)
        if not length:
            word, _, _ = said[at:].partition(" ")
            unknown.append(word)
            length = len(word) + 1
        elif kept := _kept(alternatives, is_in_danish):
            rows.append(kept)
        at += length
    ways = tuple(
        dict.fromkeys(
            tuple(fact for facts in way for fact in facts)
            for way in islice(product(*rows), MOST_READINGS + 1)
        )
    )
    if len(ways) > MOST_READINGS:
        ways = ()
    return Reading(ways, is_in_danish, tuple(unknown), len(said.split()), said)


def _longest(said: str, at: int, place: Rule) -> tuple[int, tuple[Facts, ...]]:
    """How far the longest phrase that begins here goes, and what it may say."""
    length, alternatives = 0, list[Facts]()
    for one in (*_RULES, place):
        found = one.pattern.match(said, at)
        if found is None or found.end() - at < length:
            continue
        if not (meant := one.says(found)):
            continue
        if found.end() - at > length:
            length, alternatives = found.end() - at, []
        alternatives += meant
    return length, tuple(dict.fromkeys(alternatives))


def _kept(alternatives: tuple[Facts, ...], is_in_danish: bool) -> tuple[Facts, ...]:
    """Danes write the day first; no other alternative is ever dropped here.

    Words that say nothing beside words that say something are the same words, heard as idle.
    """
    if is_in_danish:
        european = tuple(
            facts
            for facts in alternatives
            if not any(isinstance(fact, Date) and fact.american for fact in facts)
        )
        alternatives = european or ((NoSuchTime(),),)
    return alternatives if any(alternatives) else ()


def _place(zone: ZoneInfo) -> Rule:
    """The name of the person's own zone may be said; another is not understood."""
    names = [zone.key.rpartition("/")[2].replace("_", " ").casefold()] if zone.key else []
    for language in (danish, english):
        names += language.PLACES.get(zone.key or "", ())
    words = "|".join(re.escape(name) for name in names) or r"\b\B"
    return rule(rf"(?:{words})(?: <place_time>)?", lambda _: ((),))
