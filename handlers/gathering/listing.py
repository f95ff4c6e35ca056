"""What gatherings are to come: for everybody those open to everybody, for coordinators all."""

from collections import Counter
from collections.abc import Sequence

from bot.conversation import access
from bot.conversation.commands import Command, Role
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import NOTHING, Decision
from bot.domain.gathering import Gathering, Kind
from bot.domain.lifecycle import GuestStatus
from bot.texts.calendars import calendar_file
from handlers.gathering import group
from storage import gathering_guests, gatherings
from storage.database import Transaction

router = Router()

GATHERINGS = Command(
    name="gatherings", words=("gatherings", "træf"), for_coordinators="all-gatherings"
)
ALL = Command(
    name="all-gatherings", words=("all gatherings", "alle træf"), who=Role.COORDINATOR,
    for_others="gatherings", hidden=True,
)  # fmt: skip
SHOWN = 10  # at most; nobody reads more at once
FILE = "gatherings.ics"


@router.command(GATHERINGS)
def open_to_all(turn: Turn, db: Transaction) -> Decision:
    """Those open to everybody, and the groups they said yes to; and a file for their own calendar."""
    found = gatherings.to_come(db, turn.programme.name, Kind.OPEN)[:SHOWN]
    mine = [one for _, one in group.coming_to(turn.person.id, db)]
    if not found and not mine:
        return turn.answer("gatherings-none")
    said = (_listed(found, turn, db) if found else NOTHING) + group.mine(turn, db)
    written = calendar_file(*(group.entry(one, turn) for one in (*found, *mine)))
    return said + turn.hand_over("gatherings-file", written, FILE)


@router.command(ALL)
def all_to_come(turn: Turn, db: Transaction) -> Decision:
    """For coordinators: all of them, with the codes by which they are changed."""
    access.coordinator(turn)
    found = gatherings.to_come(db, turn.programme.name)[:SHOWN]
    return _listed(found, turn, db) if found else turn.answer("gatherings-none")


def _listed(found: Sequence[Gathering], turn: Turn, db: Transaction) -> Decision:
    said = turn.answer("gatherings", count=len(found))
    for one in found:
        said += _group_row(one, turn, db) if one.kind is Kind.GROUP else _row(one, turn)
    return said


def _row(one: Gathering, turn: Turn) -> Decision:
    return turn.answer(
        "gathering-row",
        gathering=one.name,
        zoned=one.begins_at,
        minutes=one.minutes,
        place=one.where,
        called=one.code if turn.person.is_coordinator else "",
    )


def _group_row(one: Gathering, turn: Turn, db: Transaction) -> Decision:
    """How many, never who."""
    guests = Counter(guest.status for guest in gathering_guests.of(db, one.id))
    return turn.answer(
        "gathering-group-row",
        gathering=one.name,
        zoned=one.begins_at,
        minutes=one.minutes,
        asked=guests[GuestStatus.ASKED],
        coming=guests[GuestStatus.COMING],
        called=one.code,
    )
