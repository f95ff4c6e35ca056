"""Asked later: when a look is due, and what comes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain import calling_back
from bot.domain.called_back import CallBack, CallBackId, WishedHours, hours_wished
from bot.domain.calling_back import LOOK, LOOK_EVERY, Seen
from bot.domain.decision import StartTimer, Tell
from bot.domain.ids import PersonId
from bot.domain.opening import Hours, OpeningHours
from bot.domain.row_effects import EndCallBack
from bot.programmes.loading import load

ZONE = "Europe/Copenhagen"
DROP_IN = load("drop-in")
EVENING = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)  # a Wednesday, eight o'clock there
OPEN = Seen(opening=DROP_IN.hours, free=1)


def wish(hours: str = "", now: datetime = EVENING) -> CallBack:
    wished = hours_wished(hours, ZONE, now.astimezone(ZoneInfo(ZONE)).date())
    assert wished is not None
    return CallBack(
        id=CallBackId("0123456789abcdef"), receiver=PersonId("rosa"), programme="drop-in",
        kept_at=now, ends_at=now + timedelta(days=7), hours=wished,
    )  # fmt: skip


def told(decision) -> list[str]:
    return [effect.text for effect in decision.effects if isinstance(effect, Tell)]


def due(decision) -> datetime:
    return next(e.due for e in decision.effects if isinstance(e, StartTimer) and e.kind == LOOK)


def test_somebody_is_free_and_it_is_within_all_hours_so_they_are_asked():
    decision = calling_back.look(wish(), OPEN, DROP_IN, EVENING)
    assert told(decision) == ["call-back-ask"]
    assert due(decision) == EVENING + timedelta(minutes=10)


@pytest.mark.parametrize(
    "seen",
    [
        replace(OPEN, free=0), replace(OPEN, free=-2), replace(OPEN, may_ask=False),
        replace(OPEN, here=False),
    ],
    ids=["nobody-free", "others-first", "limit-or-pause", "page-closed"],
)  # fmt: skip
def test_otherwise_it_is_looked_again_and_nothing_is_said(seen):
    decision = calling_back.look(wish(), seen, DROP_IN, EVENING)
    assert told(decision) == []
    assert due(decision) == EVENING + LOOK_EVERY


def test_outside_their_hours_the_next_look_is_when_they_begin_and_it_is_open():
    assert due(calling_back.look(wish("10-17"), OPEN, DROP_IN, EVENING)) == (
        EVENING.replace(hour=15) + timedelta(days=1)  # it opens at four
    )
    assert due(calling_back.look(wish("lørdag 18-20"), OPEN, DROP_IN, EVENING)) == (
        datetime(2026, 11, 28, 17, tzinfo=UTC)
    )


def test_hours_are_kept_by_the_wall_over_the_night_the_clock_is_changed():
    friday = datetime(2026, 3, 27, 22, 30, tzinfo=UTC)  # summer time begins on Sunday
    looked = calling_back.look(wish("sunday 18-20", friday), OPEN, DROP_IN, friday)
    assert due(looked).astimezone(ZoneInfo(ZONE)) == datetime(
        2026, 3, 29, 18, tzinfo=ZoneInfo(ZONE)
    )


def test_hours_that_never_meet_the_programmes_end_with_a_word():
    mornings = wish("7-9")
    decision = calling_back.look(mornings, OPEN, DROP_IN, EVENING)
    assert due(decision) == mornings.ends_at
    over = calling_back.look(mornings, OPEN, DROP_IN, mornings.ends_at)
    assert told(over) == ["call-back-over"]
    assert any(isinstance(effect, EndCallBack) for effect in over.effects)


def test_a_programme_that_never_opens_is_looked_at_until_it_ends():
    shut = OpeningHours(ZONE, ((),) * 7)
    assert due(calling_back.look(wish(), replace(OPEN, opening=shut), DROP_IN, EVENING)) == (
        wish().ends_at
    )


def test_a_look_while_they_are_asked_only_waits_for_the_answer():
    asked = replace(wish(), asks=1, asked_until=EVENING + timedelta(minutes=7))
    decision = calling_back.look(asked, OPEN, DROP_IN, EVENING)
    assert told(decision) == [] and due(decision) == asked.asked_until


def test_what_came_true_another_way_ends_without_a_word():
    over = calling_back.look(wish(), replace(OPEN, was_in_touch=True), DROP_IN, EVENING)
    assert told(over) == []
    assert any(isinstance(effect, EndCallBack) for effect in over.effects)


@pytest.mark.parametrize(
    ("text", "days", "hours"),
    [
        ("weekdays", {0, 1, 2, 3, 4}, Hours(time(), time())),
        ("mon-fri after 17", {0, 1, 2, 3, 4}, Hours(time(17), time())),
        ("weekend om formiddagen", {5, 6}, Hours(time(7), time(12))),
        ("torsdag 18.30-20", {3}, Hours(time(18, 30), time(20))),
        ("22-2", set(range(7)), Hours(time(22), time(2))),
    ],
)
def test_hours_wished_in_words(text, days, hours):
    assert hours_wished(text, ZONE, EVENING.date()) == WishedHours(ZONE, frozenset(days), hours)


@pytest.mark.parametrize("text", ["soon", "25-26", "weekdays perhaps", "17", "10-12, 14-16"])
def test_hours_are_never_guessed(text):
    assert hours_wished(text, ZONE, date(2026, 1, 1)) is None


def test_hours_past_midnight_belong_to_their_evening():
    late = WishedHours(ZONE, frozenset({4}), Hours(time(22), time(2)))
    saturday_at_one = datetime(2026, 11, 28, 0, 0, tzinfo=UTC)
    assert late.is_in(saturday_at_one)
    assert not late.is_in(saturday_at_one - timedelta(days=1))
