"""The page a visitor opens: written from its template, our texts and the crisis doors."""

import html
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template
from types import MappingProxyType

from bot.config import Config
from bot.config.crisis import EMERGENCY, Door
from bot.texts import Catalogue
from bot.texts.facts import FACT_NAMES
from bot.texts.shapes import LANGUAGES

EXIT_TO = "https://www.wikipedia.org/"
"""Where the quick exit leads if the configuration names no other address."""

FILE_LIMIT = 10 * 1024 * 1024
"""Bytes a file may have if the configuration does not say."""

_TOPIC = "web-"
_FOLDER = resources.files("bot.platforms.web") / "page"
_KINDS = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
# An element with nothing in it says the text its `data-word` names; `data-label` is its aria-label.
_WORD = re.compile(r'data-word="([a-z0-9-]+)"([^<>]*)></')
_LABEL = re.compile(r'data-label="([a-z0-9-]+)"')

Words = Mapping[str, str]


def page(
    catalogue: Catalogue,
    config: Config,
    language: str,
    *,
    exit_to: str = EXIT_TO,
    file_limit: int = FILE_LIMIT,
    demo: bool = False,
) -> str:
    """The whole page in `language`, crisis doors included; complete without any script.

    `exit_to` is where the quick exit leads, `file_limit` the bytes a file may have (0: none). In a
    `demo` the quick exit clears the pane and stays there, and times are those of the service's zone,
    wherever the browser is. A language we do not speak is Danish.
    """
    tongue = _spoken(language)
    doors = _doors_in_order(config)
    words = {each: _words(catalogue, config, doors, each) for each in LANGUAGES}
    block = {
        "language": tongue,
        "exit_to": exit_to,
        "file_limit": file_limit,
        "demo": demo,
        "zone": config.service.time_zone if demo else None,
        "words": words,
    }
    return _filled(
        _read("index.html"),
        words[tongue],
        language=tongue,
        other=next(each for each in LANGUAGES if each != tongue),
        look="demo" if demo else "page",
        service=html.escape(config.service.name),
        exit_to=html.escape(exit_to),
        block=_safe_json(block),
        modules=_modules(),
        first_doors=_worded("".join(map(_door, range(2), doors)), words[tongue]),
        other_doors=_worded("".join(map(_door, range(2, len(doors)), doors[2:])), words[tongue]),
    )


def left(catalogue: Catalogue, language: str) -> str:
    """The page after somebody has left: it names nobody, and runs no script."""
    tongue = _spoken(language)
    return _filled(_read("left.html"), _texts(catalogue, tongue), language=tongue)


def embed(catalogue: Catalogue, language: str) -> str:
    """The script for an organisation's own page; `language` is used where that page says none."""
    words = {
        each: {
            name: text
            for name, text in _texts(catalogue, each).items()
            if name.startswith("web-embed-")
        }
        for each in LANGUAGES
    }
    script = _read("embed.js")
    return script.replace('"$words"', _safe_json({"language": _spoken(language), "words": words}))


@cache
def static() -> Mapping[str, tuple[bytes, str]]:
    """Everything under `static/`: name -> bytes and content type. Read once."""
    found = {}
    for file in _FOLDER.iterdir():
        kind = _KINDS.get(file.name[file.name.rfind(".") :])
        if kind and file.name != "embed.js":
            found[file.name] = (file.read_bytes(), kind)
    return MappingProxyType(found)


@cache
def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _spoken(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


def _filled(template: str, words: Words, **values: str) -> str:
    # What is put into a place is not read again, whatever it says.
    spared = {name: text.replace("$", "$$") for name, text in words.items()}
    return Template(_worded(template, spared)).substitute(values)


def _worded(markup: str, words: Words) -> str:
    """The markup with every named text in its place."""
    said = _WORD.sub(lambda found: f"{found[0][:-2]}{html.escape(words[found[1]])}</", markup)
    return _LABEL.sub(lambda found: f'{found[0]} aria-label="{html.escape(words[found[1]])}"', said)


def _words(catalogue: Catalogue, config: Config, doors: list[Door], language: str) -> Words:
    """Everything the page says in one language, by id; `door-N` is what the door is for."""
    about = {f"door-{at}": _about(door, language) for at, door in enumerate(doors)}
    return {"service": config.service.name, **about, **_texts(catalogue, language)}


def _texts(catalogue: Catalogue, language: str) -> Words:
    """The page's texts. What only the page knows stands in braces by its name, for it to fill in."""
    texts = {}
    for name in sorted(catalogue.ids(language)):
        if name.startswith(_TOPIC):
            known_later = catalogue.shape(name, language).variables - FACT_NAMES
            places = {variable: f"{{{variable}}}" for variable in known_later}
            texts[name] = catalogue.render(name, places, language, "UTC").text
    return texts


def _doors_in_order(config: Config) -> list[Door]:
    """112 first, then the doors for everyone, then the others."""
    return sorted(
        config.crisis.open_doors(),
        key=lambda door: (door.number != EMERGENCY, door.audience != "everyone"),
    )


def _about(door: Door, language: str) -> str:
    return next((words for tongue, words in door.about.items() if tongue == language), "")


def _door(at: int, door: Door) -> str:
    dialled = re.sub(r"[^+\d]", "", door.number)
    about = f' <span class="about" data-word="door-{at}"></span>' if door.about else ""
    return (
        f'<li><a href="tel:{dialled}"><strong>{html.escape(door.number)}</strong> '
        f"<span>{html.escape(door.name)}</span></a>{about}</li>"
    )


def _modules() -> str:
    # All at once: otherwise a browser learns of each only from the one that needs it.
    names = sorted(name for name in static() if name.endswith(".js"))
    return "\n".join(f'<link rel="modulepreload" href="static/{name}">' for name in names)


def _safe_json(value: object) -> str:
    """JSON that can stand in a script element and in HTML whatever words are in it."""
    escaped = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        escaped = escaped.replace(sign, f"\\u{ord(sign):04x}")
    return escaped
