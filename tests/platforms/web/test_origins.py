"""Nothing that changes something is done for another site, or for nobody knows whom."""

import aiohttp
import pytest

from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot

CHANGING = ("begin", "enter", "return", "leave", "files?id=aaaaaaaa&name=x", "left", "nothing")
FOREIGN = (
    "https://evil.example",
    "http://127.0.0.1",  # the port is part of an origin
    "https://127.0.0.1:{port}",  # and so is the scheme
    "http://127.0.0.1:{port}.evil.example",
    "http://127.0.0.1:{port}@evil.example",
    "http://127.0.0.1:{port}/",
    "HTTP://127.0.0.1:{port}",
    "http://127.0.0.1:{port} http://evil.example",
    "null",
    "",
)
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def _cookie(visitor) -> str:
    return "; ".join(f"{one.key}={one.value}" for one in visitor.http.cookie_jar)


async def _rows(bot: WebBot) -> int:
    import sqlalchemy as sa

    from storage.tables import visits

    return await bot.app.database.read(
        lambda db: db.count(sa.select(sa.func.count()).select_from(visits))
    )


@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_foreign_origin_is_sent_away_from_everything_that_changes_something(
    bot: WebBot, origin: str
):
    async with bot.visitor() as rosa:
        said = origin.format(port=bot.port)
        for path in CHANGING:
            sent = request("POST", f"/{path}", '{"language":"da"}', Origin=said,
                           Cookie=_cookie(rosa))  # fmt: skip
            assert (await asks(bot.port, sent)).status == 403, path

        upgrade = request("GET", "/socket", Origin=said, Cookie=_cookie(rosa), **UPGRADE)
        assert (await asks(bot.port, upgrade)).status == 403
        assert await _rows(bot) == 1
        await rosa.says("still here")


async def test_so_is_whoever_names_none(bot: WebBot):
    async with bot.visitor() as rosa:
        for path in CHANGING:
            sent = request("POST", f"/{path}", "{}", Cookie=_cookie(rosa))
            assert (await asks(bot.port, sent)).status == 403, path

        assert (await asks(bot.port, request("GET", "/socket", Cookie=_cookie(rosa),
                                             **UPGRADE))).status == 403  # fmt: skip
        assert await _rows(bot) == 1


@pytest.mark.parametrize("more", [{"Upgrade": "WebSocket"}, {"Upgrade": "websocket\t"}, {}])
async def test_a_socket_cannot_be_had_by_other_words(bot: WebBot, more: dict[str, str]):
    async with bot.visitor() as rosa:
        said = {**UPGRADE, **more} if more else {"Connection": "Upgrade"}
        sent = request("GET", "/socket", Cookie=_cookie(rosa), **said)

        assert (await asks(bot.port, sent)).status in (400, 403)


async def test_the_pages_own_origin_is_let_in_by_each_of_its_names(bot: WebBot):
    for host in ("127.0.0.1", "localhost", "[::1]"):
        sent = request("POST", "/begin", "{}", Origin=f"http://{host}:{bot.port}")
        assert (await asks(bot.port, sent)).status == 201


async def test_looking_needs_no_origin_and_gives_nothing_to_other_sites(bot: WebBot):
    async with (
        aiohttp.ClientSession() as http,
        http.get(bot.base, headers={"Origin": "https://evil.example"}) as answer,
    ):
        assert answer.status == 200
        assert not [name for name in answer.headers if name.startswith("Access-Control")]


async def test_no_other_way_of_asking_is_understood(bot: WebBot):
    own = f"http://127.0.0.1:{bot.port}"
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"):
        for path in ("/", "/begin", "/leave", "/socket", "/files"):
            assert (await asks(bot.port, request(method, path, Origin=own))).status == 405
