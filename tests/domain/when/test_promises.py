"""What holds for every text, every moment and every zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.when import HORIZON, Rhythm, Series, Understood, how_long, understand
from bot.domain.when.local import moments
from bot.domain.when.vocabulary import DANISH_WORDS, ENGLISH_WORDS
from tests.domain.when.saying import COPENHAGEN, NEW_YORK, SYDNEY, written_out

ZONES = (COPENHAGEN, NEW_YORK, SYDNEY, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Asia/Kolkata"))
zones = st.sampled_from(ZONES)

# Around both changes of the clock in each zone, leap days, and years' ends.
CORNERS = [
    datetime(*day, hour, tzinfo=UTC)
    for day in (
        (2026, 10, 25), (2027, 3, 28), (2026, 11, 1), (2027, 3, 14), (2027, 4, 4), (2026, 10, 4),
        (2028, 2, 28), (2028, 2, 29), (2027, 2, 28), (2026, 12, 31), (2027, 1, 1),
    )
    for hour in (0, 1, 6, 16, 23)
]  # fmt: skip
nows = st.sampled_from(CORNERS) | st.datetimes(
    datetime.fromisoformat("2001-01-01"),
    datetime.fromisoformat("2090-01-01"),
    timezones=st.just(UTC),
)
_PIECES = [
    *sorted(DANISH_WORDS | ENGLISH_WORDS),
    "3.", "3/5", "31", "10.11", "9:30", "25:00", "2026-10-25", "02:30", "pm", "-", "1½", "08", "24",
    "29. februar", "i morgen", "hver anden", "uge 53", "kl. 10", "i otte uger", "8 times", "½",
]  # fmt: skip
sentences = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
texts = sentences | st.text(max_size=60) | st.text("0123456789./-: apmkl", max_size=20)


@given(texts, nows, zones)
@settings(max_examples=300, deadline=None)
def test_it_never_raises_and_is_never_in_the_past_or_too_far_away(text, now, zone):
    answer = understand(text, now, zone)

    if isinstance(answer, Understood):
        assert now <= answer.start.astimezone(UTC) <= now + HORIZON
        assert answer.start.tzinfo == zone
        assert answer.start.second == answer.start.microsecond == 0
        assert moments(answer.start.replace(tzinfo=None, fold=0), zone)
        assert answer.duration is None or timedelta() < answer.duration <= timedelta(days=1)


@given(texts, nows, zones)
@settings(max_examples=300, deadline=None)
def test_how_long_never_raises_and_begins_now(text, now, zone):
    answer = how_long(text, now, zone)

    if isinstance(answer, Understood):
        assert answer.start.astimezone(UTC) == now
        assert answer.duration is not None and answer.duration >= timedelta()


@given(
    nows,
    zones,
    st.integers(1, 364 * 24 * 60),
    st.none() | st.integers(1, 999),
    st.none()
    | st.builds(Series, st.sampled_from([Rhythm.WEEKLY, Rhythm.FORTNIGHTLY]), st.integers(1, 26)),
    st.sampled_from(["da", "en"]),
)
@settings(max_examples=300, deadline=None)
def test_what_is_read_back_means_the_same_when_it_is_said_again(
    now, zone, minutes, length, series, language
):
    start = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0).astimezone(zone)
    once = Understood(start, length and timedelta(minutes=length), series)

    again = understand(written_out(once, language), now, zone)

    assert isinstance(again, Understood), (written_out(once, language), again)
    assert again == once and again.start.astimezone(UTC) == start.astimezone(UTC)
