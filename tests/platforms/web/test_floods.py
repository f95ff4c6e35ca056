"""Who only sits there, or dribbles, or never reads, keeps nobody else from being answered."""

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from storage import visits
from tests.parts.plain_http import PlainHttp, asks, request
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import cookie_of, door, origin, reaches, secret_of

IDLE = 200
WITHIN = 2.0  # seconds for an answer while all of that goes on; alone it takes some hundredths


@asynccontextmanager
async def _lines(bot: WebBot, count: int) -> AsyncIterator[list[PlainHttp]]:
    lines = [PlainHttp(bot.port) for _ in range(count)]
    for line in lines:
        await line.__aenter__()
    try:
        yield lines
    finally:
        for line in lines:
            await line.__aexit__()


async def _all_closed(lines: list[PlainHttp], within: float = 10) -> bool:
    return all(await asyncio.gather(*(line.is_closed(within) for line in lines)))


async def _is_answered(bot: WebBot) -> None:
    """Somebody comes in, and is answered at once."""
    async with asyncio.timeout(WITHIN), bot.visitor() as rosa:
        await rosa.hears("welcome")
        await rosa.says("help")


async def test_two_hundred_who_say_nothing_keep_nobody_waiting_and_are_let_go(bot: WebBot):
    door(bot).hall.patience.speak = 1.5
    async with _lines(bot, IDLE) as lines:
        await _is_answered(bot)
        assert await _all_closed(lines)


async def test_so_it_is_with_heads_letter_by_letter(bot: WebBot):
    door(bot).hall.patience.speak = 1.5
    async with _lines(bot, IDLE) as lines:
        dribbling = asyncio.gather(*(_dribbles(line, request("GET", "/")[:-2]) for line in lines))
        await _is_answered(bot)
        assert await _all_closed(lines)
        dribbling.cancel()
        await asyncio.gather(dribbling, return_exceptions=True)


async def test_and_with_bodies_letter_by_letter(bot: WebBot):
    door(bot).hall.patience.body = 1.5
    head = request("POST", "/begin", Origin=origin(bot), Content_Length="4000")
    async with _lines(bot, IDLE) as lines:
        for line in lines:
            await line.sends(head)
        dribbling = asyncio.gather(*(_dribbles(line, b"{" * 4000) for line in lines))
        await _is_answered(bot)
        answers = await asyncio.gather(*(line.answer() for line in lines[:5]))
        assert {answer.status for answer in answers} == {408}
        dribbling.cancel()
        await asyncio.gather(dribbling, return_exceptions=True)


async def test_a_file_that_never_comes_to_its_end_is_not_waited_for(bot: WebBot):
    door(bot).hall.patience.arrive = 0.5
    async with bot.visitor() as rosa, PlainHttp(bot.port) as line:
        path = "/files?id=aaaaaaaaaa&name=a.png"
        head = request("POST", path, Origin=origin(bot), Cookie=cookie_of(rosa),
                       Content_Length="100000")  # fmt: skip
        await line.sends(head + b"x" * 1000)
        assert (await line.answer()).status == 408


async def test_a_body_for_nobody_is_not_read_to_its_end(bot: WebBot):
    door(bot).hall.patience.answer = 0.5
    async with _lines(bot, 20) as lines:
        for line in lines:
            head = request("POST", "/nothing", Origin=origin(bot), Content_Length="10000000")
            await line.sends(head)
        assert await _all_closed(lines, 5)


async def test_sockets_that_do_not_say_hello_are_let_go(bot: WebBot):
    door(bot).hall.patience.hello = 0.5
    async with bot.visitor() as rosa:
        sockets = [
            await rosa.http.ws_connect(bot.base + "socket", headers={"Origin": origin(bot)})
            for _ in range(40)
        ]
        await _is_answered(bot)
        for one in sockets:
            assert (await asyncio.wait_for(one.receive(), 10)).type.name in ("CLOSE", "CLOSED")
            await one.close()
        await rosa.says("still here")


async def test_more_connections_than_can_be_served_are_closed_at_once(tmp_path: Path):
    async with WebBot(tmp_path, most_visitors=1) as bot, _lines(bot, 240) as lines:
        closed = await asyncio.gather(*(line.is_closed(0.5) for line in lines))
        assert sum(closed) >= 30
        assert sum(closed) <= 60


async def test_only_so_many_visitors_come_in_and_the_others_hear_when_to_try_again(
    tmp_path: Path,
):
    async with WebBot(tmp_path, most_visitors=3) as bot:
        visitors = [bot.visitor() for _ in range(3)]
        late = bot.visitor()
        await late.begin()
        for one in visitors:
            await one.begin()
            await one.connect()

        body = request("POST", "/begin", "{}", Origin=origin(bot))
        full = await asks(bot.port, body)
        assert full.status == 503 and int(full.headers["retry-after"]) > 0
        upgrade = {
            "Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13",
            "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
        }  # fmt: skip
        asked = request("GET", "/socket", Origin=origin(bot), Cookie=cookie_of(late), **upgrade)
        full = await asks(bot.port, asked)
        assert full.status == 503 and int(full.headers["retry-after"]) > 0
        page = await asks(bot.port, request("GET", "/"))
        assert page.status == 200 and b"112" in page.body  # the doors are there for everybody

        await visitors[0].close()
        while len(door(bot).hall.live) == 3:
            await asyncio.sleep(0)
        await late.connect()
        await late.says("in at last")
        await asyncio.gather(late.close(), *(one.close() for one in visitors[1:]))


