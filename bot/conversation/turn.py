"""What a handler is given: who did what, where, and what is on the desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain.decision import Decision, Tell, TellCoordinators
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.refusal import Arg, Refusal
from bot.messages import Event, FromPerson, PlaceKind
from storage.questions import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A person's turn: they said a command, chose something, or finished a dialogue.

    `now` is our own clock; `event.at` is the platform's.
    """

    event: FromPerson
    person: Person
    programme: Programme
    desk: Desk
    now: datetime
    args: Mapping[str, str] = field(default_factory=dict, repr=False)
    question: Question | None = None
    choice: str = ""

    @property
    def in_coordinators_room(self) -> bool:
        """Whether the answer belongs in the coordinators' room."""
        return self.event.kind is PlaceKind.COORDINATORS

    def answer(
        self,
        text: str,
        *,
        choices: tuple[str, ...] = (),
        about: str = "",
        code: str = "",
        kept: str = "",
        **args: Arg,
    ) -> Decision:
        """Say a text where the person spoke. A `code` that is given is `$code` in it, too."""
        told = {"code": code, **args} if code else args
        return self._say(text, told, choices, about, code, kept)

    def who_we_are(self) -> Decision:
        """The first words, with what their platform can see."""
        platform = self.person.platform
        return self.answer("welcome", platform=platform, relays=self.desk.may_relay(platform))

    def hand_over(self, text: str, content: str, name: str) -> Decision:
        """Say a text where the person spoke, with a file of that content and name."""
        return self._say(text, {}, attached=content, attached_as=name)

    def show(self, text: str, chart: str, **args: Arg) -> Decision:
        """Say a text where the person spoke, with a picture of `chart` (`bot.drawing.charts`)."""
        return self._say(text, args, picture=chart)

    def refused(self, no: Refusal) -> Decision:
        """Say kindly what cannot be."""
        about = self.person.id if no.choices else ""
        return self._say(no.text, no.args_for_text, no.choices, about)

    def _say(
        self,
        text: str,
        args: Mapping[str, Arg],
        choices: tuple[str, ...] = (),
        about: str = "",
        code: str = "",
        kept: str = "",
        attached: str = "",
        attached_as: str = "",
        picture: str = "",
    ) -> Decision:
        said = (text, args, choices, about, code)
        if self.in_coordinators_room:
            room = TellCoordinators(
                self.programme.name, *said, kept=kept, answer=True,
                attached=attached, attached_as=attached_as, picture=picture,
            )  # fmt: skip
            return Decision(effects=(room,))
        told = Tell(
            self.person.id, *said, kept=kept,
            attached=attached, attached_as=attached_as, picture=picture,
        )  # fmt: skip
        return Decision(effects=(told,))


def turn_of(event: FromPerson, person: Person, desk: Desk, now: datetime) -> Turn:
    """The turn of somebody we know, in the programme they belong to."""
    return Turn(event=event, person=person, programme=desk.main, desk=desk, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something happened that nobody said: a timer rang, somebody left, a letter came back."""

    event: Event
    desk: Desk
    now: datetime
    person: Person | None = None  # whom it happened to, if we know them
