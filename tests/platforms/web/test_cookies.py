"""A visit is a secret in a cookie: what it is like, and that nothing but the very secret opens it."""

import base64
from datetime import timedelta
from pathlib import Path

import pytest

from storage import shown, visits
from storage.visitor_seal import NotOpened, VisitKey
from tests.parts.plain_http import Answer, asks, request
from tests.parts.web_bot import WebBot
from tests.platforms.web.at_door import COOKIE as NAME
from tests.platforms.web.at_door import cookie_of, link, origin, rows


async def _begins(bot: WebBot, path: str = "/begin", **more: str) -> Answer:
    return await asks(bot.port, request("POST", path, "{}", Origin=origin(bot), **more))


def _secret(answer: Answer) -> str:
    return answer.headers["set-cookie"].partition("=")[2].partition(";")[0]


def _rules(answer: Answer) -> set[str]:
    return {rule.strip() for rule in answer.headers["set-cookie"].split(";")[1:]}


async def _knows(bot: WebBot, cookie: str) -> bool:
    """Whether this cookie is a visit's: then beginning makes no new one."""
    answer = await _begins(bot, Cookie=cookie)
    assert answer.status in (201, 204, 400)  # 400: no cookie can look like that
    return answer.status == 204


async def test_a_visitors_cookie_is_for_this_page_and_no_script(bot: WebBot):
    answer = await _begins(bot)

    assert _rules(answer) == {"Path=/", "HttpOnly", "SameSite=Strict"}
    assert len(base64.urlsafe_b64decode(_secret(answer) + "=")) == 32


@pytest.mark.parametrize(
    ("embed_on", "rules"),
    [
        ((), {"Secure", "SameSite=Strict"}),
        (("https://night.example",), {"Secure", "SameSite=None", "Partitioned"}),
    ],
)
async def test_behind_tls_it_is_secure_and_in_a_panel_in_a_jar_of_its_own(
    tmp_path: Path, embed_on: tuple[str, ...], rules: set[str]
):
    page = {"address": "https://chat.night.example/talk/", "embed_on": embed_on}
    async with WebBot(tmp_path, **page) as bot:
        said = request("POST", "/talk/begin", "{}", Origin="https://chat.night.example")
        answer = await asks(bot.port, said)
        assert answer.status == 201
        assert _rules(answer) == {"Path=/talk/", "HttpOnly"} | rules

        gone = request("POST", "/talk/leave", Origin="https://chat.night.example")
        assert (
            _rules(await asks(bot.port, gone)) == {"Path=/talk/", "HttpOnly", "Max-Age=0"} | rules
        )
        plain = request("POST", "/talk/begin", "{}", Origin="http://chat.night.example")
        assert (await asks(bot.port, plain)).status == 403


async def test_who_signed_in_keeps_theirs_for_as_long_as_it_is_good(bot: WebBot):
    key = await link(bot)
    said = request("POST", "/enter", f'{{"key":"{key}"}}', Origin=origin(bot))

    assert f"Max-Age={14 * 24 * 3600}" in _rules(await asks(bot.port, said))


async def test_a_forged_shortened_or_lengthened_secret_is_nobodys(bot: WebBot):
    secret = _secret(await _begins(bot))
    assert await _knows(bot, f"{NAME}={secret}")

    forged = [
        secret[:-1], secret + "A", secret[1:], secret.swapcase(), secret[::-1], "A" * 43, "",
        "%00", "'; DROP TABLE visits; --", secret + "\x7f", "\xff\xfe", "é" * 30, "x" * 4000,
        f'"{secret[:-1]}"', secret[:-1] + ("A" if secret[-1] != "A" else "B"),
        secret.replace(secret[5], "\u212a".encode().decode("latin-1")),
    ]  # fmt: skip
    for wrong in forged:
        assert not await _knows(bot, f"{NAME}={wrong}"), wrong
        asked = request("GET", "/files/aaaaaaaa", Cookie=f"{NAME}={wrong}")
        assert (await asks(bot.port, asked)).status in (400, 404), wrong


async def test_neither_the_hash_nor_the_public_half_nor_the_row_opens_a_visit(bot: WebBot):
    secret = _secret(await _begins(bot))
    found = await bot.app.database.read(visits.find, secret, bot.now)
    assert found is not None
    kept = await rows(bot, "visits")
    for row in kept:
        for value in row.values():
            if isinstance(value, str):
                assert secret not in value
                assert not await _knows(bot, f"{NAME}={value}")
                assert VisitKey(value).seal_to != VisitKey(secret).seal_to


async def test_an_old_cookie_replayed_after_leaving_opens_nothing(bot: WebBot):
    async with bot.visitor() as rosa:
        await rosa.says("what only i may read")
        cookie = cookie_of(rosa)
        assert await rosa.post("leave") == 204

        assert not await rows(bot, "shown") and not await rows(bot, "visits")
        assert not await _knows(bot, cookie)


async def test_a_stolen_cookie_ends_with_the_visit(bot: WebBot):
    async with bot.visitor() as rosa:
        stolen = cookie_of(rosa)
        thief = bot.visitor()
        thief.http.cookie_jar.update_cookies({NAME: stolen.partition("=")[2]})
        await thief.connect()
        await rosa.post("leave")

        await thief.until(lambda: thief.over, what="over")
        assert thief.over == "left"
        await thief.close()


async def test_a_visit_runs_out_by_the_clock_and_so_does_a_session(bot: WebBot):
    visitor = (await _begins(bot)).headers["set-cookie"].partition(";")[0]
    said = request("POST", "/enter", f'{{"key":"{await link(bot)}"}}', Origin=origin(bot))
    session = (await asks(bot.port, said)).headers["set-cookie"].partition(";")[0]

    bot.now += timedelta(hours=24) - timedelta(seconds=1)
    asked = request("GET", "/socket", Origin=origin(bot), Cookie=visitor)
    assert (await asks(bot.port, asked)).status == 400  # there is a visit, but this is no socket
    bot.now += timedelta(seconds=2)
    assert (await asks(bot.port, asked)).status == 404

    bot.now += timedelta(days=13) - timedelta(seconds=5)
    asked = request("GET", "/socket", Origin=origin(bot), Cookie=session)
    assert (await asks(bot.port, asked)).status == 400
    bot.now += timedelta(seconds=10)
    assert (await asks(bot.port, asked)).status == 404


async def test_another_visits_key_does_not_open_what_a_visit_was_shown(bot: WebBot):
    async with bot.visitor() as rosa, bot.visitor() as mia:
        await rosa.says("what only i may read")
        mine = cookie_of(rosa).partition("=")[2]
        other = cookie_of(mia).partition("=")[2]
        visit = await bot.app.database.read(visits.find, mine, bot.now)
        assert visit is not None
        opened = await bot.app.database.read(shown.after, visit.id, VisitKey(mine), 0)
        assert "what only i may read" in [one.content["text"] for one in opened]
        with pytest.raises(NotOpened):
            await bot.app.database.read(shown.after, visit.id, VisitKey(other), 0)


async def test_each_gets_a_secret_of_their_own(bot: WebBot):
    secrets = {_secret(await _begins(bot)) for _ in range(40)}
    assert len(secrets) == 40
