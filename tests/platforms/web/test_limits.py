"""Limits, addresses and frames: whatever comes, a number, a word or NotUnderstood comes out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.web import frames
from bot.platforms.web.frames import NotUnderstood
from bot.platforms.web.guarding import network_of
from bot.platforms.web.limits import KEPT, Limit


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


steps = st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 30)), max_size=80)


@given(st.integers(1, 20), st.floats(0.01, 60), steps)
def test_no_more_than_the_burst_and_one_for_each_while(burst: int, every: float, doings):
    clock = Clock()
    limit = Limit(burst, every, clock)
    done = {"a": 0, "b": 0, "c": 0}
    for who, pause in doings:
        clock.now += pause
        wait = limit.wait(who)
        assert wait >= 0
        done[who] += wait == 0
        assert done[who] <= burst + clock.now / every + 1e-6


@given(st.integers(1, 20), st.floats(0.01, 60), steps)
def test_whoever_waits_as_long_as_told_may(burst: int, every: float, doings):
    clock = Clock()
    limit = Limit(burst, every, clock)
    for who, pause in doings:
        clock.now += pause
        if wait := limit.wait(who):
            clock.now += wait
            assert limit.wait(who) == 0


def test_one_slows_no_other_and_nothing_is_kept_for_ever():
    clock = Clock()
    limit = Limit(5, 1.0, clock)
    while limit.wait("loud") == 0:
        pass
    assert limit.wait("quiet") == 0
    for n in range(KEPT + 500):
        limit.wait(f"p{n}")
    assert len(limit._used) <= KEPT + 1
    clock.now += 100
    limit.wait("somebody")
    assert len(limit._used) == 1


def test_what_is_given_back_does_not_count():
    limit = Limit(3, 60.0, Clock())
    for _ in range(50):
        assert limit.wait("a") == 0
        limit.give_back("a")
    limit.give_back("nobody")
    assert [limit.wait("a") > 0 for _ in range(4)] == [False, False, False, True]


@pytest.mark.parametrize(
    ("said", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:49152", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("[::ffff:203.0.113.7]:80", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_where_somebody_comes_from_is_a_network(said: str, network: str):
    assert network_of(said) == network


@given(st.text(max_size=300))
def test_any_word_for_an_address_is_short_and_no_fault(said: str):
    assert len(network_of(said)) <= 64


@given(st.ip_addresses())
def test_every_address_has_a_network_and_its_neighbours_the_same(address):
    assert network_of(str(address)) == network_of(network_of(str(address)).partition("/")[0])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some) | st.dictionaries(st.text(), some),
    max_leaves=20,
)
like_ours = st.fixed_dictionaries(
    {"do": st.sampled_from(["hello", "say", "press", "edit", "retract", "react", "language"])},
    optional={
        name: anything
        for name in ("id", "text", "to", "question", "choice", "label", "message", "key", "after",
                     "language")
    },
)  # fmt: skip


def _understood(text: str) -> None:
    try:
        said = frames.read(text)
    except NotUnderstood as no:
        assert no.why in ("malformed", "too-long")
        assert len(no.id) <= 40
    else:
        assert isinstance(said, frames.Frame)


@given(st.text())
def test_any_text_is_a_frame_or_not_understood(text: str):
    _understood(text)


@given(anything | like_ours)
def test_so_is_any_json(value: object):
    _understood(json.dumps(value))


@given(like_ours, st.integers(0, 200), st.text(max_size=5))
def test_so_is_one_that_was_damaged(value: object, at: int, between: str):
    text = json.dumps(value, ensure_ascii=False)
    _understood(text[:at] + between + text[at:])


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, '{"id":' + "7" * 50_000 + "}", '{"do":"say","id":' + "7" * 4500 + "}", "\ud800",
     '{"do":"say","id":"aaaaaaaa","text":"' + "x" * 60_000 + '"}'],
)  # fmt: skip
def test_so_is_what_is_deep_or_large(text: str):
    _understood(text)
