"""Every text the bot says, by id, in a person's language, zone and programme."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape
from typing import Any

from bot.domain.refusal import Arg
from bot.relaying.words import folded
from bot.texts import markup, moments
from bot.texts.entries import Bundle, Entries
from bot.texts.facts import Facts
from bot.texts.faults import TextFault, TextProblems
from bot.texts.overrides import Overrides, read_overrides
from bot.texts.shapes import LANGUAGES, Shape, entries_of, shape_of

GENERIC = "something-went-wrong"
CHOICE = "choice-"
MARKED = ("at", "when", "zoned")  # times that a reader's own clock may show otherwise
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text to send. `html` says the same with emphasis, by `<strong>` and `<br>`, or is None."""

    text: str = field(repr=False)
    html: str | None = field(default=None, repr=False)


def list_choices(
    rendered: Rendered, choices: Sequence[tuple[int, str]], prefix: str = ""
) -> Rendered:
    """The text followed by its choices, a numbered line each, so that each can be typed.

    Choices are numbers and labels; those that are nothing but their number stand in one line. `prefix`
    is what has to be typed before the number: "!" inside a contact.
    """
    bare = [f"{prefix}{number}" for number, label in choices if label == str(number)]
    lines = [" · ".join(bare)] if bare else []
    lines += [f"{prefix}{n} · {label}" for n, label in choices if label != str(n)]
    if not lines:
        return rendered
    listed = "\n\n" + "\n".join(lines)
    if rendered.html is None:
        return Rendered(rendered.text + listed)
    return Rendered(rendered.text + listed, rendered.html + markup.as_html(listed, {}, {}))


