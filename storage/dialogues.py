"""Where everybody is in a conversation of several questions. The answers so far are sealed."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage.database import Transaction
from storage.tables import dialogues
from storage.upserting import upsert


class Kept(NamedTuple):
    """Where one person is."""

    name: str
    version: int
    step: str
    answers: Mapping[str, str]


def of(db: Transaction, person: PersonId) -> Kept | None:
    """Where this person is, if in a dialogue at all."""
    row = db.one(sa.select(dialogues).where(dialogues.c.person == person))
    if row is None:
        return None
    answers = json.loads(db.unseal(dialogues.c.answers_sealed, person, row["answers_sealed"]))
    return Kept(row["name"], row["version"], row["step"], answers)


def keep(db: Transaction, person: PersonId, kept: Kept, now: datetime) -> None:
    """This is where they are now."""
    answers = db.seal(dialogues.c.answers_sealed, person, json.dumps(dict(kept.answers)))
    row = {"person": person, "name": kept.name, "version": kept.version, "step": kept.step}
    upsert(db, dialogues, {**row, "answers_sealed": answers, "at": now})


def drop(db: Transaction, person: PersonId) -> None:
    """They are out of it."""
    db.execute(sa.delete(dialogues).where(dialogues.c.person == person))
