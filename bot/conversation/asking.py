"""Carries a dialogue on: asks the next question, or gives its answers to whoever began it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation import forms
from bot.conversation.choosing import one_of, several_of
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
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import NOTHING, CloseQuestions, Decision, DropDialogue, KeepDialogue, Tell
from storage import dialogues, questions
from storage.database import Transaction

LIVED_THROUGH = "topics"


def start(
    router: Router,
    dialogue: Dialogue[Any],
    turn: Turn,
    db: Transaction,
    answers: Mapping[str, str] | None = None,
    reply: str = "",
) -> Decision:
    """Begin a dialogue; whatever dialogue was under way is over. `reply` answers its first question."""
    known = {**_not_for_here(dialogue, turn), **(answers or {})}
    first = begin(dialogue, known)
    if not reply or isinstance(first, Finished):
        return _onwards(router, dialogue, first, turn, db)
    at = dialogues.Kept(dialogue.name, dialogue.version, first.progress.step, known)
    return _gone_on(router, at, reply, turn, db)


def _not_for_here(dialogue: Dialogue[Any], turn: Turn) -> dict[str, str]:
    """What is not asked where only facts are spoken of: what somebody has lived through."""
    if not turn.desk.facts_only(turn.person.platform):
        return {}
    return {step.name: "" for step in dialogue.steps if step.offered == LIVED_THROUGH}


def go_on(
    router: Router, kept: dialogues.Kept, reply: str, turn: Turn, db: Transaction
) -> Decision:
    """Take what somebody wrote or pressed as the answer to the question they are at."""
    dialogue, progress = _restored(router, kept)
    if dialogue is None or progress is None:
        return _out_of_date(turn)
    step = dialogue.step(progress.step)
    assert step is not None
    answer = _answer(dialogue, step, reply, turn, db)
    if answer is None:
        return turn.answer("not-a-choice") + _ask(dialogue, progress, turn)
    reader = router.readers.get((dialogue.name, step.name))
    if reader is not None and answer != SKIP:
        read = reader(turn, answer, db)
        if isinstance(read, Decision):
            return read
        progress = replace(progress, answers={**progress.answers, **read})
        answer = read[step.name]
    result = advance(dialogue, progress, answer)
    heard = router.answers.get((dialogue.name, step.name))
    at_once = NOTHING
    if heard is not None and not isinstance(result, AskAgain):
        at_once = heard(turn, answer, db)
    return at_once + _onwards(router, dialogue, result, turn, db)


def fill(
    router: Router, kept: dialogues.Kept, values: Mapping[str, str], turn: Turn, db: Transaction
) -> Decision:
    """Take what somebody filled in as answers to several questions; the others are asked as ever.

    What has to be read first (a time) is read last, so that nothing else is lost when it is not
    understood.
    """
    dialogue, progress = _restored(router, kept)
    if dialogue is None or progress is None:
        return _out_of_date(turn)
    answers, unread = dict(progress.answers), None
    for step in dialogue.steps:
        value = values.get(step.name, "").strip()
        if (dialogue.name, step.name) in router.readers:
            unread = (step, value) if value else unread
        elif step.name in values and (answer := _filled(step, value, turn)) is not None:
            answers[step.name] = answer
    if unread is None:
        return _onwards(router, dialogue, begin(dialogue, answers), turn, db)
    step, value = unread
    answers.pop(step.name, None)
    at = dialogues.Kept(dialogue.name, dialogue.version, step.name, answers)
    return _gone_on(router, at, value, turn, db)


def _gone_on(
    router: Router, at: dialogues.Kept, reply: str, turn: Turn, db: Transaction
) -> Decision:
    """`reply` is the answer where somebody is only now brought to."""
    # Not as an effect: whoever reads the reply looks here for what was said before.
    dialogues.keep(db, turn.person.id, at, turn.now)
    return go_on(router, at, reply, turn, db)


def _filled(step: Step[Any], value: str, turn: Turn) -> str | None:
    """The answer that a field of a form gives; None if the question has to be asked."""
    offered = step.choices or tuple(_labels(step, turn))
    chosen = [one for one in value.split(",") if one in offered] if offered else [value]
    answer = ",".join(chosen if step.many else chosen[:1])
    return answer if answer or step.optional else None


def go_back(router: Router, kept: dialogues.Kept, turn: Turn) -> Decision:
    """One question back."""
    dialogue, progress = _restored(router, kept)
    if dialogue is None or progress is None:
        return _out_of_date(turn)
    return _ask(dialogue, back(dialogue, progress).progress, turn)


def again(router: Router, kept: dialogues.Kept, turn: Turn) -> Decision:
    """The question they are at, once more."""
    dialogue, progress = _restored(router, kept)
    if dialogue is None or progress is None:
        return _out_of_date(turn)
    return _ask(dialogue, progress, turn)


def is_at(router: Router, kept: dialogues.Kept, question_text: str) -> bool:
    """Whether the question with this text is the one they are at."""
    dialogue, progress = _restored(router, kept)
    if dialogue is None or progress is None:
        return False
    step = dialogue.step(progress.step)
    return step is not None and dialogue.text_of(step) == question_text


def _restored(router: Router, kept: dialogues.Kept) -> tuple[Dialogue[Any] | None, Progress | None]:
    dialogue = router.dialogues[kept.name][0] if kept.name in router.dialogues else None
    if dialogue is None or dialogue.version != kept.version or dialogue.step(kept.step) is None:
        return None, None
    return dialogue, Progress(step=kept.step, answers=kept.answers)


def _out_of_date(turn: Turn) -> Decision:
    lost = Decision(effects=(DropDialogue(turn.person.id),))
    return lost + turn.answer("dialogue-started-over")


def _answer(
    dialogue: Dialogue[Any], step: Step[Any], reply: str, turn: Turn, db: Transaction
) -> str | None:
    asked = questions.find(db, turn.person.id, dialogue.text_of(step), dialogue.name)
    if asked is not None:
        if step.many:
            listed = several_of(reply, asked, turn.desk.catalogue)
            if listed:
                return SKIP if SKIP in listed else ",".join(listed)
        elif chosen := one_of(reply, asked, turn.desk.catalogue):
            return chosen
    if step.choices or step.offered:
        return None
    return reply.strip() or None


def _onwards(
    router: Router,
    dialogue: Dialogue[Any],
    result: AskNext | AskAgain | Finished[Any],
    turn: Turn,
    db: Transaction,
) -> Decision:
    match result:
        case AskNext(progress):
            return _ask(dialogue, progress, turn)
        case AskAgain(progress):
            return turn.answer("not-a-choice") + _ask(dialogue, progress, turn)
        case Finished(answers):
            over = Decision(
                effects=(
                    DropDialogue(turn.person.id),
                    CloseQuestions(dialogue.name, turn.person.id),
                )
            )
            _, finish = router.dialogues[dialogue.name]
            return over + finish(turn, answers, db)


def _ask(dialogue: Dialogue[Any], progress: Progress, turn: Turn) -> Decision:
    step = dialogue.step(progress.step)
    assert step is not None
    labels = _labels(step, turn)
    choices = (*(step.choices or tuple(labels)), *step.also, *((SKIP,) if step.optional else ()))
    keep = KeepDialogue(
        turn.person.id, dialogue.name, dialogue.version, progress.step, progress.answers
    )
    question = Tell(
        turn.person.id,
        dialogue.text_of(step),
        {"platform": turn.person.platform},
        choices=choices,
        about=dialogue.name,
        labels=labels,
        form=forms.key_of(dialogue, progress),
    )
    return Decision(effects=(CloseQuestions(dialogue.name, turn.person.id), keep, question))


def _labels(step: Step[Any], turn: Turn) -> Mapping[str, str]:
    return forms.labels(step, turn.programme, turn.desk.catalogue, turn.person.language)
