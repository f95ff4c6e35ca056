"""Dialogues are data: begun, answered, gone back in, never losing what was said."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.conversation.dialogue import (
    SKIP,
    AskAgain,
    AskNext,
    Dialogue,
    Finished,
    Progress,
    Step,
    advance,
    back,
    begin,
)


class Tea(BaseModel):
    kind: Literal["green", "black"] | None = None
    milk: str = ""
    cups: int = 1


TEA = Dialogue(
    name="tea",
    answers=Tea,
    steps=(
        Step(name="kind", choices=("green", "black")),
        Step(name="milk", optional=True, only_if=lambda tea: tea.kind == "black"),
        Step(name="cups", text="how-many-cups"),
    ),
)


def at(step: str, **answers: str) -> Progress:
    return Progress(step=step, answers=answers)


def test_it_begins_with_the_first_question_that_is_not_known():
    assert begin(TEA) == AskNext(at("kind"))
    assert begin(TEA, {"kind": "black"}) == AskNext(at("milk", kind="black"))
    assert begin(TEA, {"kind": "green"}) == AskNext(at("cups", kind="green"))
    assert begin(TEA, {"kind": "green", "cups": "2"}) == Finished(Tea(kind="green", cups=2))


def test_a_question_that_does_not_apply_is_not_asked():
    assert advance(TEA, at("kind"), "green") == AskNext(at("cups", kind="green"))
    assert advance(TEA, at("kind"), "black") == AskNext(at("milk", kind="black"))


def test_an_answer_of_the_wrong_kind_is_asked_again_and_nothing_is_lost():
    where = at("cups", kind="green")

    assert advance(TEA, where, "many") == AskAgain(where)
    assert advance(TEA, at("kind"), "coffee") == AskAgain(at("kind"))


def test_only_what_may_be_skipped_is_skipped():
    assert advance(TEA, at("kind"), SKIP) == AskAgain(at("kind"))
    assert advance(TEA, at("milk", kind="black"), SKIP) == AskNext(
        at("cups", kind="black", milk="")
    )


def test_back_goes_to_the_question_answered_before_and_forgets_that_answer_only():
    assert back(TEA, at("cups", kind="black", milk="oat")).progress == at("milk", kind="black")
    assert back(TEA, at("cups", kind="green")).progress == at("kind")
    assert back(TEA, at("kind")).progress == at("kind")


def test_a_step_that_is_no_more_is_our_bug():
    with pytest.raises(ValueError, match="no step"):
        advance(TEA, at("sugar"), "2")


def test_the_text_of_a_question_is_its_own_or_follows_from_its_name():
    assert [TEA.text_of(step) for step in TEA.steps] == [
        "tea-kind-ask",
        "tea-milk-ask",
        "how-many-cups",
    ]


@given(
    st.lists(st.one_of(st.sampled_from(["green", "black", SKIP, "2", "back"]), st.text(max_size=9)))
)
def test_whatever_is_answered_one_is_at_a_question_or_done(replies):
    state: AskNext | AskAgain | Finished[Tea] = begin(TEA)
    for reply in replies:
        if isinstance(state, Finished):
            assert state.answers.kind in ("green", "black")
            return
        state = (
            back(TEA, state.progress) if reply == "back" else advance(TEA, state.progress, reply)
        )
        if not isinstance(state, Finished):
            assert TEA.step(state.progress.step) is not None
