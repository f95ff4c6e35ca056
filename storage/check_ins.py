"""Where people stand with their check-ins. Everything but whose it is is sealed, at even lengths."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from bot.domain.check_in.plan import Who
from bot.domain.check_in.standing import CheckIn, CheckInId, Coming, OpenRound
from bot.domain.ids import PersonId
from bot.domain.lifecycle import CheckInStatus
from storage import sealed_json
from storage.database import Transaction
from storage.tables import check_ins
from storage.upserting import upsert

BLOCK = 2_048  # bytes: more than a whole round, so that how much is answered cannot be told


def get(db: Transaction, id: str) -> CheckIn | None:
    """The check-ins with this id."""
    return next(iter(_found(db, check_ins.c.id == id)), None)


def of(db: Transaction, person: PersonId, who: Who) -> CheckIn | None:
    """Where this person stands with being asked as a receiver, a volunteer or staff."""
    whose = sa.and_(check_ins.c.person == person, check_ins.c.who == who.value)
    return next(iter(_found(db, whose)), None)


def of_person(db: Transaction, person: PersonId) -> Sequence[CheckIn]:
    """All of theirs."""
    return _found(db, check_ins.c.person == person)


def save(db: Transaction, one: CheckIn) -> None:
    """Keep it as it is now."""
    state: dict[str, Any] = {
        "programme": one.programme,
        "status": one.status.value,
        "began_on": one.began_on,
        "coming": [[coming.round, coming.due] for coming in one.coming],
        "asked": sorted(one.asked),
        "open": _written(one.open) if one.open else None,
        "commented": one.commented,
    }
    sealed = db.seal(check_ins.c.state_sealed, one.id, sealed_json.padded(state, BLOCK))
    row = {"id": one.id, "person": one.person, "who": one.who.value, "state_sealed": sealed}
    upsert(db, check_ins, row)


def _written(one: OpenRound) -> dict[str, Any]:
    return {
        "round": one.round,
        "since": one.since,
        "begun": one.begun,
        "answers": dict(one.answers),
        "skipped": sorted(one.skipped),
        "doors_shown": one.doors_shown,
        "reminded": one.reminded,
        "leaving": one.leaving,
    }


def _found(db: Transaction, which: sa.ColumnElement[bool]) -> list[CheckIn]:
    rows = db.all(sa.select(check_ins).where(which).order_by(check_ins.c.id))
    return [_check_in(db, row) for row in rows]


def _check_in(db: Transaction, row: sa.RowMapping) -> CheckIn:
    state = sealed_json.read(db.unseal(check_ins.c.state_sealed, row["id"], row["state_sealed"]))
    began_on: date = state["began_on"]
    one = state["open"]
    return CheckIn(
        id=CheckInId(row["id"]),
        person=PersonId(row["person"]),
        who=Who(row["who"]),
        programme=state["programme"],
        status=CheckInStatus(state["status"]),
        began_on=began_on,
        coming=tuple(Coming(round, due) for round, due in state["coming"]),
        asked=frozenset(state["asked"]),
        open=OpenRound(**{**one, "skipped": frozenset(one["skipped"])}) if one else None,
        commented=state["commented"],
    )
