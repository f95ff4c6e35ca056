"""Numbers that would cover each other are moved apart, and no further than that."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.drawing.apart import apart

HEIGHTS = st.lists(st.floats(0, 100), max_size=8)


@given(HEIGHTS)
def test_none_covers_another_and_their_order_stays(heights: list[float]):
    put = apart(heights, 10)
    ranked = sorted(range(len(heights)), key=lambda n: heights[n])

    assert all(put[b] - put[a] >= 10 - 1e-6 for a, b in pairwise(ranked))


@given(HEIGHTS)
def test_together_they_stay_where_they_were(heights: list[float]):
    assert abs(sum(apart(heights, 10)) - sum(heights)) < 1e-6


def test_who_has_room_is_not_moved():
    assert apart([50.0, 10.0, 30.0], 10) == (50.0, 10.0, 30.0)
    assert apart([10.0, 10.0], 10) == (5.0, 15.0)
    assert apart([], 10) == ()
