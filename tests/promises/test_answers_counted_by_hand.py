"""Answers given to the bot come to coordinators as means that equal a count by hand."""

import csv
import io
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.programmes.loading import load
from storage import timers
from tests.attacks.answering import Answered
from tests.stories.check_in_steps import answered

MONDAY = datetime(2030, 2, 4, 9, tzinfo=UTC)  # February begins on it, by whole weeks
NAMES = load("drop-in").check_ins.named("en")


@pytest.mark.slow
async def test_a_month_of_answers_is_told_as_counted_by_hand(tmp_path: Path):
    world = Answered(tmp_path, seed=7)
    town = world.town
    town.now = MONDAY
    await world.begin()
    for week, many in enumerate((6, 3, 9, 4)):
        await world.answer(many)
        await town.later(seconds=(MONDAY + timedelta(weeks=week + 1) - town.now).total_seconds())
    await town.database.run(timers.stop, "housekeeping", "house")
    carla = await town.coordinator("carla")
    carla.heard()
    await carla.says("figures 2030-02")

    let_out = await answered(town)
    by_hand: dict[str, list[int]] = defaultdict(list)
    for when, item, value, stamped in let_out:
        assert when == "end" and stamped in ("2030-W06", "2030-W07", "2030-W08", "2030-W09")
        by_hand[item].append(value)
    assert {len(values) for values in by_hand.values()} == {6 + 3 + 9}  # four are still too few
    assert _given(world, first=18) == {item: sorted(v) for item, v in by_hand.items()}

    files = [s.letter.file for s in carla.seen() if s.letter.file]
    (table,) = [f.data.decode("utf-8-sig") for f in files if f.name.endswith(".csv")]
    rows = [r for r in csv.DictReader(io.StringIO(table)) if r["figure"] == "outcome"]
    assert {r["part"]: float(r["value"]) for r in rows} == {
        f"{item}/end": round(sum(v) / len(v), 1) for item, v in by_hand.items()
    }
    assert {r["label"] for r in rows} == {f"Answers: {NAMES[i]}, at the end" for i in by_hand}
    said = [s.letter.text for s in carla.seen() if s.letter.mark.text_id == "report-outcomes"]
    mean = f"{round(sum(by_hand['met']) / 18, 1):g}"
    assert f"– I felt met: at the end {mean} [15]" in said[0]
    await town.close()


def _given(world: Answered, first: int) -> dict[str, list[int]]:
    told = list(world.truth.values())[:first]
    return {item: sorted(one[item] for one in told) for item in told[0]}