class Catalogue:
    """The texts of all languages. Make one with `load`; safe to share, it never says another thing.

    `strict` (tests, rehearsal) raises `TextFault` for whatever is missing. Otherwise a person hears
    the text in another language, or a kind general one, and the log the id alone.
    """

    def __init__(
        self,
        entries: Mapping[str, Entries],
        overrides: Overrides,
        facts: Facts,
        *,
        strict: bool,
    ) -> None:
        self._strict = strict
        self._facts = facts
        self._entries = entries
        self._bundles: dict[tuple[str | None, str], Bundle] = {
            (None, language): Bundle(language, entries[language], {}) for language in LANGUAGES
        }
        for programme, by_language in overrides.items():
            for language, own in by_language.items():
                worded = dict(entries_of([own]))
                self._bundles[programme, language] = Bundle(language, entries[language], worded)
        self._words: dict[str, frozenset[str]] = {}

    @classmethod
    def load(
        cls,
        extra: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None,
        facts: Facts | None = None,
        *,
        strict: bool = False,
    ) -> "Catalogue":
        """The texts that come with the bot, under the own wording of programmes.

        `extra`: programme -> language -> text id -> Fluent (`Programme.texts`). `facts`: what every
        text may mention (`facts_of`). Raises TextProblems with everything that is wrong.
        """
        problems: list[str] = []
        entries = {language: Entries.of(language) for language in LANGUAGES}
        for language, texts in entries.items():
            problems += [f"{language}: {id} is written twice" for id in sorted(texts.twice)]
            if GENERIC not in texts:
                problems.append(f"{language}: {GENERIC} is missing")
        overrides, wrong = read_overrides(extra or {}, entries)
        if problems + wrong:
            raise TextProblems(problems + wrong)
        return cls(entries, overrides, facts or {}, strict=strict)

    def render(
        self,
        text_id: str,
        args: Mapping[str, Arg],
        language: str,
        zone: str,
        programme: str | None = None,
        *,
        rich: Mapping[str, str] | None = None,
        marks_times: bool = False,
    ) -> Rendered:
        """The text with its arguments.

        `marks_times`: times stand in `html` as `<time datetime="2030-01-08T19:00+01:00">`, for readers
        whose program can tell them by another clock.

        Words are escaped in `html`; `rich` may hold safe HTML for some of them, which makes the
        result have `html`. A time is told as the end of its name says: `at` 19:30, `day` Thursday
        26 November, `when` both. Raises TextFault if strict.
        """
        safe = {**(_times(args, language, zone) if marks_times else {}), **(rich or {})}
        for home, tongue in self._ways(programme, language):
            try:
                return self._rendered(text_id, args, home, tongue, zone, safe)
            except TextFault:
                if self._strict:
                    raise
                log.warning("text-missing", extra={"action": "text-missing", "text": text_id})
        tongue = language if language in LANGUAGES else LANGUAGES[0]
        return self._rendered(GENERIC, {}, None, tongue, zone, {})

    def label(self, choice: str, language: str) -> str:
        """What a choice is called; its id if nobody gave it a name (raises TextFault if strict)."""
        if f"{CHOICE}{choice}" not in self._entries[LANGUAGES[0]] and not self._strict:
            return choice
        return self.render(f"{CHOICE}{choice}", {}, language, "UTC").text

    def words_of(self, choice: str) -> frozenset[str]:
        """What may be typed or pressed for a choice, in any language, folded; empty if unknown."""
        if choice not in self._words:
            self._words[choice] = self._all_words(choice)
        return self._words[choice]

    def ids(self, language: str) -> frozenset[str]:
        """All text ids of a language."""
        return frozenset(id for id in self._entries[language] if not id.startswith("-"))

    def shape(self, text_id: str, language: str) -> Shape:
        """What a text needs and offers, those it refers to included. Raises KeyError."""
        shape = shape_of(self._entries[language][text_id])
        below = [self.shape(reference, language) for reference in shape.references]
        return Shape(
            variables=shape.variables.union(*(one.variables for one in below)),
            selectors={k: v for one in (*below, shape) for k, v in one.selectors.items()},
            attributes=shape.attributes,
            references=shape.references,
        )

    def _ways(self, programme: str | None, language: str) -> Iterator[tuple[str | None, str]]:
        known = [language] if language in LANGUAGES else []
        for tongue in dict.fromkeys([*known, *LANGUAGES]):
            if programme is not None and (programme, tongue) in self._bundles:
                yield programme, tongue
            yield None, tongue

    def _rendered(
        self,
        text_id: str,
        args: Mapping[str, Arg],
        programme: str | None,
        language: str,
        zone: str,
        rich: Mapping[str, str],
    ) -> Rendered:
        bundle = self._bundles[programme, language].said(text_id)
        if bundle is None:
            raise TextFault(text_id, f"there is no such text in {language}")
        words: dict[str, str] = {}
        values = {
            name: _value(text_id, name, arg, language, zone, words)
            for name, arg in {**self._facts.get(language, {}), **args}.items()
        }
        pattern = bundle.get_message(text_id).value
        if pattern is None:
            raise TextFault(text_id, "it has attributes only")
        said, errors = bundle.format_pattern(pattern, values)
        if errors or not isinstance(said, str):
            raise TextFault(text_id, "; ".join(map(str, errors)))
        html = None
        if rich or markup.is_marked(said):
            html = markup.as_html(said, words, rich)
        return Rendered(markup.as_text(said, words), html)

    def _all_words(self, choice: str) -> frozenset[str]:
        words: set[str] = set()
        for language in LANGUAGES:
            bundle = self._bundles[None, language].said(CHOICE + choice)
            if bundle is None:
                continue
            message = bundle.get_message(CHOICE + choice)
            patterns = [message.value, message.attributes.get("words")]
            for pattern in filter(None, patterns):
                said, _ = bundle.format_pattern(pattern, {})
                listed = str(said).split(",") if pattern is patterns[1] else [str(said)]
                words |= {word.strip().rstrip("\ufe0f") for word in listed}
        return frozenset({folded(word) for word in words} | words) - {""}


def _times(args: Mapping[str, Arg], language: str, zone: str) -> dict[str, str]:
    """The times among the arguments, marked. A day alone is no time."""
    tongue = language if language in LANGUAGES else LANGUAGES[0]
    found: dict[str, str] = {}
    for name, arg in args.items():
        ending = moments.ending_of(name)
        if isinstance(arg, datetime) and arg.tzinfo is not None and ending in MARKED:
            told = moments.told(arg, ending, tongue, zone)
            found[name] = f'<time datetime="{moments.wall(arg, zone)}">{escape(told)}</time>'
    return found


def _value(
    text_id: str, name: str, arg: Arg, language: str, zone: str, words: dict[str, str]
) -> Any:
    """What Fluent gets for an argument; what is to be shown for it goes into `words`."""
    match arg:
        case bool():
            words[name] = "yes" if arg else "no"
        case int() | float():
            return arg
        case str():
            words[name] = arg
        case None:
            words[name] = ""
        case datetime() if (ending := moments.ending_of(name)) and arg.tzinfo is not None:
            words[name] = moments.told(arg, ending, language, zone)
        case date() if not isinstance(arg, datetime) and moments.ending_of(name) == "day":
            words[name] = moments.told_day(arg, language)
        case _:
            raise TextFault(
                text_id, f"${name} is not text, a number, or an aware time ending in at, day, when"
            )
    return markup.Slot(name, words[name])
