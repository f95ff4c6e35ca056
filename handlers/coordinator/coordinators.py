"""Who coordinates, and what coordinators did."""

import json
import re

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Appoint, Audit, CloseQuestions, Decision
from bot.domain.ids import code_of
from bot.domain.refusal import Refusal
from bot.messages import Address
from storage import journal, people
from storage.database import Transaction

router = Router()

ADD = Command(
    name="coordinator-add", words=("coordinator add", "koordinator tilføj"), who=Role.COORDINATOR,
    takes=(Takes("address"),),
)  # fmt: skip
REMOVE = Command(
    name="coordinator-remove", words=("coordinator remove", "koordinator fjern"),
    who=Role.COORDINATOR, takes=(Takes("address"),),
)  # fmt: skip
COORDINATORS = Command(
    name="coordinators", words=("coordinators", "koordinatorer"), who=Role.COORDINATOR
)
AUDIT = Command(name="audit", words=("audit", "hændelser"), who=Role.COORDINATOR)
SHOWN = 15
_MATRIX_USER = re.compile(r"@[^:\s]+:\S+")


@router.command(ADD)
def add(turn: Turn, db: Transaction) -> Decision:
    """Somebody more coordinates: shown first."""
    return _shown(turn, on=True)


@router.command(REMOVE)
def remove(turn: Turn, db: Transaction) -> Decision:
    """Somebody coordinates no more: shown first. The last one stays, or nobody could mend it."""
    address = _read(turn)
    found = people.recognise(db, address)
    if found is None or not found.is_coordinator:
        raise Refusal("coordinator-unknown")
    if all(person.id == found.id for person in people.coordinators(db) if person.reachable):
        raise Refusal("coordinator-last")
    return _shown(turn, on=False, by_role=bool(found.holds))


@router.press("coordinator-add-confirm", "confirm-yes")
@router.press("coordinator-remove-confirm", "confirm-yes")
def changed(turn: Turn, db: Transaction) -> Decision:
    """It is so from now on. One in the configuration is appointed again at the next start."""
    me = access.coordinator(turn)
    assert turn.question is not None
    address, on = json.loads(turn.question.kept)
    action = "coordinator-add" if on else "coordinator-remove"
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Appoint(address, on),
            Audit(me.person, action, db.index("address", address)[:6]),
        )
    )
    return done + turn.answer(f"{action}-done")


@router.command(COORDINATORS)
def coordinators_(turn: Turn, db: Transaction) -> Decision:
    """Everybody who coordinates, by the code the record knows them by, and how they came to."""
    access.coordinator(turn)
    everyone = people.coordinators(db)
    said = turn.answer("coordinators", count=len(everyone))
    for one in everyone:
        said += turn.answer(
            "coordinators-row",
            who=code_of(one.id),
            you=one.id == turn.person.id,
            platform=one.platform,
            how=one.made_by,
            reachable=one.reachable,
        )
    return said


@router.command(AUDIT)
def audit(turn: Turn, db: Transaction) -> Decision:
    """The latest acts, and whether the record is whole."""
    access.coordinator(turn)
    acts = journal.acts(db, SHOWN)
    if not acts:
        return turn.answer("audit-empty")
    said = turn.answer("audit", whole=journal.audit_is_whole(db), count=len(acts))
    for act in acts:
        said += turn.answer(
            "audit-row",
            when=act.at,
            who=code_of(act.actor),
            act=act.action,
            subject=act.subject,
        )
    return said


def _shown(turn: Turn, *, on: bool, by_role: bool = False) -> Decision:
    address = str(_read(turn))
    text = "coordinator-add-confirm" if on else "coordinator-remove-confirm"
    return turn.answer(
        text,
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=json.dumps([address, on]),
        address=address,
        by_role=by_role,
    )


def _read(turn: Turn) -> Address:
    access.coordinator(turn)
    try:
        return _address(turn.args["address"], turn.person.platform)
    except ValueError as error:
        raise Refusal("coordinator-address") from error


def _address(text: str, platform: str) -> Address:
    address = Address(platform, text) if text.startswith("@") else Address.parse(text)
    if address.platform == "matrix" and not _MATRIX_USER.fullmatch(address.user):
        raise ValueError("not a Matrix id")
    return address
