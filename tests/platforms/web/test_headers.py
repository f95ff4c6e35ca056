"""What every answer carries, whatever it answers."""

from pathlib import Path

import pytest

from tests.parts.plain_http import Answer, asks, request
from tests.parts.web_bot import WebBot

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors {}"
)


def _own(bot: WebBot) -> str:
    return f"http://127.0.0.1:{bot.port}"


async def _every_kind_of_answer(bot: WebBot) -> dict[str, Answer]:
    own = _own(bot)
    begun = await asks(bot.port, request("POST", "/begin", "{}", Origin=own))
    cookie = begun.headers["set-cookie"].partition(";")[0]
    asked = {
        "page": request("GET", "/"),
        "page, head": request("HEAD", "/"),
        "page, in a language": request("GET", "/?lang=xx"),
        "left": request("GET", "/left"),
        "nothing there": request("GET", "/nothing"),
        "nothing there, static": request("GET", "/static/nothing.js"),
        "style": request("GET", "/static/chat.css"),
        "no file": request("GET", "/files/aaaaaaaa", Cookie=cookie),
        "no visit": request("GET", "/files/aaaaaaaa"),
        "no socket": request("GET", "/socket"),
        "foreign": request("POST", "/begin", "{}", Origin="https://evil.example"),
        "malformed": request("POST", "/begin", "{", Origin=own),
        "too large": request("POST", "/begin", b"x" * 5000, Origin=own),
        "wrong key": request("POST", "/enter", '{"key":"nothing"}', Origin=own),
        "wrong method": request("PUT", "/", Origin=own),
        "file": request("POST", "/files?id=aaaaaaaa&name=a.txt", b"a", Origin=own, Cookie=cookie),
        "gone": request("POST", "/leave", Origin=own, Cookie=cookie),
        "no HTTP at all": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        "a header too long": request("GET", "/", Cookie="x" * 20_000),
    }
    return {"begun": begun} | {kind: await asks(bot.port, said) for kind, said in asked.items()}


async def test_every_answer_is_closed_to_everything_else(bot: WebBot):
    for kind, answer in (await _every_kind_of_answer(bot)).items():
        headers = answer.headers
        assert headers.get("content-security-policy") == POLICY.format("'self'"), kind
        assert headers["referrer-policy"] == "no-referrer", kind
        assert headers["x-content-type-options"] == "nosniff", kind
        assert headers["cache-control"] in ("no-store", "no-cache"), kind
        assert headers["cross-origin-opener-policy"] == "same-origin", kind
        assert headers["cross-origin-resource-policy"] == "same-origin", kind
        assert headers["permissions-policy"].startswith("camera=()"), kind
        assert "aiohttp" not in headers.get("server", "") and "Python" not in str(headers), kind
        assert "x-frame-options" not in headers, kind


async def test_only_what_is_everybodys_may_be_kept_by_a_browser(bot: WebBot):
    answers = await _every_kind_of_answer(bot)
    kept = {kind for kind, one in answers.items() if one.headers["cache-control"] != "no-store"}
    assert kept == {"style"}  # and asked for anew each time, by its tag


async def test_an_error_says_nothing_of_what_was_asked_or_what_runs_here(bot: WebBot):
    for kind, answer in (await _every_kind_of_answer(bot)).items():
        if answer.status >= 400:
            assert len(answer.body) < 120, kind
            assert b"Traceback" not in answer.body and b"xxxx" not in answer.body, kind
            assert answer.headers["content-type"].startswith("text/plain"), kind


async def test_the_page_may_stand_only_where_the_configuration_says(tmp_path: Path):
    sites = ("https://night.example", "https://watch.example:8443")
    async with WebBot(tmp_path, embed_on=sites) as bot:
        for kind, answer in (await _every_kind_of_answer(bot)).items():
            policy = POLICY.format("'self' https://night.example https://watch.example:8443")
            assert answer.headers["content-security-policy"] == policy, kind


async def test_the_snippet_may_be_loaded_by_other_sites_and_is_a_script(bot: WebBot):
    answer = await asks(bot.port, request("GET", "/embed.js"))

    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "../door.py", "..%2fdoor.py", "%2e%2e/door.py", "%2e%2e%2fdoor.py", "..%5cdoor.py",
        "....//door.py", "/etc/passwd", "%2fetc%2fpasswd", "chat.css%00.js", "chat.css/", ".",
        "index.html", "left.html", "embed.js", "%c0%ae%c0%ae/door.py", "", "a" * 3000, "\xff",
    ],
)  # fmt: skip
async def test_static_gives_out_its_own_files_and_no_other(bot: WebBot, name: str):
    answer = await asks(bot.port, request("GET", f"/static/{name}"))

    assert answer.status in (400, 404)
    assert b"import" not in answer.body and b"root:" not in answer.body


async def test_a_style_that_is_still_good_is_not_sent_again(bot: WebBot):
    tag = (await asks(bot.port, request("GET", "/static/chat.css"))).headers["etag"]
    again = await asks(bot.port, request("GET", "/static/chat.css", If_None_Match=tag))
    assert again.status == 304 and not again.body
