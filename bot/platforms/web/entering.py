"""Coming in and going: a visit begins with a cookie, and ends without a trace."""

import asyncio
import logging
import re
import secrets
from datetime import datetime, timedelta
from typing import Annotated, Literal, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.config import ServiceConfig
from bot.domain import phrases
from bot.domain.by_role import MadeBy
from bot.messages import Left, Opened, Rattled, Vanished
from bot.platforms.web.guarding import Limits, whence
from bot.platforms.web.hall import Hall, address_of
from storage import people, visits, ways_in
from storage.database import Transaction, is_trouble
from storage.visitor_seal import new_secret
from storage.visits import Visit
from storage.ways_in import Kind

log = logging.getLogger(__name__)

RATTLED_AT = 30  # keys that do not exist, within an hour, before coordinators hear of it
_SECRET = re.compile(r"[A-Za-z0-9_-]{20,64}")  # a cookie that is worth looking up


class Begin(BaseModel):
    """What the page sends to begin."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)
    language: Literal["da", "en"] = "da"


class Enter(Begin):
    """What it sends to sign in by a link."""

    key: Annotated[str, Field(min_length=1, max_length=100)]


class Return(Begin):
    """What it sends to come back by a phrase."""

    phrase: Annotated[str, Field(min_length=1, max_length=200)]


Wish = TypeVar("Wish", bound=Begin)


class Entrance:
    """Begins and ends visits."""

    def __init__(self, hall: Hall, limits: Limits, cookie: str) -> None:
        self._hall = hall
        self._limits = limits
        self._cookie = cookie
        self._wrong: tuple[str, int] = ("", 0)  # in which hour, how many

    async def visit(self, request: web.Request) -> tuple[Visit, str] | None:
        """The visit a request belongs to, with its secret; None if there is none."""
        secret = request.cookies.get(self._cookie, "")
        if not _SECRET.fullmatch(secret):
            return None
        found = await self._hall.database.read(visits.find, secret, self._hall.now())
        return None if found is None else (found, secret)

    async def begin(self, request: web.Request) -> web.Response:
        """Begin a visit, unless there is one."""
        wish = await self._read(request, Begin)
        if known := await self.visit(request):
            visit, secret = known
            await self._hall.seen([visit.id])
            return self._with_cookie(request, secret, visit.signed_in)
        if wait := self._limits.begins.wait(whence(request, self._hall.page)):
            raise _too_many(wait)
        if len(self._hall.live) >= self._hall.page.most_visitors:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "60"})
        answer = await self._admit(request, secrets.token_urlsafe(18), False, wish.language)
        answer.set_status(201)  # a new one: whatever the page shows belongs to another
        return answer

    async def enter(self, request: web.Request) -> web.Response:
        """Sign in by a link: once."""
        wish = await self._read(request, Enter)
        return await self._by_key(request, Kind.LINK, wish.key, wish.language)

    async def come_back(self, request: web.Request) -> web.Response:
        """Come back by a phrase."""
        wish = await self._read(request, Return)
        return await self._by_key(request, Kind.PHRASE, phrases.plain(wish.phrase), wish.language)

    async def leave(self, request: web.Request) -> web.Response:
        """Leave without a trace."""
        try:
            if known := await self.visit(request):
                visit, _ = known
                await self.gone(visit, "left")
        except Exception as fault:
            if not is_trouble(fault):
                raise
            # Their browser forgets it all the same; here it runs out, and nobody can open it.
            log.warning("left-in-trouble", extra={"action": "left-in-trouble"})
        return self._without_cookie(request)

    async def gone(self, visit: Visit, why: str) -> None:
        """End a visit for good: what it was shown, and the person, unless they have a role here."""
        # In their turn: what they say at the same moment comes before it, or not at all.
        async with self._hall.turn(visit.account):
            await self._gone(visit, why)

    async def _gone(self, visit: Visit, why: str) -> None:
        others = await self._hall.database.read(_others, visit)
        if not visit.signed_in:
            await self._hall.tell(Vanished, visit.account, f"vanished:{visit.id}")
            await self._hall.database.run(ways_in.close, visit.account)
            ended = await self._hall.database.run(visits.end_all, visit.account)
        else:
            if not others:
                await self._hall.tell(Left, visit.account, f"left:{visit.id}")
            await self._hall.database.run(visits.end, visit.id)
            ended = [visit.id]
        for one in ended:
            self._hall.live.over(one, why)

    async def _by_key(
        self, request: web.Request, kind: Kind, key: str, language: str
    ) -> web.Response:
        who = whence(request, self._hall.page)
        # Counted before we look: a thousand tried at once are not one.
        if wait := self._limits.wrong_keys.wait(who):
            raise _too_many(wait)
        secret = new_secret()
        visit = await self._hall.database.run(
            _let_in,
            self._hall.service,
            kind,
            key,
            secret,
            self._hall.lasts(kind is Kind.LINK),
            self._hall.now(),
        )
        if visit is None:
            await self._rattled()
            raise web.HTTPForbidden
        self._limits.wrong_keys.give_back(who)
        await self._greet(visit, language)
        return self._with_cookie(request, secret, visit.signed_in)

    async def _rattled(self) -> None:
        now = self._hall.now()
        hour, count = f"{now:%Y-%m-%dT%H}", 1
        if self._wrong[0] == hour:
            count += self._wrong[1]
        self._wrong = (hour, count)
        if count == RATTLED_AT:
            await self._hall.hear(Rattled(id=f"web:rattled:{hour}", at=now, platform="web",
                                          count=count))  # fmt: skip

    async def _admit(
        self, request: web.Request, account: str, signed_in: bool, language: str
    ) -> web.Response:
        secret = new_secret()
        visit = await self._hall.database.run(
            visits.begin, secret, account, signed_in, self._hall.lasts(signed_in), self._hall.now()
        )
        await self._greet(visit, language)
        return self._with_cookie(request, secret, signed_in)

    async def _greet(self, visit: Visit, language: str) -> None:
        async with self._hall.turn(visit.account):
            await self._hall.tell(Opened, visit.account, f"opened:{visit.id}", language)

    async def _read(self, request: web.Request, kind: type[Wish]) -> Wish:
        """The wish in a request's body. Raises an HTTPException."""
        try:
            async with asyncio.timeout(self._hall.patience.body):
                body = await request.read()
            return kind.model_validate_json(body or b"{}")
        except TimeoutError:
            raise web.HTTPRequestTimeout from None
        except ValidationError:
            raise web.HTTPBadRequest from None

    def _with_cookie(self, request: web.Request, secret: str, signed_in: bool) -> web.Response:
        # A visitor's cookie goes with the browser's window; who signed in stays.
        kept = f"; Max-Age={int(self._hall.lasts(True).total_seconds())}" if signed_in else ""
        return self._answer(request, f"{self._cookie}={secret}{kept}")

    def _without_cookie(self, request: web.Request) -> web.Response:
        return self._answer(request, f"{self._cookie}=; Max-Age=0")

    def _answer(self, request: web.Request, cookie: str) -> web.Response:
        path = request.path.rpartition("/")[0] + "/"
        page = self._hall.page
        rules = "SameSite=Strict"
        if page.secure:
            # In a panel on another site a cookie comes along only so, and in a jar of that site's own.
            framed = "SameSite=None; Partitioned" if page.embed_on else "SameSite=Strict"
            rules = f"Secure; {framed}"
        header = f"{cookie}; Path={path}; HttpOnly; {rules}"
        return web.Response(status=204, headers={"Set-Cookie": header})


def _too_many(wait: int) -> web.HTTPTooManyRequests:
    return web.HTTPTooManyRequests(headers={"Retry-After": str(wait)})


def _others(db: Transaction, visit: Visit) -> bool:
    """Whether somebody has another visit than this one."""
    return any(one.id != visit.id for one in visits.of_account(db, visit.account))


def _let_in(
    db: Transaction,
    service: ServiceConfig,
    kind: Kind,
    key: str,
    secret: str,
    lasts: timedelta,
    now: datetime,
) -> Visit | None:
    """Use a key, and begin a visit for whoever it lets in as: both, or neither."""
    way = ways_in.use(db, kind, key, now)
    if way is None:
        return None
    if way.coordinates:
        account = address_of(way.account)
        people.appoint(db, account, service.language, service.time_zone, now, MadeBy.LINK)
    return visits.begin(db, secret, way.account, kind is Kind.LINK, lasts, now)
