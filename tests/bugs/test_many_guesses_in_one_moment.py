"""Of many keys tried in one moment each was looked up before the first of them was counted."""

import asyncio
from pathlib import Path

from tests.parts.web_bot import WebBot


async def test_five_of_forty_are_looked_up_and_a_right_one_costs_nothing(tmp_path: Path):
    async with WebBot(tmp_path) as bot:
        everybody = [bot.visitor() for _ in range(40)]
        body = {"phrase": "bamo tiku rosa lina", "language": "en"}
        found = await asyncio.gather(*(one.post("return", body) for one in everybody))
        await asyncio.gather(*(one.close() for one in everybody))

        assert sorted(found) == [403] * 5 + [429] * 35
