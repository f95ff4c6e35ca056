"""Whatever people do, in whatever order, and whatever fails meanwhile: what we promise holds."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.promises.evening import COORDINATORS, EVERYBODY, RECEIVERS, VOLUNTEERS, Evening
from tests.promises.settings import histories

SAID = (
    "hello there", "talk", "!talk", "again", "!again", "cancel", "!cancel", "status", "!status",
    "!end", "!end", "!handover", "!handover", "!extend", "!report", "!block", "!room", "stop",
    "!stop", "back", "help", "!help", "crisis", "!crisis", "accept", "!accept", "decline",
    "duty", "!off", "off", "why", "1", "2", "3", "yes", "no", "skip", "!colleague", "!volunteer",
    "my data", "language da", "queue", "volunteers", "audit", "taalk", "!", " ", "limits contacts 1",
    "appointments", "reminders", "reminders off", "check-ins", "check-ins on", "check-ins off", "7",
)  # fmt: skip
LATER = ("call me back", "skip", "20-22", "tonight", "call back", "not now", "look", "talk")
SHIFTS = (
    "shifts mon 20:30-22, tue 19-22", "shifts daily 20-21", "shifts auto on", "shifts auto off",
    "shifts none", "shifts today 21-23", "shifts tomorrow off", "shifts", "swap", "swap tuesday",
    "swap off", "sick", "away 8-9 january", "away off", "shifts mon 9-23", "yes", "no",
)  # fmt: skip
ORDERS = (
    "suspend mia", "suspend ali", "suspend ben", "suspend kim", "resume mia", "resume ali",
    "resume ben", "resume kim", "hours today closed", "hours today as usual", "pause", "open", "approve ida",
)  # fmt: skip

few = st.integers(0, 3)
receivers = st.sampled_from((*RECEIVERS, "rosa", "ole", "rosa", "mia", "ben", "karin"))
volunteers = st.sampled_from(VOLUNTEERS)
coordinators = st.sampled_from(COORDINATORS)
everybody = st.sampled_from(EVERYBODY)


def deed(verb, *words):
    return st.tuples(st.just(verb), *words)


ASKS = deed("asks", receivers, st.integers(0, 12))
ACCEPTS = deed("somebody_accepts", few)
WRITES = deed("somebody_writes", few)
SAYS = deed("says", everybody, st.sampled_from(SAID))
PASSES = deed("passes", st.sampled_from((1, 2, 3, 5, 10, 16, 30, 60)))
ENDING = ("!end", "!end", "!handover", "!handover", "!block", "!report", "!extend", "!room")
ENDS = deed("somebody_says", few, st.sampled_from(ENDING))
PRESSES = deed("presses", everybody, st.integers(0, 9), few)
MEETS = deed("meets", receivers, st.integers(0, 12), few)
OFTEN = (ASKS, MEETS, ACCEPTS, ACCEPTS, WRITES, WRITES, SAYS, PASSES, PASSES, ENDS, PRESSES)
SELDOM = (
    deed("accepts", volunteers, few),
    deed("writes", everybody),
    deed("declines", volunteers),
    deed("edits", everybody, few),
    deed("deletes", everybody, few),
    deed("reacts", everybody, few, st.sampled_from(("❤️", "👍", "1️⃣", "2️⃣"))),
    deed("asks_again", receivers),
    deed("books", receivers, st.sampled_from((3, 5, 20, 30, 50))),
    deed("books", receivers, st.sampled_from((3, 26))),
    deed("somebody_agrees", few),
    deed("somebody_agrees", few),
    deed("cancels", everybody),
    deed("arrives", st.just("ida")),
    deed("goes_on_duty", volunteers, st.sampled_from((4, 30, 60, 180))),
    deed("debriefs", volunteers, st.sampled_from(("light", "okay", "heavy")), few),
    deed("says", receivers, st.sampled_from(LATER)),
    deed("says", volunteers, st.sampled_from(SHIFTS)),
    deed("says", volunteers, st.sampled_from(SHIFTS)),
    deed("forgets", everybody),
    deed("leaves", everybody),
    deed("hides", everybody),
    deed("takes", coordinators, few),
    deed("assigns", coordinators, few, volunteers),
    deed("closes", coordinators, few),
    deed("orders", coordinators, st.sampled_from(ORDERS)),
    deed("passes", st.sampled_from((480, 1440))),
    deed("fails", st.sampled_from(("retry", "unreachable", "refused")), st.integers(1, 3)),
    deed("dies", st.integers(0, 3), st.booleans()),
    deed("restarts"),
    deed("repeats"),
)
DEEDS = st.sampled_from((*3 * OFTEN, *SELDOM)).flatmap(lambda chosen: chosen)
HISTORIES = st.builds(
    lambda first, then: [first, *then],
    st.one_of(MEETS, ASKS),
    st.lists(DEEDS, min_size=10, max_size=40),
)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@histories
@given(HISTORIES)
def test_what_we_promise_holds_whatever_happens(history):
    asyncio.run(Evening().play(history))
