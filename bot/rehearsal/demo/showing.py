"""The demo's own page around the three panes: what it is made of, and what it may ask of the town."""

import html
import json
import tomllib
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from aiohttp import web

from bot.platforms.web.door import COOKIE
from bot.rehearsal.demo.hands import Hands, News
from bot.rehearsal.demo.open_town import OpenTown
from bot.rehearsal.demo.seats import Seats
from bot.rehearsal.demo.tour import STEPS, Tour
from bot.rehearsal.sayings import Sayings
from bot.rehearsal.town import ZONE
from bot.rehearsal.volunteers_who_answer import Company

LANGUAGES = ("da", "en")
NEARER_DANISH = ("da", "nb", "nn", "no", "sv")  # read more easily than English by most
NEWS_SHOWN = 3
_FOLDER = Path(__file__).parent / "page"
_KINDS = {".js": "text/javascript", ".css": "text/css"}


class Showing:
    """Serves it, beside the panes and behind the same guards. `language` None: as the browser has it."""

    def __init__(
        self,
        town: OpenTown,
        company: Company,
        seats: Seats,
        hands: Hands,
        tour: Tour,
        language: str | None,
    ) -> None:
        self.hands = hands
        self._town = town
        self._company = company
        self._seats = seats
        self._tour = tour
        self._language = language

    def open(self, app: web.Application) -> None:
        """Add its addresses to the page's server, before that starts."""
        app.router.add_get("/", self._page)
        app.router.add_get("/town/state", self._state)
        app.router.add_get("/town/{name}", self._file)
        app.router.add_post("/town/turn/{what}", self._turn)
        app.router.add_post("/town/speak/{language}", self._speak)

    async def _page(self, request: web.Request) -> web.Response:
        if self._language is None:
            self._speaks(_wished(request))
        language = self._company.sayings.language
        page = Template((_FOLDER / "index.html").read_text(encoding="utf-8"))
        words = {each: words_of(each)["page"] for each in LANGUAGES}
        block = {"language": language, "zone": ZONE, "words": words}
        text = page.substitute(
            language=language,
            block=_safe_json(block),
            no_script=html.escape(words[language]["no-script"]),
        )
        answer = web.Response(text=text, content_type="text/html")
        for pane, secret in (await self._seats.keys(language)).items():
            # One cookie for each pane's path: three panes of one browser are three people.
            cookie = f"{COOKIE}={secret}; Path=/{pane}/; HttpOnly; SameSite=Strict"
            answer.headers.add("Set-Cookie", cookie)  # `set_cookie` keeps one of a name
        return answer

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]
        found = _files().get(name)
        if found is None:
            raise web.HTTPNotFound
        return web.Response(text=found, content_type=_KINDS[Path(name).suffix], charset="utf-8")

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(
            {
                "now": self._town.now.isoformat(timespec="seconds"),
                "language": self._company.sayings.language,
                "away": self._company.away,
                "steps": STEPS,
                "done": self._tour.done(),
                "news": [_told(news) for news in list(self.hands.news)[-NEWS_SHOWN:]],
            }
        )

    async def _turn(self, request: web.Request) -> web.Response:
        what = request.match_info["what"]
        if what not in self.hands.turns:
            raise web.HTTPNotFound
        await self.hands.turn(what)
        return await self._state(request)

    async def _speak(self, request: web.Request) -> web.Response:
        language = request.match_info["language"]
        if language not in LANGUAGES:
            raise web.HTTPNotFound
        self._speaks(language)
        return await self._state(request)

    def _speaks(self, language: str) -> None:
        self._language = language
        self._company.sayings = Sayings(language)


def _told(news: News) -> dict[str, Any]:
    return {
        "number": news.number,
        "at": news.at.isoformat(timespec="seconds"),
        "text": news.text,
        "words": dict(news.words),
    }


def _wished(request: web.Request) -> str:
    wish = request.headers.get("Accept-Language", "")[:2].casefold()
    return "da" if wish in NEARER_DANISH else "en"


@cache
def words_of(language: str) -> dict[str, Any]:
    """Everything the demo says in this language (`da` or `en`)."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def _files() -> dict[str, str]:
    """What may be asked for by name, read once; nothing else is to be had."""
    found = (path for path in _FOLDER.iterdir() if path.suffix in _KINDS)
    return {path.name: path.read_text(encoding="utf-8") for path in found}


def _safe_json(value: object) -> str:
    """JSON that can stand in a script element whatever words are in it."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
