"""A programme's file is read as an organisation meant it, or every mistake in it is explained."""

from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.domain.programme import ContactLimits, Form, Model, Routing, VolunteerLimits
from bot.programmes import ProgrammeProblems, load, load_all, preset_names
from bot.programmes.format import LimitsTable, RoutingTable, VolunteersTable
from bot.programmes.loading import PRESETS

TOPICS = {
    "anxiety",
    "depression",
    "bipolar",
    "psychosis",
    "trauma",
    "eating",
    "self-harm",
    "addiction",
    "loneliness",
    "grief",
    "adhd-autism",
    "relatives",
    "something-else",
}


def written(folder: Path, text: str) -> str:
    path = folder / "ours.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def problems_of(folder: Path, text: str) -> dict[str, str]:
    with pytest.raises(ProgrammeProblems) as caught:
        load(written(folder, text))
    return {problem.key: str(problem) for problem in caught.value.problems}


def test_the_drop_in_comes_with_the_bot():
    programme = load("drop-in")
    assert programme.model is Model.SEPARATE
    assert programme.forms == (Form.CHAT,)
    assert programme.topic_ids == TOPICS
    assert programme.topic_label("grief", "da") == "Sorg og tab"
    assert programme.minimum_age == 18
    assert programme.onboarding == ()
    assert programme.is_open(datetime(2026, 7, 1, 14, 0, tzinfo=UTC))  # 16:00 on the wall
    assert not programme.is_open(datetime(2026, 7, 1, 21, 0, tzinfo=UTC))


def test_the_defaults_of_a_file_are_those_of_the_domain():
    assert LimitsTable().model_dump() == asdict(ContactLimits())
    assert RoutingTable().model_dump() == asdict(Routing())
    volunteers = VolunteersTable().model_dump(exclude={"quiet_hours"})
    assert volunteers | {"quiet_from": None, "quiet_to": None} == asdict(VolunteerLimits())


@pytest.mark.parametrize("name", preset_names())
def test_every_preset_is_complete_and_named_as_its_file(name):
    programme = load(name)
    assert programme.name == name
    assert set(programme.role) == set(programme.languages)


def test_the_drop_in_states_the_defaults_it_has():
    programme = load("drop-in")
    assert programme.limits == ContactLimits()
    assert programme.volunteer_limits == VolunteerLimits()
    assert programme.routing == Routing()


def test_a_file_of_ones_own_says_only_what_differs(tmp_path):
    programme = load(
        written(
            tmp_path,
            """
preset = "drop-in"
name = "night-line"
[hours]
mon = ["22:00-02:00"]
sun = []
[hours.exceptions]
"2026-12-24" = []
[volunteers]
quiet_hours = "02:00-09:00"
[topics]
work = { da = "Arbejde", en = "Work" }
[texts.da]
welcome = "Hej fra os."
""",
        )
    )
    assert programme.name == "night-line"
    assert programme.limits.session_minutes == 45
    assert programme.topic_ids == TOPICS | {"work"}
    assert programme.volunteer_limits.quiet_from == time(2)
    assert programme.texts == {"da": {"welcome": "Hej fra os."}}
    assert programme.is_open(datetime(2026, 7, 6, 23, 0, tzinfo=UTC))  # Tuesday, 01:00 on the wall
    assert not programme.is_open(datetime(2026, 12, 24, 18, 0, tzinfo=UTC))


def test_every_mistake_is_told_at_once_with_its_line(tmp_path):
    told = problems_of(
        tmp_path,
        """preset = "drop-in"
purposes = ["healing"]
minimum_age = 10
[hours]
mon = ["16-23"]
[limits]
sesion_minutes = 50
notice_minutes = "ten"
[topics]
work = { da = "Arbejde", de = "Arbeit" }
""",
    )
    assert {key: text.split(":")[0].split(",")[1] for key, text in told.items()} == {
        "purposes[1]": " line 2",
        "minimum_age": " line 3",
        "hours.mon[1]": " line 5",
        "limits.sesion_minutes": " line 7",
        "limits.notice_minutes": " line 8",
        "topics.work.de": " line 10",
    }
    assert "did you mean session_minutes?" in told["limits.sesion_minutes"]
    assert "must be one of 'training', 'public-services'" in told["purposes[1]"]


def test_nobody_can_meet_who_has_no_way_to_find_each_other(tmp_path):
    told = problems_of(tmp_path, 'preset = "drop-in"\nforms = ["in-person"]\n')
    assert 'needs "chat" or "voice", too' in told["forms"]


