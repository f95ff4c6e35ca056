"""Time zones as people say them: set when sure, offered when nearly, and never guessed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.ids import PersonId
from bot.domain.opening import Hours
from bot.domain.shifts import Extra, ShiftPlan, span
from bot.domain.when.local import Shown, shown
from bot.domain.zones import is_fixed, look_up, same_clock, told_apart
from bot.texts.places import place_name, spoken, zone_names

NOW = datetime(2030, 1, 7, 19, 0, tzinfo=UTC)
NAMES = zone_names()


def found(text: str):
    return look_up(spoken(text), NAMES, NOW)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Copenhagen", "Europe/Copenhagen"), ("københavn", "Europe/Copenhagen"),
        ("Aarhus", "Europe/Copenhagen"), ("Danmark", "Europe/Copenhagen"),
        ("dansk tid", "Europe/Copenhagen"), ("Danish time", "Europe/Copenhagen"),
        ("Germany", "Europe/Berlin"), ("Tyskland", "Europe/Berlin"), ("in London", "Europe/London"),
        ("i London", "Europe/London"), ("UK", "Europe/London"), ("England", "Europe/London"),
        ("New York", "America/New_York"), ("new york time", "America/New_York"),
        ("America/New_York", "America/New_York"), ("us/eastern", "America/New_York"),
        ("San Francisco", "America/Los_Angeles"), ("Færøerne", "Atlantic/Faroe"),
        ("Island", "Atlantic/Reykjavik"), ("Mumbai", "Asia/Kolkata"), ("Calcutta", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"), ("Georgia", "Asia/Tbilisi"), ("St. Petersburg", "Europe/Moscow"),
        ("GMT+2", "Etc/GMT-2"), ("utc-5", "Etc/GMT+5"), ("+14", "Etc/GMT-14"), ("UTC", "Etc/UTC"),
        ("GMT", "Etc/UTC"), ("UTC+02:00", "Etc/GMT-2"), ("UTC \u2212 3", "Etc/GMT+3"),
    ],
)  # fmt: skip
def test_what_can_be_nothing_else_is_found(said: str, zone: str):
    assert found(said).one == zone


def test_an_offset_has_the_sign_that_people_give_it():
    there = NOW.astimezone(ZoneInfo(found("GMT+2").one or ""))
    assert there.strftime("%H:%M %z") == "21:00 +0200"
    assert place_name("Etc/GMT-2", "da", NOW) == "GMT+02:00"


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("USA", ("America/New_York", "America/Chicago", "America/Denver")),
        ("Spanien", ("Europe/Madrid", "Atlantic/Canary")),
        ("Portugal", ("Europe/Lisbon", "Atlantic/Azores")),
        ("Greenland", ("America/Nuuk",)),
        ("Australia", ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide")),
        ("Rusland", ("Europe/Moscow",)),
    ],
)
def test_a_country_with_several_clocks_is_asked_about_where_most_live_first(said, first):
    several = found(said)
    assert several.surely and several.one is None
    assert several.zones[: len(first)] == first


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Copenhagn", "Europe/Copenhagen"), ("nwe york", "America/New_York"), ("tokio", "Asia/Tokyo"),
     ("lond", "Europe/London"), ("newyork", "America/New_York"), ("UTC+5:30", "Asia/Kolkata")],
)  # fmt: skip
def test_what_is_nearly_right_is_offered_and_never_taken(said, zone):
    nearly = found(said)
    assert nearly.one is None and zone in nearly.zones


@pytest.mark.parametrize("said", ["xyzzy", "gmt+25", "utc+2:75", "-13", "7", "later", "+"])
def test_what_is_no_place_finds_nothing(said):
    assert found(said).zones == ()


def test_every_name_leads_to_zones_that_are_there():
    for zones in NAMES.values():
        assert zones
        for zone in zones:
            assert len(zone) <= 40  # what the column holds
            assert ZoneInfo(zone).key == zone


def test_names_of_one_clock_are_one():
    assert told_apart(["Europe/Copenhagen", "Europe/Berlin", "Europe/London"], NOW) == (
        "Europe/Copenhagen", "Europe/London",
    )  # fmt: skip
    assert same_clock("Europe/Paris", "Europe/Copenhagen", NOW)
    assert not same_clock("Europe/Copenhagen", "Etc/GMT-1", NOW)  # the same in winter only
    assert is_fixed("Etc/GMT-1") and not is_fixed("Europe/Paris")


@given(st.text(max_size=60))
def test_whatever_is_said_a_zone_comes_or_none(text):
    for zone in found(text).zones:
        NOW.astimezone(ZoneInfo(zone))


clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
days = st.dates(date(2029, 1, 1), date(2032, 1, 1))
places = st.sampled_from(sorted({zone for zones in NAMES.values() for zone in zones}))


@given(days, clocks, clocks, places, places)
def test_a_single_shift_stays_where_it_was_by_whatever_clock_it_is_kept(
    day, opens, to, here, there
):
    begins, ends = span(day, Hours(opens, to), ZoneInfo(here))
    assume(begins < ends <= begins + timedelta(days=1))  # 25 hours are no clock times elsewhere
    for moment in (
        begins,
        ends,
    ):  # a time its new clock shows twice cannot be told by the clock alone
        wall = moment.astimezone(ZoneInfo(there)).replace(tzinfo=None)
        assume(shown(wall, ZoneInfo(there)) is Shown.ONCE)
    extra = Extra(day, Hours(opens, to))
    plan = ShiftPlan(volunteer=PersonId("mia"), programme="x", zone=here, extra=(extra,))

    (kept,) = plan.by_clock_of(there).extra

    assert span(kept.day, kept.hours, ZoneInfo(there)) == (begins, ends)
