"""What is asked, and between what."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.when import NotUnderstood, Unclear, Understood, Why, understand
from bot.domain.when.facts import PartOfDay
from tests.domain.when.saying import COPENHAGEN, NEW_YORK, NOW, SYDNEY, told


def asked(text, now=NOW, zone=COPENHAGEN, **more):
    answer = understand(text, now, zone, **more)
    assert isinstance(answer, Unclear), answer
    return answer


@pytest.mark.parametrize(
    ("said", "why", "between"),
    [
        ("i morgen kl. 3", Why.MORNING_OR_EVENING, ["2026-10-22 03:00", "2026-10-22 15:00"]),
        ("tomorrow at 8", Why.MORNING_OR_EVENING, ["2026-10-22 08:00", "2026-10-22 20:00"]),
        ("half ten on thursday", Why.WHICH_TIME, ["2026-10-22 09:30", "2026-10-22 10:30"]),
        ("on wednesday at 10", Why.WHICH_WEEK, ["2026-10-21 10:00", "2026-10-28 10:00"]),
        ("next friday at 14:00", Why.WHICH_WEEK, ["2026-10-23 14:00", "2026-10-30 14:00"]),
        ("3/5 at 14:00", Why.WHICH_DAY, ["2027-03-05 14:00", "2027-05-03 14:00"]),
        ("sunday next week at 2pm", Why.WHICH_WEEK, ["2026-10-25 14:00", "2026-11-01 14:00"]),
        ("om otte dage kl. 10", Why.WHICH_DAY, ["2026-10-28 10:00", "2026-10-29 10:00"]),
        ("fredag d. 24. kl. 10", Why.DAY_AND_DATE, ["2026-10-23 10:00", "2026-10-24 10:00"]),
        ("tomorrow at midnight", Why.WHICH_DAY, ["2026-10-22 00:00", "2026-10-23 00:00"]),
        ("ten to twelve tomorrow", Why.WHICH_TIME, ["2026-10-22 10:00 for 120 min", "2026-10-22 11:50"]),
        ("i morgen efter kl. 15", Why.LOOSE, ["2026-10-22 15:00"]),
        ("tomorrow at 10 or 11", Why.LOOSE, []),
        ("den 31. november kl. 10", Why.NO_SUCH_DAY, []),
        ("i morgen kl. 25", Why.NO_SUCH_TIME, []),
        ("i morgen kl. 19 om morgenen", Why.DO_NOT_FIT, []),
        ("torsdag fredag kl. 10", Why.DO_NOT_FIT, []),
        ("today at 8:30 in the morning", Why.PAST, []),
        ("20 october at 10", Why.PAST, ["2027-10-20 10:00"]),
        ("1 may 2028 at 10", Why.TOO_FAR, []),
        ("torsdag kl. 10 hos lægen", Why.UNKNOWN_WORDS, ["2026-10-22 10:00"]),
        ("ikke torsdag kl. 10", Why.UNKNOWN_WORDS, []),
        ("i morgen kl. 10 i 0 minutter", Why.HOW_LONG, []),
        ("hver dag kl. 10", Why.HOW_OFTEN, []),
        ("every thursday at 10", Why.HOW_MANY, []),
        ("hver anden torsdag kl. 19 til jul", Why.UNTIL_WHEN, []),
        ("den 31. i hver måned kl. 10, 4 gange", Why.NOT_EVERY_MONTH, []),
        ("friday at 9 30", Why.UNKNOWN_WORDS, ["2026-10-23 09:00"]),
        ("the second thursday at 5pm", Why.UNKNOWN_WORDS, ["2026-10-22 17:00"]),
        ("from friday at 10 to friday saturday at 12", Why.DO_NOT_FIT, []),
        ("i morgen 10 10", Why.DO_NOT_FIT, []),
        ("monday 9", Why.WHICH_DAY, ["2026-10-26 09:00"]),
        ("14", Why.WHICH_TIME, ["2026-10-21 14:00"]),
    ],
)  # fmt: skip
def test_in_doubt_it_asks(said, why, between):
    answer = asked(said)

    assert answer.why is why
    assert [told(one) for one in answer.candidates] == between


@pytest.mark.parametrize(
    ("first", "then", "meant"),
    [
        ("i morgen", "kl. 14", "2026-10-22 14:00"),
        ("in two weeks", "at 10", "2026-11-04 10:00"),
        ("every tuesday at 7pm", "8 times", "2026-10-27 19:00 weekly 8"),
        ("half an hour on friday", "9.30", "2026-10-23 09:30 for 30 min"),
    ],
)
def test_what_is_answered_is_put_after_what_was_said_first(first, then, meant):
    asked(first)
    answer = understand(f"{first} {then}", NOW, COPENHAGEN)

    assert isinstance(answer, Understood) and told(answer) == meant


def test_what_is_known_already_is_told():
    answer = asked("i morgen eftermiddag i en halv time")

    assert answer.why is Why.WHAT_TIME
    assert answer.day == date(2026, 10, 22) and answer.part is PartOfDay.AFTERNOON
    assert answer.duration == timedelta(minutes=30)


def test_their_words_are_quoted_and_do_not_stand_in_a_log():
    answer = asked("torsdag kl. 10 hos lægen")

    assert answer.words == ("hos", "lægen")
    assert "lægen" not in repr(answer)


@pytest.mark.parametrize("text", ["", "hej", "I feel bad", "aldrig", "x" * 5000, "10 " * 200])
def test_what_says_no_time_is_not_understood(text):
    assert isinstance(understand(text, NOW, COPENHAGEN), NotUnderstood)


@pytest.mark.parametrize(
    ("zone", "text", "utc"),
    [
        (COPENHAGEN, "25/10-2026 kl. 02:30", (("2026-10-25", 0), ("2026-10-25", 1))),
        (NEW_YORK, "2026-11-01 01:30", (("2026-11-01", 5), ("2026-11-01", 6))),
        (SYDNEY, "2027-04-04 02:30", (("2027-04-03", 15), ("2027-04-03", 16))),
    ],
)
def test_a_time_that_comes_twice_is_asked_about(zone, text, utc):
    answer = asked(text, zone=zone)

    assert answer.why is Why.TWICE
    assert [one.start.astimezone(UTC) for one in answer.candidates] == [
        datetime.fromisoformat(f"{day}T{hour:02d}:30+00:00") for day, hour in utc
    ]


@pytest.mark.parametrize(
    ("zone", "text", "around"),
    [
        (COPENHAGEN, "28/3-2027 kl. 02:30", ["01:30", "03:30"]),
        (NEW_YORK, "2027-03-14 02:30", ["01:30", "03:30"]),
        (SYDNEY, "2027-10-03 02:30", ["01:30", "03:30"]),
    ],
)
def test_a_time_the_clock_skips_is_asked_about(zone, text, around):
    answer = asked(text, zone=zone)

    assert answer.why is Why.SKIPPED
    assert [f"{one.start:%H:%M}" for one in answer.candidates] == around


@pytest.mark.parametrize(
    ("now", "said", "meant"),
    [
        ("2028-02-27 12:00", "i overmorgen kl. 10", "2028-02-29 10:00"),
        ("2027-02-27 12:00", "i overmorgen kl. 10", "2027-03-01 10:00"),
        ("2027-12-01 12:00", "29 february at 10", "2028-02-29 10:00"),
        ("2026-12-31 12:00", "i morgen kl. 10", "2027-01-01 10:00"),
        ("2026-12-30 12:00", "tirsdag i uge 1 kl. 10", "2027-01-05 10:00"),
        ("2026-12-30 12:00", "the 3rd at 9", "2027-01-03 09:00"),
        ("2026-10-24 23:30", "om tre timer", "2026-10-25 02:30"),
        ("2026-10-24 23:30", "om fire timer", "2026-10-25 02:30"),
        ("2026-10-24 12:00", "i morgen kl. 12", "2026-10-25 12:00"),
    ],
)  # fmt: skip
def test_leap_days_years_ends_and_changes_of_the_clock_are_counted_as_people_do(now, said, meant):
    at = datetime.fromisoformat(now).replace(tzinfo=COPENHAGEN)
    answer = understand(said, at, COPENHAGEN)

    assert isinstance(answer, Understood) and told(answer) == meant


def test_hours_from_now_are_real_hours():
    at = datetime(2026, 10, 24, 23, 30, tzinfo=COPENHAGEN)
    three, four = (understand(said, at, COPENHAGEN) for said in ("om 3 timer", "om 4 timer"))

    assert isinstance(three, Understood) and isinstance(four, Understood)
    assert (three.start.fold, four.start.fold) == (0, 1)
