"""The stream against a homeserver that misbehaves: it neither ends nor spins, and skips nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.messages import Incoming, PlaceKind, Said
from bot.platforms.matrix.inbound import read
from bot.platforms.matrix.keys import Keys, open_machine
from bot.platforms.matrix.pauses import Pauses
from bot.platforms.matrix.quiet import hush_nio
from bot.platforms.matrix.stream import Stream
from bot.platforms.matrix.waiting import Waiting
from bot.platforms.matrix.wire import Json, Wire
from tests.platforms.matrix.running import Shelf


class _Arrivals:
    """Every joined room says its own name."""

    async def joined(self, room: str, info: Json, since: str, give: Callable[..., Any]) -> None:
        for event in info["timeline"]["events"]:
            meant = read(event, room, PlaceKind.DIRECT, "@peerbot:x")
            assert meant is not None
            await give(meant)

    async def left(self, *_: Any) -> None:
        raise AssertionError("nobody left")

    async def retry(self, *_: Any) -> None:
        pass

    async def tell_overdue(self, *_: Any) -> None:
        pass


class _Keys:
    def take(self, _: Json) -> set[tuple[str, str]]:
        return set()

    async def tidy(self) -> None:
        pass


class _Line:
    def take(self, _: Json) -> None:
        pass

    async def keep(self) -> None:
        pass


Answer = Callable[[web.Request], web.Response]


@asynccontextmanager
async def _stream(answer: Answer, first_pause: float = 0.02) -> AsyncIterator[tuple[Stream, Shelf]]:
    async def handle(request: web.Request) -> web.Response:
        return answer(request)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    wire, memory = Wire(f"http://127.0.0.1:{port}"), Shelf()
    memory.kept["matrix/since"] = "s0"

    async def never() -> None:
        raise AssertionError("no new login")

    stream = Stream(
        wire,
        memory,
        _Keys(),  # type: ignore[arg-type]
        _Arrivals(),  # type: ignore[arg-type]
        Waiting(memory, 60),
        _Line(),  # type: ignore[arg-type]
        Pauses(first_pause),
        never,
    )
    try:
        yield stream, memory
    finally:
        await wire.close()
        await runner.cleanup()


def _says(place: str, *words: str) -> web.Response:
    events = [
        {
            "type": "m.room.message",
            "event_id": f"${word}",
            "sender": "@rosa:x",
            "origin_server_ts": 1,
            "content": {"msgtype": "m.text", "body": word},
        }
        for word in words
    ]
    rooms = {"join": {"!r:x": {"timeline": {"events": events}}}} if words else {}
    return web.json_response({"next_batch": place, "rooms": rooms})


async def _run_until(
    stream: Stream, hand_in: Callable[[Incoming], Any], done: asyncio.Event
) -> None:
    running = asyncio.create_task(stream.run(hand_in))
    waiting = asyncio.create_task(done.wait())
    await asyncio.wait({running, waiting}, timeout=10, return_when=asyncio.FIRST_COMPLETED)
    for task in (running, waiting):
        task.cancel()
    await asyncio.gather(running, waiting, return_exceptions=True)
    assert done.is_set()


async def test_after_errors_of_every_kind_the_next_message_is_heard(caplog: Any):
    caplog.set_level(logging.DEBUG)
    bad = [
        web.Response(status=502, text="<html>bad gateway</html>", content_type="text/html"),
        web.Response(status=200, text="<html>log in to the wifi</html>", content_type="text/html"),
        web.json_response([1, 2]),
        web.json_response({"errcode": "M_UNKNOWN", "error": "x"}, status=500),
        web.json_response({"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 20}, status=429),
        web.json_response({"no": "place"}),
        web.json_response({"next_batch": "s1", "rooms": "not a table"}),
    ]
    heard, done = [], asyncio.Event()

    def answer(_: web.Request) -> web.Response:
        return bad.pop(0) if bad else _says("s2", "hello")

    async def hand_in(event: Incoming) -> None:
        assert isinstance(event, Said)
        heard.append(event.text)
        done.set()

    async with _stream(answer) as (stream, _):
        await _run_until(stream, hand_in, done)
    assert heard[0] == "hello"
    assert "rosa" not in caplog.text
    assert "!r:x" not in caplog.text


async def test_a_server_that_is_down_is_asked_ever_more_seldom():
    asked = 0

    def answer(_: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        return web.Response(status=502)

    async with _stream(answer, first_pause=0.1) as (stream, memory):
        running = asyncio.create_task(stream.run(lambda _: asyncio.sleep(0)))
        await asyncio.wait({running}, timeout=1.5)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert 2 <= asked <= 7  # with pauses of at least 0.05, 0.1, 0.2, 0.4, 0.8 s
    assert memory.kept["matrix/since"] == "s0"


async def test_the_place_is_kept_only_after_everything_before_it_is_committed():
    seen: list[tuple[str, str]] = []
    done = asyncio.Event()

    def answer(request: web.Request) -> web.Response:
        return _says("s1", "one", "two") if request.query["since"] == "s0" else _says("s2", "three")

    async with _stream(answer) as (stream, memory):

        async def hand_in(event: Incoming) -> None:
            assert isinstance(event, Said)
            await asyncio.sleep(0)
            seen.append((event.text, memory.kept["matrix/since"]))
            if event.text == "three":
                done.set()

        await _run_until(stream, hand_in, done)
    assert seen[:3] == [("one", "s0"), ("two", "s0"), ("three", "s1")]


async def test_a_login_that_only_ran_out_is_renewed():
    logins: list[str] = []
    done = asyncio.Event()

    def answer(_: web.Request) -> web.Response:
        if logins:
            return _says("s1", "hello")
        gone = {"errcode": "M_UNKNOWN_TOKEN", "error": "x", "soft_logout": True}
        return web.json_response(gone, status=401)

    async def hand_in(_: Incoming) -> None:
        done.set()

    async def log_in_again() -> None:
        logins.append("again")

    async with _stream(answer) as (stream, _):
        stream._log_in_again = log_in_again
        await _run_until(stream, hand_in, done)
    assert logins == ["again"]


async def test_an_event_that_is_never_taken_does_not_silence_everybody_else():
    tries: list[str] = []
    done = asyncio.Event()

    def answer(_: web.Request) -> web.Response:
        return _says("s1", "poison", "hello")

    async def hand_in(event: Incoming) -> None:
        assert isinstance(event, Said)
        tries.append(event.text)
        if event.text == "poison":
            raise ValueError("our own bug")
        done.set()

    async with _stream(answer) as (stream, _):
        await _run_until(stream, hand_in, done)
    assert tries[:6] == ["poison"] * 5 + ["hello"]


def test_a_hostile_key_message_is_refused_and_the_others_are_taken(tmp_path: Any):
    hush_nio()
    keys = Keys(Wire("http://127.0.0.1:9"), open_machine("@peerbot:x", "D", tmp_path, "k"))
    try:
        hostile: list[Any] = [
            7,
            {},
            {"type": "m.room.encrypted", "content": {"algorithm": "m.olm.v1.curve25519-aes-sha2"}},
            {"type": "m.room_key_request", "sender": "@x:x", "content": {"action": 3}},
            {"type": "m.key.verification.start", "sender": 3, "content": {"x": 1}},
        ]
        body = {
            "to_device": {"events": hostile},
            "device_one_time_keys_count": {"signed_curve25519": 0},
        }
        assert keys.take(body) == set()
        assert keys.olm.uploaded_key_count == 0
        assert keys.olm.should_upload_keys
    finally:
        keys.close()


def test_a_key_store_does_not_open_with_another_key(tmp_path: Any):
    hush_nio()
    open_machine("@peerbot:x", "D", tmp_path, "right").store.database.close()
    with pytest.raises(ValueError, match="cannot be opened"):
        open_machine("@peerbot:x", "D", tmp_path, "wrong")


def test_nothing_that_nio_logs_reaches_our_log(caplog: Any):
    hush_nio()
    caplog.set_level(logging.DEBUG)
    logging.getLogger("nio.crypto.log").warning("session of @rosa:example.org")
    assert caplog.records == []
