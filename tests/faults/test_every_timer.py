"""Whatever kind of timer rings, and whatever happens just then: nothing is lost, nothing happens twice."""

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import made_ready
from storage import set_aside, timers
from storage.migrating import migrate
from tests.faults.playing import BEGINS_AT, SCENES, played
from tests.faults.ringing import DEATHS, IN_THE_DATABASE
from tests.faults.towns import SHOWN, TownOfDeaths, shown_in, standing
from tests.processes.conftest import ROOT
from tests.promises.quick import QuickDatabase, quick_folder

KINDS = sorted(SCENES)
RESTART = timedelta(seconds=7)  # between a death and the bot that comes after


class Deaths:
    """Asks for deaths, one after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.ringing"], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._answer() == "ready"

    def die(self, folder: Path, now: datetime, kind: str, death: str) -> str:
        order = {"folder": str(folder), "now": now.isoformat(), "kind": kind, "death": death}
        assert self._process.stdin is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return self._answer()

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=30)

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


class Stages:
    """Each kind's scene, played once; and what comes of it when nothing goes wrong."""

    def __init__(self) -> None:
        self.folder = quick_folder()
        self._played: dict[str, datetime] = {}
        self._undisturbed: dict[str, tuple[dict[str, list[str]], dict[str, object]]] = {}

    async def copy(self, kind: str, called: str) -> tuple[Path, datetime]:
        """A folder of its own where the timer is about to ring, and that moment."""
        stage = self.folder / kind
        if kind not in self._played:
            stage.mkdir()
            town = TownOfDeaths(stage, now=BEGINS_AT, opens=QuickDatabase)
            await migrate(town.database)
            await played(town, kind)
            await town.close()
            self._played[kind] = town.now
        mine = self.folder / f"{kind}-{called}"
        mine.mkdir()
        for name in ("town.db", SHOWN):
            if (stage / name).exists():
                shutil.copy(stage / name, mine / name)
        return mine, self._played[kind]

    async def undisturbed(self, kind: str) -> tuple[dict[str, list[str]], dict[str, object]]:
        """What is shown, and how everything stands, after it rang and the bot was started anew."""
        if kind not in self._undisturbed:
            folder, now = await self.copy(kind, "undisturbed")
            town = TownOfDeaths(folder, now=now)
            await town.settle()
            await town.close()
            self._undisturbed[kind] = await started_again(folder, now)
        return self._undisturbed[kind]


async def started_again(
    folder: Path, now: datetime
) -> tuple[dict[str, list[str]], dict[str, object]]:
    """The bot starts, a few seconds later, as every start goes."""
    town = TownOfDeaths(folder, now=now + RESTART)
    await town.database.run(made_ready, town.desk.config, town.now)
    await town.settle()
    stands = await town.database.read(standing)
    assert await town.database.read(set_aside.count) == 0
    await town.close()
    return shown_in(folder), stands


@pytest.fixture(scope="module")
def deaths() -> Iterator[Deaths]:
    deaths = Deaths()
    yield deaths
    deaths.close()


@pytest.fixture(scope="module")
def stages() -> Iterator[Stages]:
    stages = Stages()
    yield stages
    shutil.rmtree(stages.folder)


@pytest.mark.parametrize("death", DEATHS)
@pytest.mark.parametrize("kind", KINDS)
async def test_killed_around_it_nothing_is_lost_and_nothing_happens_twice(
    kind: str, death: str, stages: Stages, deaths: Deaths
):
    shown, stands = await stages.undisturbed(kind)
    folder, now = await stages.copy(kind, death)
    ended = deaths.die(folder, now, kind, death)
    is_silent = shown == shown_in(stages.folder / kind)
    assert ended == ("done" if is_silent and death not in IN_THE_DATABASE else "killed")

    assert await started_again(folder, now) == (shown, stands)


@pytest.mark.parametrize("kind", KINDS)
async def test_two_processes_that_ring_it_do_it_once(kind: str, stages: Stages):
    shown, stands = await stages.undisturbed(kind)
    folder, now = await stages.copy(kind, "twice")
    one = TownOfDeaths(folder, now=now)
    other = TownOfDeaths(folder, now=now, wire=one.wire)
    await asyncio.gather(one.settle(), other.settle())
    await asyncio.gather(one.settle(), other.settle())  # whichever has not seen what the other left
    await one.close()
    await other.close()

    assert await started_again(folder, now) == (shown, stands)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_clock_set_back_and_forth_after_it_changes_nothing(kind: str, stages: Stages):
    shown, stands = await stages.undisturbed(kind)
    folder, now = await stages.copy(kind, "back")
    town = TownOfDeaths(folder, now=now)
    await town.settle()
    town.now = now - timedelta(hours=2)
    await town.settle()
    await town.close()

    assert await started_again(folder, now) == (shown, stands)


@pytest.mark.timeout(30)
@pytest.mark.parametrize("days", [0.1, 3])
@pytest.mark.parametrize("kind", KINDS)
async def test_late_it_rings_without_a_fault_and_comes_to_rest(
    kind: str, days: float, stages: Stages
):
    folder, now = await stages.copy(kind, f"late-{days}")
    town = TownOfDeaths(folder, now=now + timedelta(days=days))
    await town.settle()

    assert await town.database.read(set_aside.count) == 0
    coming = await town.database.read(timers.next_due)
    assert coming is None or coming > town.now
    await town.close()


@pytest.mark.parametrize("kind", KINDS)
async def test_about_something_that_is_gone_it_rings_in_silence(kind: str, stages: Stages):
    folder, now = await stages.copy(kind, "gone")
    town = TownOfDeaths(folder, now=now - timedelta(minutes=1))
    await town.settle()
    before = shown_in(folder)
    await town.database.run(timers.start, kind, "nothing-there-is", town.now)
    await town.settle()

    assert await town.database.read(set_aside.count) == 0
    assert shown_in(folder) == before or kind in ("check-doors", "staffing", "housekeeping")
    await town.close()
