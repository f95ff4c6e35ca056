"""Whatever a page says on its socket: it does no harm, and nobody else sees more than words."""

import asyncio
import json
import uuid
from functools import partial

import aiohttp
import pytest

from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import cookie_of, count, door, origin, reaches, rows

WRONG = (
    "", " ", "{", "null", "1", "[]", '"say"', "{}", '{"do":1}', '{"do":null}', '{"do":["say"]}',
    '{"do":"dance"}', '{"do":"say"}', '{"do":"say","id":"short","text":"x"}',
    '{"do":"say","id":"aaaaaaaaaa","text":1}', '{"do":"say","id":"aaaaaaaaaa","text":null}',
    '{"do":"say","id":"aaaaaaaaaa","text":["x"]}', '{"do":"say","id":{},"text":"x"}',
    '{"do":"say","id":"aaaa aaaa","text":"x"}', '{"do":"say","id":"b.aaaaaaaa","text":"x"}',
    '{"do":"say","id":"aaaaaaaaaa\\u0000","text":"x"}', '{"do":"say","id":"' + "a" * 41 + '","text":"x"}',
    '{"do":"say","id":"aaaaaaaaaa","text":"x","extra":1}',
    '{"do":"say","id":"aaaaaaaaaa","text":"x","to":""}',
    '{"do":"say","id":"aaaaaaaaaa","text":"x","__proto__":{}}',
    '{"do":"say","id":"aaaaaaaaaa","text":"\\ud800"}', '{"do":"say","id":"\\ud800aaaaaaaaa","text":"x"}',
    '{"do":"react","id":"aaaaaaaaaa","message":"b.x","key":"' + "x" * 17 + '"}',
    '{"do":"react","id":"aaaaaaaaaa","message":"b.x","key":""}',
    '{"do":"press","id":"aaaaaaaaaa","question":"","choice":"x"}',
    '{"do":"hello","after":-1}', '{"do":"hello","after":1e400}', '{"do":"hello","after":99999999999}',
    '{"do":"language","language":"xx"}', '{"do":"language","language":"da","id":1}',
    '{"do":"say","id":' + "9" * 5000 + "}", '{"id":' + "1" * 60_000 + "}",
    "[" * 30_000 + "]" * 30_000, '{"a":' * 10_000 + "1" + "}" * 10_000,
    '{"do":"say","do":"press","id":"aaaaaaaaaa","text":"x"}', "NaN", '{"do":"hello","after":NaN}',
)  # fmt: skip


async def test_what_is_no_frame_of_ours_is_refused_and_the_page_stays_open(bot: WebBot):
    async with bot.visitor() as rosa:
        for wrong in WRONG:
            assert rosa._socket is not None
            before = len([one for one in rosa.frames if one["is"] == "refused"])
            await rosa._socket.send_str(wrong)

            def refused(before: int = before) -> bool:
                return len([one for one in rosa.frames if one["is"] == "refused"]) > before

            await rosa.until(refused, what=wrong[:80])
            last = [one for one in rosa.frames if one["is"] == "refused"][-1]
            assert last["why"] in ("malformed", "too-fast"), wrong[:80]
            assert len(json.dumps(last)) < 400
        assert (await count(bot, "set_aside"))["set_aside"] == 0


async def test_a_text_too_long_is_named_so(bot: WebBot):
    async with bot.visitor() as rosa:
        id = await rosa.says("x" * 32_001)
        assert rosa.refused[id] == "too-long"
        other = await rosa.says("x" * 32_000)
        assert other in rosa.acks


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1_000_000])
async def test_a_frame_beyond_the_limit_ends_the_connection_and_the_visit_goes_on(
    bot: WebBot, size: int
):
    async with bot.visitor() as rosa:
        assert rosa._socket is not None and rosa._reading is not None
        await rosa._socket.send_str("x" * size)
        await asyncio.wait_for(rosa._reading, 10)
        assert rosa._socket.close_code == aiohttp.WSCloseCode.MESSAGE_TOO_BIG
        await rosa.disconnect()
        await rosa.connect()
        await rosa.says("here again")


async def test_bytes_instead_of_words_end_the_connection(bot: WebBot):
    async with bot.visitor() as rosa:
        assert rosa._socket is not None and rosa._reading is not None
        await rosa._socket.send_bytes(b'{"do":"say","id":"aaaaaaaaaa","text":"x"}')
        await asyncio.wait_for(rosa._reading, 10)
        assert "x" not in rosa.texts()


@pytest.mark.parametrize(
    "first", ['{"do":"say","id":"aaaaaaaaaa","text":"x"}', "{", "", '{"do":"hello","after":-1}']
)
async def test_who_does_not_say_hello_first_is_shown_nothing(bot: WebBot, first: str):
    async with bot.visitor() as rosa:
        await rosa.says("mine")
        socket = await rosa.http.ws_connect(bot.base + "socket", headers={"Origin": origin(bot)})
        await socket.send_str(first)
        said = await asyncio.wait_for(socket.receive(), 10)
        assert said.type in (aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED)
        await socket.close()


