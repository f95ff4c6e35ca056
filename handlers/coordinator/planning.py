"""What coordinators' words about appointments have in common: which one, when, and who will hear what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.conversation import access
from bot.conversation.turn import Turn
from bot.domain.appointment import Appointment
from bot.domain.decision import Amend, Decision, Tell
from bot.domain.ids import PersonId
from bot.domain.refusal import Arg, Refusal
from bot.domain.when.answer import Unclear, Understood
from bot.domain.when.understanding import understand
from bot.texts import moments
from storage import appointments, volunteers
from storage.database import Transaction

SAID_LIMIT = 200  # letters of what somebody says of a time
SHOWN_CANDIDATES = 4


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads an answer: a coordinator in private, or all of them in their room."""

    language: str
    zone: str


def reader(turn: Turn) -> Reader:
    """By whose clock and in whose language it is answered here."""
    service = turn.desk.config.service
    if turn.in_coordinators_room:
        return Reader(service.language, service.time_zone)
    return Reader(turn.person.language, turn.person.zone)


def moment_in(text: str, turn: Turn) -> tuple[datetime, int]:
    """The moment (UTC) these words say, and how many minutes, 0 if unsaid. Raises Refusal in doubt."""
    who = reader(turn)
    match understand(text[:SAID_LIMIT], turn.now, ZoneInfo(who.zone)):
        case Understood(start, duration, None):
            minutes = int(duration / timedelta(minutes=1)) if duration else 0
            return start.astimezone(UTC), minutes
        case Understood():
            raise Refusal("plan-once-only")
        case Unclear(candidates=[_, *_] as found):
            told = [moments.told(one.start, "when", who.language, who.zone)
                    for one in found[:SHOWN_CANDIDATES]]  # fmt: skip
            raise Refusal("plan-which-time", times="; ".join(told))
        case _:
            raise Refusal("plan-when")


def coded(turn: Turn, db: Transaction) -> Appointment:
    """The appointment they named, if it belongs to their programme. Raises Refusal."""
    access.coordinator(turn)
    found = appointments.coded(db, turn.args["code"])
    if found is None or found.programme != turn.programme.name:
        raise Refusal("plan-no-such-code", code=turn.args["code"].upper()[:6])
    return found


def pressed(turn: Turn, db: Transaction) -> Appointment:
    """The appointment that was shown, if it is still there. Raises Refusal."""
    access.coordinator(turn)
    assert turn.question is not None
    found = appointments.get(db, turn.question.about)
    if found is None or found.programme != turn.programme.name:
        raise Refusal("too-late")
    return found


def who_hears(
    decision: Decision, receiver: PersonId, turn: Turn, db: Transaction, then: Sequence[Tell] = ()
) -> str:
    """A line for each whom `decision` tells something, with what they read. Volunteers by pseudonym.

    `then`: what is told only when the receiver has said yes.
    """
    lines = [_line(one, receiver, turn, db, first=True)
             for one in decision.effects if isinstance(one, Tell)]  # fmt: skip
    lines += [_line(one, receiver, turn, db, first=False) for one in then]
    if asked := sum(isinstance(one, Amend) for one in decision.effects):
        who, render = reader(turn), turn.desk.catalogue.render
        lines.append(render("preview-asked", {"asked": asked}, who.language, who.zone).text)
    return "\n".join(lines)


def _line(said: Tell, receiver: PersonId, turn: Turn, db: Transaction, *, first: bool) -> str:
    giver = None if said.to == receiver else volunteers.get(db, said.to)
    args: dict[str, Arg] = {name: ("yes" if value else "no") if isinstance(value, bool) else value
                            for name, value in said.args.items()}  # fmt: skip
    who = reader(turn)
    render = turn.desk.catalogue.render
    words = render(said.text, args, who.language, who.zone, turn.programme.name).text
    told: dict[str, Arg] = {
        "who": "receiver" if said.to == receiver else "volunteer",
        "name": giver.name if giver else "",
        "first": "yes" if first else "no",
        "said": " ".join(words.split()),
    }
    return render("preview-line", told, who.language, who.zone).text
