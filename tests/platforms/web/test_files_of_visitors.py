"""Files on the page: each only for the visit it was shown in, and none that a browser would run."""

import io

import pytest

from tests.parts.plain_http import Answer, asks, request
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import cookie_of, door, origin, rows

ACTIVE = (
    ("page.html", "text/html", b"<script>alert(1)</script>"),
    ("page.xhtml", "application/xhtml+xml", b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
    ("drawing.svg", "image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
    ("script.js", "text/javascript", b"alert(1)"),
    ("paper.pdf", "application/pdf", b"%PDF-1.4"),
    ("data.xml", "text/xml", b"<?xml-stylesheet href='x'?><a/>"),
    ("words.txt", "text/plain", b"<b>words</b>"),
    ("PICTURE.PNG", "image/PNG;charset=text/html", b"<script>"),
    ("none", "", b"<html>"),
    ("odd", "image/png\x7f", b"<html>"),
    ("many", "multipart/mixed; boundary=x", b"--x\r\n\r\n<html>\r\n--x--"),
)
NAMES = (
    '"; filename=evil.html', "a\r\nSet-Cookie: x=y", "../../etc/passwd", "\u202egnp.exe", "", "." * 300,
    "%0d%0aX: y", "nul\x00.png", "<script>.png", "æøå 😀.png",
)  # fmt: skip


async def _shown_file(bot: WebBot, visitor: WebVisitor, id: str) -> Answer:
    return await asks(bot.port, request("GET", f"/files/{id}", Cookie=cookie_of(visitor)))


async def _sends(bot: WebBot, rosa: WebVisitor, id: str, body: bytes = b"x", **what: str) -> int:
    headers = {"Origin": origin(bot), "Cookie": cookie_of(rosa)}
    if "mime" in what:
        headers["Content_Type"] = what["mime"]
    said = request("POST", f"/files?id={id}&name={what.get('name', 'a')}", body, **headers)
    return (await asks(bot.port, said)).status


@pytest.mark.parametrize(("name", "mime", "body"), ACTIVE)
async def test_what_is_no_picture_is_only_to_be_kept_and_never_run(
    bot: WebBot, name: str, mime: str, body: bytes
):
    async with bot.visitor() as rosa:
        status = await _sends(
            bot, rosa, "aaaaaaaaaa", name=name, body=body, **({"mime": mime} if mime else {})
        )
        assert status in (200, 400)
        answer = await _shown_file(bot, rosa, "aaaaaaaaaa")
        if answer.status == 404:
            assert status == 400
            return
        kind = answer.headers["content-type"]
        how = answer.headers["content-disposition"]
        assert (kind, how.partition(";")[0]) == ("application/octet-stream", "attachment") or (
            kind in ("image/png",)
            and body == b"<script>"  # named a picture, it is shown as nothing else
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert answer.body == body


@pytest.mark.parametrize("name", NAMES)
async def test_no_name_of_a_file_gets_out_of_its_header(bot: WebBot, name: str):
    async with bot.visitor() as rosa:
        headers = {"Origin": origin(bot), "Content-Type": "image/png"}
        async with rosa.http.post(
            f"{bot.base}files",
            params={"id": "aaaaaaaaaa", "name": name},
            data=b"x",
            headers=headers,
        ) as taken:
            assert taken.status == 200
        answer = await _shown_file(bot, rosa, "aaaaaaaaaa")
        how = answer.headers["content-disposition"]
        assert how.startswith('inline; filename="') and how.count('"') == 2
        inside = how.split('"')[1]
        assert all(letter.isascii() and (letter.isalnum() or letter in "._-") for letter in inside)
        assert "set-cookie" not in answer.headers and "x" not in answer.headers


async def test_a_file_is_for_the_visit_it_was_shown_in(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    id = await rosa.sends(_picture(), "IMG_1.png", "image/png")
    await mia.until(lambda: any(line.frame.get("file") for line in mia.shown()), what="a picture")
    copy = next(line for line in mia.shown() if line.frame.get("file"))

    assert (await _shown_file(bot, rosa, id)).status == 200
    assert (await _shown_file(bot, mia, copy.id)).status == 200
    assert copy.frame["file"]["name"] != "IMG_1.png"  # a name may tell who somebody is
    async with bot.visitor() as ole:
        for message in (id, copy.id):
            assert (await _shown_file(bot, ole, message)).status == 404
    assert (await _shown_file(bot, mia, id)).status == 404
    assert (await _shown_file(bot, rosa, copy.id)).status == 404
    nobody = request("GET", f"/files/{id}")
    assert (await asks(bot.port, nobody)).status == 404


async def test_a_file_taken_back_is_gone(bot: WebBot):
    async with bot.visitor() as rosa:
        id = await rosa.sends(b"x" * 50, "a.txt", "text/plain")
        await rosa.does("retract", message=id)
        assert (await _shown_file(bot, rosa, id)).status == 404
        assert not [row for row in await rows(bot, "shown") if row["file_sealed"]]


@pytest.mark.parametrize("message", ["..", "%2e%2e%2f", "%ff%fe", "a" * 5000, "%00", "b.x", "*"])
async def test_no_word_in_the_address_is_a_fault(bot: WebBot, message: str):
    async with bot.visitor() as rosa:
        assert (await _shown_file(bot, rosa, message)).status in (400, 404)


@pytest.mark.parametrize("id", ["", "short", "a" * 41, "b.aaaaaaaa", "%00aaaaaaaa", "aaaaaaaa%0a"])
async def test_a_file_under_no_id_of_a_page_is_refused(bot: WebBot, id: str):
    async with bot.visitor() as rosa:
        assert await _sends(bot, rosa, id) == 400


async def test_too_large_is_too_large_whatever_it_says_of_itself(bot: WebBot):
    limit = bot.config.platforms.web.file_limit  # type: ignore[union-attr]
    async with bot.visitor() as rosa:
        headers = {"Origin": origin(bot)}
        for chunked in (False, True):
            body = io.BytesIO(b"x" * (limit + 1))
            try:
                async with rosa.http.post(
                    f"{bot.base}files?id=aaaaaaaaaa&name=a",
                    data=body,
                    headers=headers,
                    chunked=chunked,
                ) as answer:
                    assert answer.status == 413
            except ConnectionError:
                pass  # it was told so while still sending, and hung up on
        assert await rows(bot, "uploads") == []


async def test_one_visit_and_one_address_bring_only_so_many(bot: WebBot):
    async with bot.visitor() as rosa, bot.visitor() as ole:
        found = [await _sends(bot, rosa, f"aaaaaaaa{n}") for n in range(24)]
        assert found[:20] == [200] * 20 and set(found[20:]) == {429}
        door(bot).limits.files_there.burst = 25
        found = [await _sends(bot, ole, f"aaaaaaaa{n}") for n in range(8)]
        assert 429 in found


async def test_a_form_with_a_file_in_it_is_no_file_of_ours_to_open(bot: WebBot):
    async with bot.visitor() as rosa:
        body = b'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\nhello\r\n--x--'
        mime = "multipart/form-data; boundary=x"
        assert await _sends(bot, rosa, "aaaaaaaaaa", mime=mime, body=body) == 200
        assert (await _shown_file(bot, rosa, "aaaaaaaaaa")).body == body


def _picture() -> bytes:
    from PIL import Image

    data = io.BytesIO()
    Image.new("RGB", (20, 20), "green").save(data, "PNG")
    return data.getvalue()
