"""Who comes to the page leaves no address, no browser and no page before it, anywhere."""

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime import logs
from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot
from tests.platforms.web.at_door import cookie_of, everything_kept, origin, secret_of

ADDRESS = "203.0.113.77"
TELLING = {
    "User_Agent": "Mozilla/5.0 CanaryBrowser/77.1",
    "Referer": "https://canary-referrer.example/private?q=canaryquery",
    "X_Forwarded_For": ADDRESS,
    "X_Real_IP": ADDRESS,
    "Forwarded": f"for={ADDRESS}",
    "Accept_Language": "da-DK,canarylang;q=0.5",
    "Sec_CH_UA": '"CanaryBrand";v="77"',
    "From": "canary@person.example",
    "Authorization": "Basic Y2FuYXJ5OnBhc3M=",
}
CANARIES = (
    ADDRESS, "CanaryBrowser", "canary-referrer", "canaryquery", "canarylang", "CanaryBrand",
    "canary@person", "Y2FuYXJ5OnBhc3M", "canary words of rosa", "canaryname", "canary phrase here",
    "canarykey", "canarybody",
)  # fmt: skip
IN_ONES_OWN_EYES = ("127.0.0.1",)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that our own log would say, with everything switched on."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    handler.setFormatter(logs.Quiet(json_lines=True))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    for name in ("aiohttp", "aiohttp.access", "aiohttp.server", "aiohttp.web", "asyncio", "bot",
                 "storage", "handlers", "sqlalchemy.engine"):  # fmt: skip
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield said
    root.removeHandler(handler)
    root.setLevel(before)
    for name in ("aiohttp", "aiohttp.access", "aiohttp.server", "aiohttp.web", "asyncio", "bot",
                 "storage", "handlers", "sqlalchemy.engine"):  # fmt: skip
        logging.getLogger(name).setLevel(logging.NOTSET)


async def _an_evening(bot: WebBot) -> str:
    """Everything that can be asked of the page, by somebody whose browser tells a great deal."""
    own = origin(bot)
    begun = await asks(bot.port, request("POST", "/begin", "{}", Origin=own, **TELLING))
    cookie = begun.headers["set-cookie"].partition(";")[0]
    with_cookie = {"Origin": own, "Cookie": cookie, **TELLING}
    for said in (
        request("GET", "/?lang=canaryquery", **TELLING),
        request("GET", "/canaryname?canaryquery", **TELLING),
        request("GET", "/static/canaryname.js", **TELLING),
        request("POST", "/begin", '{"canarybody":1}', **with_cookie),
        request("POST", "/begin", "canarybody", **with_cookie),
        request("POST", "/enter", '{"key":"canarykey"}', **with_cookie),
        request("POST", "/return", '{"phrase":"canary phrase here"}', **with_cookie),
        request("POST", "/files?id=aaaaaaaaaa&name=canaryname.png", b"canarybody", **with_cookie),
        request("GET", "/files/canaryname", **with_cookie),
        request("GET", "/files/aaaaaaaaaa", **with_cookie),
        request(
            "POST", "/begin", "{}", **{**with_cookie, "Origin": "https://canary-referrer.example"}
        ),
        b"canarybody / HTTP/9.9\r\n\r\n",
        request("GET", "/", **{**TELLING, "Cookie": "canarykey=" + "x" * 20_000}),
    ):
        await asks(bot.port, said)
    return cookie


async def test_a_log_with_everything_on_and_the_database_hold_nothing_of_it(
    tmp_path: Path, log: io.StringIO
):
    async with WebBot(tmp_path, behind_proxy=True) as bot:
        cookie = await _an_evening(bot)
        async with bot.visitor() as rosa:
            await bot.come_in(rosa)
            await rosa.says("canary words of rosa")
            await rosa.send({"do": "canarybody", "id": "aaaaaaaaaa"})
            await rosa.until(lambda: rosa.refused, what="refused")
            kept = await everything_kept(bot)
            secret = secret_of(rosa)
            account = await bot.account_of(rosa)
        said = log.getvalue()

    assert len(said.splitlines()) > 20
    for canary in (*CANARIES, *IN_ONES_OWN_EYES, secret, cookie.partition("=")[2], account):
        assert canary not in said, canary
        assert canary.encode() not in kept, canary


async def test_a_fault_of_ours_says_where_and_nothing_of_what(
    bot: WebBot, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
):
    from bot.platforms.web import entering

    def breaks(*_: object, **__: object) -> None:
        raise ValueError("canary words of rosa")

    monkeypatch.setattr(entering.Entrance, "visit", breaks)
    answer = await asks(bot.port, request("GET", "/files/canaryname", **TELLING))

    assert answer.status == 503 and answer.headers["retry-after"]
    assert b"canary" not in answer.body
    said = log.getvalue()
    assert "page-fault" in said and "ValueError" in said
    assert not [canary for canary in CANARIES if canary in said]


async def test_nothing_but_the_cookie_is_asked_of_a_browser(bot: WebBot):
    async with bot.visitor() as rosa:
        await rosa.says("hello")
        assert cookie_of(rosa).count("=") == 1
        async with rosa.http.get(bot.base) as page:
            assert "Set-Cookie" not in page.headers
            assert "Accept-CH" not in page.headers
