"""Handles events as fast as it can, and says of each when it is committed. Made to be killed."""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from bot.messages import Said
from bot.rehearsal.town import EVENING, Town
from bot.runtime.alone import Alone
from storage.vault import read_key_file


async def hammer(folder: Path, start: int) -> None:
    Alone(folder / "town.db")
    town = await Town.begin(folder, key=read_key_file(folder / "key"))
    people = [await town.receiver(name) for name in ("rosa", "ib", "ann")]
    for n in range(start, start + 1_000_000):
        me = people[n % 3]
        town.now = EVENING + timedelta(seconds=n)  # nobody is too fast, however fast the machine
        event = Said(
            id=f"event {n}", at=town.now, sender=me.address, place=me.place,
            message=f"{n}", text="help",
        )  # fmt: skip
        await town.engine.handle(event)
        print(n, flush=True)


if __name__ == "__main__":
    asyncio.run(hammer(Path(sys.argv[1]), int(sys.argv[2])))