def test_what_is_not_said_in_every_language_is_told(tmp_path):
    told = problems_of(
        tmp_path, 'preset = "drop-in"\n[topics]\nwork = { da = "Arbejde" }\nsport = {en = "Sport"}'
    )
    assert told == {
        "topics.work": 'ours.toml, line 3, topics.work: is not said in "en"; add en = "…"',
        "topics.sport": 'ours.toml, line 4, topics.sport: is not said in "da"; add da = "…"',
    }


def test_times_that_contradict_each_other_are_told(tmp_path):
    told = problems_of(
        tmp_path,
        'preset = "drop-in"\n[limits]\nsession_minutes = 10\n[routing]\nother_doors_minutes = 40\n',
    )
    assert "shorter" in told["limits"]
    assert "rising order" in told["routing"]


def test_a_programme_that_never_opens_is_told(tmp_path):
    text = (PRESETS / "drop-in.toml").read_text(encoding="utf-8").replace('["16:00-23:00"]', "[]")
    assert "never opens" in problems_of(tmp_path, text)["hours"]


def test_unknown_presets_and_missing_files_are_told(tmp_path):
    assert "choose of: drop-in" in problems_of(tmp_path, 'preset = "warmline"')["preset"]
    with pytest.raises(ProgrammeProblems, match="did you mean drop-in"):
        load("dropin")
    with pytest.raises(ProgrammeProblems, match="no such file"):
        load(str(tmp_path / "nowhere.toml"))


def test_mistakes_of_several_programmes_are_told_together(tmp_path):
    bad = written(tmp_path, 'preset = "drop-in"\nminimum_age = 3\n')
    with pytest.raises(ProgrammeProblems) as caught:
        load_all(["drop-in", bad, "dropin"])
    assert [problem.file for problem in caught.value.problems] == ["ours.toml", "dropin"]


def test_two_programmes_need_two_names(tmp_path):
    with pytest.raises(ProgrammeProblems, match="name of its own"):
        load_all(["drop-in", written(tmp_path, 'preset = "drop-in"\n')])
    assert set(load_all(["drop-in"])) == {"drop-in"}


def test_holidays_of_a_country_are_closed_have_hours_or_are_days_as_any_other(tmp_path: Path):
    begins = 'preset = "drop-in"\nname = "ours"\n'
    assert load("drop-in").holidays == "DK" and load("drop-in").hours.on_holidays is None
    closed = load(written(tmp_path, begins + 'holidays = "SE"\n[hours]\non_holidays = []\n'))
    assert closed.holidays == "SE" and closed.hours.on_holidays == ()
    own = load(written(tmp_path, begins + '[hours]\non_holidays = ["10:00-14:00"]\n'))
    assert list(map(str, own.hours.on_holidays or ())) == ["10:00-14:00"]
    assert "two letters" in problems_of(tmp_path, begins + 'holidays = "Denmark"\n')["holidays"]


def test_a_programme_asks_afterwards_what_it_words_itself(tmp_path):
    programme = load(
        written(
            tmp_path,
            """
preset = "drop-in"
name = "night-line"
[check_ins]
rounds = ["end", "10 days", "1 month"]
items = ["met", "sleep"]
who_5 = true
[check_ins.wording]
sleep = { da = "Jeg sover", en = "I sleep" }
""",
        )
    )
    plan = programme.check_ins
    assert [one.key for one in plan.rounds] == ["end", "10-days", "1-month"]
    assert [one.id for one in plan.receivers][:2] == ["met", "sleep"]
    assert len(plan.receivers) == 2 + 5
    assert plan.named("da")["sleep"] == "Jeg sover"
    assert "WHO-5" in plan.named("en")["who-5"]
    assert plan.volunteers == load("drop-in").check_ins.volunteers


def test_what_is_wrong_with_check_ins_is_explained(tmp_path):
    told = problems_of(tmp_path, 'preset = "drop-in"\n[check_ins]\nrounds = ["sometimes"]\n')
    assert "2 weeks" in told["check_ins.rounds[1]"]
    told = problems_of(
        tmp_path,
        """preset = "drop-in"
[check_ins]
rounds = ["end", "2 weeks", "2 weeks"]
items = ["met", "sleep"]
[check_ins.wording]
met = { da = "Mødt" , en = "Met" }
rest = { da = "Hvile" }
""",
    )
    assert '"sleep", which is not worded' in told["check_ins.items"]
    assert "twice" in told["check_ins.rounds"]
    assert "en" in told["check_ins.wording.rest"]
