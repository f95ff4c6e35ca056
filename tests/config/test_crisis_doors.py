"""Nobody in danger is shown one number alone, or one nobody has checked."""

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from bot.config import ConfigProblems, CrisisConfig, Door, load, old_doors, shipped_doors

DAY = date(2026, 3, 1)


def door(number: str, **changes: object) -> Door:
    return Door.model_validate(
        {"name": f"Line {number}", "number": number, "verified_on": DAY, **changes}
    )


def test_the_shipped_list_is_the_one_we_have_sources_for():
    on = {entry.number for entry in shipped_doors() if entry.enabled}
    off = {entry.number for entry in shipped_doors() if not entry.enabled}
    assert on == {"112", "70 201 201", "1888", "116 111"}
    assert off == {"39 25 25 25", "70 23 27 50", "35 36 26 00", "70 120 110", "1813"}
    for entry in shipped_doors():
        assert entry.source
        assert set(entry.about) == {"da", "en"}


def test_112_must_be_there_and_two_more():
    CrisisConfig(doors=(door("112"), door("1888"), door("70 201 201")))
    with pytest.raises(ValidationError, match="number 112"):
        CrisisConfig(doors=(door("1888"), door("70 201 201"), door("1813")))
    with pytest.raises(ValidationError, match="at least two more"):
        CrisisConfig(doors=(door("112"), door("1888"), door("1813", enabled=False)))
    with pytest.raises(ValidationError, match="at least two more"):
        CrisisConfig(doors=(door("112"), door("1888"), door("116 111", audience="under-18")))


def test_a_list_of_ones_own_that_is_too_short_is_explained(tmp_path):
    path = tmp_path / "peerbot.toml"
    path.write_text('[[crisis.doors]]\nname = "Alarm"\nnumber = "112"\n')
    with pytest.raises(ConfigProblems) as caught:
        load(path, {})
    (problem,) = caught.value.problems
    assert (problem.key, problem.line) == ("crisis.doors[1]", 1)
    assert "without a date" in problem.says


def test_a_door_switched_on_needs_the_day_it_was_checked():
    with pytest.raises(ValidationError, match="without a date"):
        door("1888", verified_on=None)
    assert not door("1888", verified_on=None, enabled=False).enabled


def test_a_door_grows_old_after_ninety_days():
    entry, dark = door("112"), door("1813", enabled=False, verified_on=None)
    assert old_doors([entry, dark], DAY + timedelta(days=90), 90) == ()
    assert old_doors([entry, dark], DAY + timedelta(days=91), 90) == (entry,)


def test_the_card_has_a_line_for_each_open_door_and_the_young_see_theirs_first():
    crisis = CrisisConfig()
    assert crisis.card("da").splitlines()[0] == "112 · Alarm 112 – når liv er i fare nu"
    assert len(crisis.card("en").splitlines()) == 4
    assert crisis.card("en", young=True).startswith("116 111 · BørneTelefonen")
    assert crisis.short() == "112 · Livslinien 70 201 201"
