"""Somebody's first keys came while the server answered that there were none; they could read nothing of ours.

That a list of devices had changed was dropped when it was told while that list was asked for: nio, too,
takes an answer to be newer than anything told before it.
"""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.platforms.matrix.keys import Keys, open_machine
from bot.platforms.matrix.wire import Json, Unreachable, Wire

ROSA = "@rosa:x"


class Server(Wire):
    """Answers only when it is let, and knows of no device."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9")
        self.asked = 0
        self.began, self.may_answer, self.fails = asyncio.Event(), asyncio.Event(), False

    async def call(self, method: str, *path: str, **_: Any) -> Json:
        """A key query; nothing else is asked here."""
        assert path == ("keys", "query")
        self.asked += 1
        self.began.set()
        await self.may_answer.wait()
        if self.fails:
            raise Unreachable("connection")
        return {"device_keys": {ROSA: {}}, "failures": {}}


@pytest.mark.parametrize("known_before", [False, True])
async def test_they_are_asked_for_again(tmp_path: Path, *, known_before: bool):
    server = Server()
    keys = Keys(server, open_machine("@peerbot:x", "D", tmp_path, "k"))
    server.may_answer.set()
    if known_before:
        await keys.know([ROSA])
        keys.take({"device_lists": {"changed": [ROSA]}})
        assert server.asked == 1
    before = server.asked
    server.may_answer.clear()
    server.began.clear()
    asking = asyncio.create_task(keys.know([ROSA]))
    await server.began.wait()
    keys.take({"device_lists": {"changed": [ROSA]}})
    server.may_answer.set()
    await asking

    assert server.asked == before + 2, "before anything is written to them"
    await keys.know([ROSA])
    assert server.asked == before + 2, "and then it is known"
    keys.close()


async def test_after_no_answer_they_are_asked_for_again_too(tmp_path: Path):
    server = Server()
    keys = Keys(server, open_machine("@peerbot:x", "D", tmp_path, "k"))
    server.may_answer.set()
    server.fails = True
    with pytest.raises(Unreachable):
        await keys.know([ROSA])
    server.fails = False
    await keys.know([ROSA])
    assert server.asked == 2
    keys.close()