async def test_a_burst_is_slowed_and_nothing_of_it_is_lost(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, _ = pair
    ids = [uuid.uuid4().hex for _ in range(120)]
    for n, id in enumerate(ids):
        await rosa.send({"do": "say", "id": id, "text": f"word {n}", "to": None})
    await rosa.until(lambda: len(rosa.acks.keys() & set(ids)) + len(rosa.refused) >= 120,
                     what="an answer to each")  # fmt: skip
    refused = [id for id in ids if rosa.refused.get(id) == "too-fast"]
    assert 60 <= len(refused) <= 115 and len(refused) == len(rosa.refused)

    door(bot).limits.frames.every = 0.001  # a minute passes
    for id in refused:
        rosa.refused.pop(id)
        await rosa.send({"do": "say", "id": id, "text": f"word {ids.index(id)}", "to": None})
        await rosa.until(partial(rosa.acks.__contains__, id), what="an ack")
    own = [line.text for line in rosa.shown() if line.mine and line.text.startswith("word ")]
    assert sorted(own) == sorted(f"word {n}" for n in range(120))
    assert not rosa.refused


async def test_the_same_said_again_is_done_once_also_over_another_socket(
    pair: tuple[WebVisitor, WebVisitor],
):
    rosa, mia = pair
    id = uuid.uuid4().hex
    for text in ("plums", "plums", "pears"):
        await rosa.does("say", id=id, text=text, to=None)
        await rosa.disconnect()
        await rosa.connect()
        rosa.acks.pop(id, None)
    await reaches(rosa, mia)

    come = [text for text in mia.texts() if "plums" in text or "pears" in text]
    assert len(come) == 1 and come[0].endswith("plums")
    assert [line.text for line in rosa.shown() if line.id == id] == ["plums"]


async def test_nobody_changes_what_somebody_else_or_the_bot_said(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    theirs = await mia.says("what mia said")
    await reaches(mia, rosa)
    copy = next(line for line in rosa.shown() if "what mia said" in line.text)
    bots = await rosa.hears("contact-opened")
    shown_to_mia = next(line for line in mia.shown() if line.id == theirs)
    for message in (theirs, copy.id, bots.id, "b.nothing", "aaaaaaaa", "r.x"):
        for do, more in (("edit", {"text": "hacked"}), ("retract", {})):
            id = await rosa.does(do, message=message, **more)
            assert rosa.refused.get(id) == "not-yours", (do, message)
    await reaches(rosa, mia)

    assert "hacked" not in mia.texts() + rosa.texts()
    assert shown_to_mia.text == "what mia said" and not shown_to_mia.gone
    assert not copy.gone and not copy.edited and not bots.gone


async def test_a_question_put_to_somebody_else_cannot_be_answered(bot: WebBot):
    async with bot.visitor() as rosa, bot.visitor() as ole:
        asked = await rosa.hears("adult-ask")
        await ole.hears("adult-ask")
        before = [dict(row) for row in await rows(bot, "questions")]
        await ole.does("press", question=asked.frame["question"], choice="adult-yes", label="Yes")
        await ole.says("help")
        await ole.hears("help")

        assert "consent-ask" not in rosa.heard() + ole.heard()
        assert len(await rows(bot, "questions")) >= len(before)
        await rosa.presses("adult-yes", asked)
        await rosa.hears("consent-ask")


async def test_two_people_may_call_their_messages_alike(pair: tuple[WebVisitor, WebVisitor]):
    rosa, mia = pair
    same = uuid.uuid4().hex
    await rosa.does("say", id=same, text="from rosa", to=None)
    await mia.does("say", id=same, text="from mia", to=None)
    await reaches(rosa, mia)
    await reaches(mia, rosa)
    await rosa.does("edit", message=same, text="rosa's again")
    await reaches(rosa, mia)

    assert any("rosa's again" in text for text in mia.texts())
    assert any("from mia" in text for text in rosa.texts())
    assert mia.lines[same].text == "from mia"


async def test_a_reaction_taken_back_leaves_nothing_behind(pair: tuple[WebVisitor, WebVisitor]):
    rosa, mia = pair
    await mia.says("how are you")
    await reaches(mia, rosa)
    copy = next(line for line in rosa.shown() if "how are you" in line.text)
    reaction = await rosa.does("react", message=copy.id, key="👍")
    taken = await rosa.does("retract", message=reaction)
    assert taken in rosa.acks
    assert rosa.lines[copy.id].reactions == {}

    await rosa.disconnect()
    rosa.lines.clear()
    rosa.seen = 0
    await rosa.connect(after=0)
    assert not [line for line in rosa.shown() if line.gone]
    assert rosa.lines[copy.id].reactions == {}


async def test_only_so_many_tabs_are_one_persons(bot: WebBot):
    async with bot.visitor() as rosa:
        sockets, found = [], []
        for _ in range(24):
            try:
                socket = await rosa.http.ws_connect(
                    bot.base + "socket", headers={"Origin": origin(bot)}
                )
            except aiohttp.WSServerHandshakeError as no:
                found.append(no.status)
                continue
            await socket.send_str('{"do":"hello","after":0}')
            await socket.receive()  # by then it is counted
            sockets.append(socket)
        assert len(sockets) == 19 and set(found) == {429}
        await rosa.says("the first one works")
        await asyncio.gather(*(socket.close() for socket in sockets))


async def test_bodies_of_a_megabyte_are_refused_before_they_are_read(bot: WebBot):
    async with bot.visitor() as rosa:
        headers = {"Origin": origin(bot), "Cookie": cookie_of(rosa)}
        for path in ("begin", "enter", "return"):
            async with rosa.http.post(
                bot.base + path, data=b"x" * 1_000_000, headers=headers
            ) as answer:
                assert answer.status == 413, path
            for body in (b"[" * 4000, b'{"language":"da","language":1}', b"\xff\xfe", b"null"):
                async with rosa.http.post(bot.base + path, data=body, headers=headers) as answer:
                    assert answer.status == 400, (path, body[:20])
            packed = {"Content-Encoding": "gzip", **headers}
            async with rosa.http.post(bot.base + path, data=b"\x1f\x8b" * 9, headers=packed) as no:
                assert no.status == 400
