"""Whatever is booked, moved, given back or called off in some weeks: what we promise of times holds."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.promises.evening import COORDINATORS, EVERYBODY, VOLUNTEERS
from tests.promises.settings import histories_of_weeks
from tests.promises.weeks import Weeks

SERIES = (
    "every tuesday at 19:00, 3 times", "every tuesday at 19:30, 5 times",
    "every other wednesday at 20:00, 3 times", "every day at 19:00, 4 times",
    "hver torsdag kl. 21, 4 gange", "every friday at 10:00 until the 15th of february",
)  # fmt: skip
TIMES = (
    "tomorrow at 19:15", "on tuesday the 15th of january at 19:00", "on wednesday at 20:00",
    "on thursday at 21:15", "tomorrow at 21:45", "on friday at 10:00", "tomorrow at 19:00",
    "tomorrow at 20:00", "on the 22nd of january at 19:20",
)  # fmt: skip
SAID = (
    "!sick", "limits contacts 1", "limits contacts 2", "limits hours 1", "limits quiet 18-23",
    "reminders off", "reminders on", "reminders 2h 30m", "away 15-17 january", "shifts tue 18-21",
    "!block", "!end", "status", "appointments", "!cancel", "yes", "no", "language da", "talk",
)  # fmt: skip
ORDERS = ("suspend mia", "suspend ali", "resume mia", "resume ali", "pause", "open",
          "hours 15 january closed")  # fmt: skip

few = st.integers(0, 6)
receivers = st.sampled_from(("rosa", "rosa", "ole", "ole", "mia"))
givers = st.sampled_from(VOLUNTEERS)
both = st.sampled_from(("rosa", "ole", "mia", "ali", "sol", "ben", "kim"))
coordinators = st.sampled_from(COORDINATORS)
times = st.sampled_from(TIMES)
whom = st.sampled_from(("same-volunteer", "any-volunteer"))
answers = st.sampled_from(("accept", "accept", "decline"))


def deed(verb, *words):
    return st.tuples(st.just(verb), *words)


AGREES = deed("somebody_agrees", few)
MANY = deed("many_agree", few)
BOOKS = deed("books_for", receivers, times)
BEGINS = deed("books_for", receivers, st.sampled_from(SERIES))
MOVES = deed("somebody_moves", few, times, whom)
MOVED = deed("all_answer_moves", answers)
PLANS = (
    deed("plans", coordinators, st.just("propose"), few, times),
    deed("plans", coordinators, st.just("reschedule"), few, times),
    deed("plans", coordinators, st.just("call off"), few, st.sampled_from(("", "all"))),
)
ANSWERS = deed("all_answer_proposals", st.sampled_from(("confirm-yes", "confirm-yes", "no-thanks")))
BACK = deed("somebody_takes_back", few)
PASSES = deed("passes", st.sampled_from((30, 120, 600, 1440, 2 * 1440, 6 * 1440)))
OFTEN = (AGREES, MANY, MANY, BOOKS, BEGINS, MOVES, MOVES, MOVED, MOVED, BACK, *PLANS, ANSWERS,
         PASSES, PASSES)  # fmt: skip
SELDOM = (
    deed("says_when", receivers, st.sampled_from((*TIMES, *SERIES))),
    deed("somebody_declines", few),
    deed("answers_move", both, answers),
    deed("somebody_stops_a_series", few),
    deed("somebody_stops_a_series", few),
    deed("goes_on", receivers, st.sampled_from(("series-longer", "series-enough"))),
    deed("says", both, st.sampled_from(SAID)),
    deed("says", givers, st.just("!sick")),
    deed("says", givers, st.sampled_from(SAID)),
    deed("all_answer_proposals", st.just("another-time")),
    deed("orders", coordinators, st.sampled_from(ORDERS)),
    deed("somebody_writes", few),
    deed("presses", both, few, few),
    deed("forgets", st.sampled_from(EVERYBODY)),
    deed("hides", both),
    deed("fails", st.sampled_from(("retry", "unreachable", "refused")), st.integers(1, 3)),
    deed("dies", st.integers(0, 3), st.booleans()),
    deed("restarts"),
    deed("repeats"),
)
DEEDS = st.sampled_from((*3 * OFTEN, *SELDOM)).flatmap(lambda chosen: chosen)
HISTORIES = st.builds(
    lambda first, agreed, then: [first, agreed, *then],
    st.one_of(BEGINS, BOOKS),
    MANY,
    st.lists(DEEDS, min_size=12, max_size=40),
)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@histories_of_weeks
@given(HISTORIES)
def test_what_we_promise_of_times_holds_whatever_happens(history):
    asyncio.run(Weeks().play(history))
