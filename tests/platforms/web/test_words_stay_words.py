"""Markup, scripts and strange letters through every field: nobody sees anything but words."""

import pytest

from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import coordinator, reaches

LIVE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</textarea><iframe src='javascript:alert(1)'>",
    "[click](javascript:alert(1)) **bold** `code` ![x](https://evil.example/t.gif)",
    "<a href='https://evil.example'>your bank</a>",
    "&lt;script&gt;&#60;b&#62;",
    "\u202egnp.exe\u202c \u2066\u2069 \u200f",
    "z" + "\u0335\u0322\u031b" * 400,
    "\u200b\u200c\u200d\ufeff\u2060",
    "\x00\x01\x1b[31m\x7f\x9b",
    "@room @everyone <@1234> https://matrix.to/#/@a:b",
    "{{7*7}} ${7*7} %s %n {name} { $name } #{7*7}",
    "' OR 1=1; DROP TABLE visits; --",
    "=HYPERLINK(\"https://evil.example\")",
    "🏳️‍🌈👩‍👩‍👧‍👦" * 50,
    "\n" * 500,
    "a" * 32_000,
)  # fmt: skip
MARKUP = ("<script", "<img", "<svg", "<iframe", "<a ", 'onerror="', 'javascript:alert(1)"')


@pytest.mark.parametrize("text", LIVE)
async def test_words_stay_words_for_the_other_side_and_in_ones_own_eyes(
    pair: tuple[WebVisitor, WebVisitor], text: str
):
    rosa, mia = pair
    own = await rosa.says(text)
    await reaches(rosa, mia)

    for line in mia.shown():
        html = line.frame.get("html") or ""
        assert not [live for live in MARKUP if live in html], html
        assert len(line.text) < 40_000
        assert "\x00" not in line.text and "\x1b" not in line.text and "\u202e" not in line.text
    assert rosa.lines[own].frame["html"] is None


@pytest.mark.parametrize("text", LIVE)
async def test_so_do_edits_and_reactions_and_labels(pair: tuple[WebVisitor, WebVisitor], text: str):
    rosa, mia = pair
    own = await rosa.says("a word")
    await rosa.does("edit", message=own, text=text)
    await rosa.does("react", message=mia.shown()[-1].id, key=text[:16])
    await rosa.does("press", question=text[:80], choice=text[:80], label=text[:200])
    await rosa.does("say", text="answering", to=text[:80])
    await reaches(rosa, mia)

    for frame in mia.frames:
        html = frame.get("html") or ""
        assert not [live for live in MARKUP if live in html], html
        assert len(frame.get("key", "")) <= 16


async def test_a_wish_and_a_message_to_coordinators_stay_words(bot: WebBot):
    karin = await coordinator(bot)
    async with bot.visitor() as rosa:
        await bot.come_in(rosa)
        await rosa.says("report <img src=x onerror=alert(1)> [x](javascript:alert(1))")
        await rosa.says("coordinator <script>alert(1)</script>")
        await karin.says("signed in")
        await karin.hears("signed-in")
        for line in karin.shown():
            html = line.frame.get("html") or ""
            assert not [live for live in MARKUP if live in html], html
    await karin.close()
