"""The first words: who we are, whether the person is of age, and whether they agree."""

from dataclasses import replace
from typing import Literal

from pydantic import BaseModel

from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.talking import FORGET_UNCONSENTED, UNCONSENTED_KEPT, WELCOME
from bot.conversation.turn import Happening, Turn
from bot.domain.decision import NOTHING, Decision, Forget, Note, StartTimer, StopTimer, Tell
from bot.domain.ids import PersonId
from bot.domain.people import Person
from bot.messages import TimeCame
from storage import contacts, people
from storage.database import Transaction

router = Router()


class Agreement(BaseModel):
    """What is asked before anything is kept."""

    language: Literal["da", "en"] | None = None
    adult: Literal["adult-yes", "adult-no"] | None = None
    consent: Literal["consent-yes", "consent-no"] | None = None


DIALOGUE = Dialogue(
    name=WELCOME,
    answers=Agreement,
    steps=(
        Step(name="language", text="language-ask", choices=("da", "en")),
        Step(name="adult", text="adult-ask", choices=("adult-yes", "adult-no")),
        Step(
            name="consent",
            text="consent-ask",
            choices=("consent-yes", "consent-no"),
            only_if=lambda answers: answers.adult == "adult-yes",
        ),
    ),
)


@router.answered(DIALOGUE, "language")
def language_chosen(turn: Turn, language: str, db: Transaction) -> Decision:
    """From here on in their language; who we are is said again in it, to be read before agreeing."""
    speaking = Decision(save=(replace(turn.person, language=language, language_known=True),))
    if language == turn.person.language:
        return speaking
    return speaking + turn.who_we_are()


@router.finished(DIALOGUE)
def agreed_or_not(turn: Turn, answers: Agreement, db: Transaction) -> Decision:
    """A yes is kept with its time. A no is not kept at all."""
    person = _speaking(turn.person, answers)
    if answers.adult == "adult-no":
        return Decision(save=(person,), effects=(Forget(person.id, "too-young"),))
    if answers.consent == "consent-no":
        return Decision(save=(person,), effects=(Forget(person.id, "consent-declined"),))
    return Decision(
        save=(replace(person, consented_at=turn.now),),
        effects=(
            StopTimer(FORGET_UNCONSENTED, person.id),
            Tell(person.id, "consent-thanks", choices=("talk", "help"), about=person.id),
            Note("consented", programme=turn.programme.name),
        ),
    )


@router.timer(FORGET_UNCONSENTED)
def forget_unconsented(rings: Happening, db: Transaction) -> Decision:
    """Somebody wrote once and never agreed: nothing about them stays."""
    assert isinstance(rings.event, TimeCame)
    person = people.get(db, PersonId(rings.event.about))
    if person is None or person.consented_at or person.is_coordinator:
        return NOTHING
    if contacts.open_of(db, person.id):  # somebody in danger, written to before they could agree
        later = rings.now + UNCONSENTED_KEPT
        return Decision(effects=(StartTimer(FORGET_UNCONSENTED, person.id, later),))
    return Decision(effects=(Forget(person.id),))


def _speaking(person: Person, answers: Agreement) -> Person:
    if answers.language is None:
        return person
    return replace(person, language=answers.language, language_known=True)
