"""Questions asked one after another. A dialogue is data; where a person is in it is data too.

So a dialogue outlives a restart, can be drawn, and can be tested without a chat: `begin`, `advance`
and `back` are plain functions. Nothing here knows what is asked, or by whom.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

A = TypeVar("A", bound=BaseModel)

SKIP = "skip"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Generic[A]):
    """One question. `name` is the field it fills; `text` its text, or `<dialogue>-<name>-ask`.

    With `choices` one of them is the answer (several, comma between, if `many`); without, any text
    is, and `also` are choices beside that. An `optional` step may be skipped and then leaves its field
    empty.
    """

    name: str
    text: str = ""
    choices: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    offered: str = ""  # a list the programme gives instead: topics, languages, forms, forms-now
    many: bool = False
    optional: bool = False
    longest: int = 1000  # characters of an answer in words, where a form can tell beforehand
    only_if: Callable[[A], bool] = lambda answers: True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue(Generic[A]):
    """Steps in order, and the typed answers they lead to."""

    name: str
    answers: type[A]
    steps: tuple[Step[A], ...]
    formed: bool = False  # may be answered as one form: nothing in it has to be thought over first
    version: int = 1  # raise it when a step is renamed or removed; old runs then start over

    def step(self, name: str) -> Step[A] | None:
        """The step with this name."""
        return next((step for step in self.steps if step.name == name), None)

    def text_of(self, step: Step[A]) -> str:
        """The text id of a step's question."""
        return step.text or f"{self.name}-{step.name}-ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where one person is in one dialogue."""

    step: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AskNext:
    """Ask the step it names."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The reply did not fit; nothing is lost."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Finished(Generic[A]):
    """Everything is answered."""

    answers: A


def begin(dialogue: Dialogue[A], answers: Mapping[str, str] | None = None) -> AskNext | Finished[A]:
    """The first question that is asked, with some answers known beforehand."""
    known = dict(answers or {})
    rest = [step for step in dialogue.steps if step.name not in known]
    return _onwards(dialogue, known, rest)


def advance(
    dialogue: Dialogue[A], progress: Progress, reply: str
) -> AskNext | AskAgain | Finished[A]:
    """Take `reply` as the answer to the step we are at, and see what comes next.

    `reply` is a choice id (several with commas), SKIP, or words.
    """
    step = dialogue.step(progress.step)
    if step is None:
        raise ValueError(f"{dialogue.name} has no step {progress.step}")
    if reply == SKIP and not step.optional:
        return AskAgain(progress)
    answers = {**progress.answers, step.name: "" if reply == SKIP else reply}
    if not _fits(dialogue, answers, step.name):
        return AskAgain(progress)
    rest = dialogue.steps[dialogue.steps.index(step) + 1 :]
    return _onwards(dialogue, answers, [s for s in rest if s.name not in answers])


def back(dialogue: Dialogue[A], progress: Progress) -> AskNext:
    """One question back; at the first question, the same one again."""
    names = [step.name for step in dialogue.steps]
    answered = [name for name in names[: names.index(progress.step)] if name in progress.answers]
    if not answered:
        return AskNext(progress)
    before = {name: a for name, a in progress.answers.items() if name != answered[-1]}
    return AskNext(replace(progress, step=answered[-1], answers=before))


def _onwards(
    dialogue: Dialogue[A], answers: dict[str, str], rest: Sequence[Step[A]]
) -> AskNext | Finished[A]:
    so_far = dialogue.answers.model_validate(answers)
    for step in rest:
        if step.only_if(so_far):
            return AskNext(Progress(step=step.name, answers=answers))
    return Finished(so_far)


def _fits(dialogue: Dialogue[A], answers: dict[str, str], step: str) -> bool:
    try:
        dialogue.answers.model_validate(answers)
    except ValidationError as error:
        return all(problem["loc"][:1] != (step,) for problem in error.errors())
    return True
