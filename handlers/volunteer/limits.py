"""A volunteer's own caps, below the programme's."""

import re
from dataclasses import replace
from datetime import time

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Decision
from bot.domain.people import OwnLimits
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from storage.database import Transaction

router = Router()

LIMITS = Command(
    name="limits", words=("limits", "grænser"), who=Role.VOLUNTEER,
    takes=(Takes("change", optional=True, rest=True),),
)  # fmt: skip

_NUMBER = re.compile(r"^(contacts|kontakter|hours|timer|asks|spørgsmål) (\d{1,2})$")
_QUIET = re.compile(r"^(?:quiet|stille) (\d{1,2})(?:[:.](\d{2}))?\s*-\s*(\d{1,2})(?:[:.](\d{2}))?$")


@router.command(LIMITS)
def limits(turn: Turn, db: Transaction) -> Decision:
    """Show them, or change one: `limits contacts 1`, `limits hours 6`, `limits quiet 22-7`."""
    me = access.volunteer(turn, db)
    change = folded(turn.args.get("change", ""))
    own = changed(me.limits, change) if change else me.limits
    me = replace(me, limits=own)
    most = turn.programme.volunteer_limits
    quiet = (
        f"{own.quiet_from:%H:%M}-{own.quiet_to:%H:%M}" if own.quiet_from and own.quiet_to else ""
    )
    shown = turn.answer(
        "limits",
        contacts=min(own.contacts_a_day or most.contacts_a_day, most.contacts_a_day),
        hours=min(own.week_hours or most.week_hours, most.week_hours),
        asks=min(own.asks_a_day or most.asks_a_day, most.asks_a_day),
        quiet=quiet,
    )
    return Decision(save=(me,) if change else ()) + shown


def changed(own: OwnLimits, change: str) -> OwnLimits:
    """The limits after this change. Raises Refusal when it is not understood."""
    if change in ("quiet off", "stille fra"):
        return replace(own, quiet_from=None, quiet_to=None)
    if number := _NUMBER.match(change):
        if not int(number[2]):
            raise Refusal("limits-how")
        return _with_number(own, number[1], int(number[2]))
    if quiet := _QUIET.match(change):
        try:
            start = time(int(quiet[1]) % 24, int(quiet[2] or 0))
            end = time(int(quiet[3]) % 24, int(quiet[4] or 0))
        except ValueError as error:
            raise Refusal("limits-how") from error
        return replace(own, quiet_from=start, quiet_to=end)
    raise Refusal("limits-how")


def _with_number(own: OwnLimits, what: str, number: int) -> OwnLimits:
    if what in ("contacts", "kontakter"):
        return replace(own, contacts_a_day=number)
    if what in ("hours", "timer"):
        return replace(own, week_hours=number)
    return replace(own, asks_a_day=number)