async def test_one_address_begins_only_so_many_visits(bot: WebBot):
    door(bot).limits.begins.burst = 5
    said = request("POST", "/begin", "{}", Origin=origin(bot))
    found = [await asks(bot.port, said) for _ in range(8)]
    assert [one.status for one in found] == [201] * 5 + [429] * 3
    assert all(int(one.headers["retry-after"]) > 0 for one in found[5:])


async def test_who_never_reads_harms_nobody_and_is_let_go(bot: WebBot):
    hall = door(bot).hall
    hall.patience.show, hall.patience.close = 1.0, 0.5
    async with bot.visitor() as rosa:
        await rosa.hears("adult-ask")
        deaf = await _deaf_socket(bot, cookie_of(rosa))
        visit, account = await _visit(bot, rosa)
        while hall.live.pages_of(visit) < 2:
            await asyncio.sleep(0.01)
        long = json.dumps({"is": "typing", "on": False, "but": "x" * 100_000})
        for _ in range(200):  # far more than the line itself holds
            hall.live.show_account(account, long)
        await rosa.says("and I am still here")
        while hall.live.pages_of(visit) == 2:
            await asyncio.sleep(0.01)
        while _connections(bot) > 1:  # nothing of it stays
            await asyncio.sleep(0.01)
        await rosa.says("and still")
        deaf.close()


def _connections(bot: WebBot) -> int:
    runner = door(bot).server._runner
    assert runner is not None and runner.server is not None
    return len(runner.server.connections)


async def _visit(bot: WebBot, rosa: WebVisitor) -> tuple[str, str]:
    found = await bot.app.database.read(visits.find, secret_of(rosa), bot.now)
    assert found is not None
    return found.id, found.account


async def _deaf_socket(bot: WebBot, cookie: str) -> socket.socket:
    """A socket that says hello, and never takes anything from the line."""
    deaf = socket.socket()
    deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    deaf.connect(("127.0.0.1", bot.port))
    upgrade = {
        "Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": origin(bot), "Cookie": cookie,
    }  # fmt: skip
    deaf.setblocking(False)
    loop = asyncio.get_running_loop()
    await loop.sock_sendall(deaf, request("GET", "/socket", **upgrade))
    hello = json.dumps({"do": "hello", "after": 0}).encode()
    frame = bytes((0x81, 0x80 | len(hello))) + bytes(4) + hello
    await loop.sock_sendall(deaf, frame)
    return deaf


async def test_who_asks_for_a_file_and_never_reads_it_is_let_go(bot: WebBot):
    door(bot).hall.patience.answer = 1.5
    async with bot.visitor() as rosa:
        id = "aaaaaaaaaa"
        body = io.BytesIO(b"x" * 5_000_000)
        headers = {"Origin": origin(bot)}
        async with rosa.http.post(f"{bot.base}files?id={id}", data=body, headers=headers) as taken:
            assert taken.status == 200
        lines = []
        for _ in range(12):
            line = PlainHttp(bot.port)
            await line.__aenter__()
            line.writer.transport.pause_reading()  # type: ignore[attr-defined]
            await line.sends(request("GET", f"/files/{id}", Cookie=cookie_of(rosa)))
            lines.append(line)
        await rosa.says("others are answered meanwhile")
        again = request("GET", f"/files/{id}", Cookie=cookie_of(rosa))
        status = 503
        while status == 503:  # those are let go, and then there is room
            status = (await asks(bot.port, again)).status
        assert status == 200
        for line in lines:
            await line.__aexit__()


async def test_a_flood_from_one_slows_no_other(pair, bot: WebBot):
    rosa, mia = pair
    async with bot.visitor() as loud:
        await loud.hears("welcome")
        assert loud._socket is not None
        try:
            for n in range(3000):
                await loud.send({"do": "say", "id": f"aaaaaaaa{n}", "text": "x"})
            for _ in range(300):
                await loud._socket.send_str("[" * 20_000)
        except ConnectionError:
            pass  # who cannot even be told that it is too fast, is let go
        async with asyncio.timeout(WITHIN * 2):
            await reaches(rosa, mia)


async def _dribbles(line: PlainHttp, text: bytes) -> None:
    for at in range(len(text)):
        try:
            await line.sends(text[at : at + 1])
        except ConnectionError:
            return
        await asyncio.sleep(0.2)


@pytest.mark.parametrize("many", [1000])
async def test_requests_one_behind_the_other_on_one_line_are_one(bot: WebBot, many: int):
    async with PlainHttp(bot.port) as line:
        await line.sends(request("GET", "/left") * many)
        assert (await line.answer()).status == 200
        assert await line.is_closed()
