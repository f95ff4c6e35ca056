"""Opening and pausing a programme, and telling its volunteers something."""

import json

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Audit, CloseQuestions, Decision, Note, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.row_effects import PauseProgramme
from bot.relaying.words import clean_text
from storage import requests, volunteers
from storage.database import Transaction

router = Router()

OPEN = Command(name="open", words=("open", "åbn"), who=Role.COORDINATOR)
PAUSE = Command(
    name="pause", words=("pause",), who=Role.COORDINATOR,
    takes=(Takes("message", optional=True, rest=True),),
)  # fmt: skip
ANNOUNCE = Command(
    name="announce", words=("announce", "meddel"), who=Role.COORDINATOR,
    takes=(Takes("message", rest=True),),
)  # fmt: skip
MESSAGE_LIMIT = 1000  # letters


@router.command(OPEN)
def open_(turn: Turn, db: Transaction) -> Decision:
    """New requests are taken again, within the opening hours."""
    me = access.coordinator(turn)
    name = turn.programme.name
    opened = Decision(effects=(PauseProgramme(name, False), Audit(me.person, "open", name)))
    return opened + turn.answer("open-done", title=turn.programme.title(turn.person.language))


@router.command(PAUSE)
def pause(turn: Turn, db: Transaction) -> Decision:
    """No new requests for now: shown first. Those who wait and talk are not touched."""
    access.coordinator(turn)
    message = clean_text(turn.args.get("message", ""), MESSAGE_LIMIT).text
    return turn.answer(
        "pause-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps(message),
        message=message,
        waiting=len(requests.waiting(db, turn.programme.name)),
    )


@router.press("pause-confirm", "confirm-yes")
def paused(turn: Turn, db: Transaction) -> Decision:
    """Paused; people who ask hear the message."""
    me = access.coordinator(turn)
    assert turn.question is not None
    name, message = turn.programme.name, json.loads(turn.question.kept)
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            PauseProgramme(name, True, message),
            Audit(me.person, "pause", name),
            Note("programme-paused", programme=name),
        )
    )
    return done + turn.answer("pause-done")


@router.command(ANNOUNCE)
def announce(turn: Turn, db: Transaction) -> Decision:
    """Something to all active volunteers: shown first, with how many it goes to."""
    access.coordinator(turn)
    message = clean_text(turn.args["message"], MESSAGE_LIMIT).text
    return turn.answer(
        "announce-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps(message),
        message=message,
        count=len(_active(turn, db)),
    )


@router.press("announce-confirm", "confirm-yes")
def announced(turn: Turn, db: Transaction) -> Decision:
    """It goes out."""
    me = access.coordinator(turn)
    assert turn.question is not None
    message = json.loads(turn.question.kept)
    readers = _active(turn, db)
    letters = tuple(Tell(person, "announcement", {"message": message}) for person in readers)
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "announce", str(len(readers))),
            *letters,
        )
    )
    return done + turn.answer("announce-done", count=len(readers))


def _active(turn: Turn, db: Transaction) -> list[PersonId]:
    everyone = volunteers.everyone(db, turn.programme.name)
    return [v.person for v in everyone if v.status is VolunteerStatus.ACTIVE]
