"""What people were asked with choices: which may still be answered, which message shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.messages import Place
from storage import sealed_json
from storage.database import Transaction
from storage.tables import questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with choices. `person` is None when it was asked in a coordinators' room."""

    id: str
    person: PersonId | None
    programme: str | None
    text: str
    about: str
    code: str
    choices: tuple[str, ...]
    labels: Mapping[str, str] = field(default_factory=dict, repr=False)
    kept: str = field(default="", repr=False)
    closed: bool = False


def message_index(db: Transaction, place: Place, message: str) -> str:
    """The keyed hash a delivered message is found by."""
    return db.index("message", f"{place.platform}\n{place.room}\n{message}")


def ask(db: Transaction, question: Question, now: datetime) -> None:
    """It is about to be asked."""
    inner = {"choices": question.choices, "labels": dict(question.labels), "kept": question.kept}
    sealed = db.seal(questions.c.choices_sealed, question.id, sealed_json.written(inner))
    names = ("id", "person", "programme", "text", "about", "code", "closed")
    row = {name: getattr(question, name) for name in names}
    db.execute(sa.insert(questions).values(**row, choices_sealed=sealed, asked_at=now))


def placed(db: Transaction, id: str, place: Place, message: str) -> None:
    """It was delivered, and this message shows it."""
    sealed = db.seal(questions.c.message_sealed, id, f"{place.platform}\n{place.room}\n{message}")
    where = sa.update(questions).where(questions.c.id == id)
    db.execute(where.values(message_index=message_index(db, place, message), message_sealed=sealed))


def shown_by(db: Transaction, place: Place, message: str) -> Question | None:
    """The question that this message shows."""
    return _first(db, questions.c.message_index == message_index(db, place, message))


def keyed(db: Transaction, id: str) -> Question | None:
    """The question with this opaque key."""
    return _first(db, questions.c.id == id)


def open_for(
    db: Transaction, person: PersonId | None, programme: str | None = None
) -> Sequence[Question]:
    """What may still be answered by this person (or in this programme's room), the latest first."""
    whose = (
        questions.c.person == person
        if person
        else sa.and_(questions.c.person.is_(None), questions.c.programme == programme)
    )
    rows = db.all(
        sa.select(questions)
        .where(whose, sa.not_(questions.c.closed))
        .order_by(questions.c.seq.desc())
        .limit(20)
    )
    return [_question(db, row) for row in rows]


def find(db: Transaction, person: PersonId, text: str, about: str) -> Question | None:
    """The latest question with this text about this thing put to this person."""
    return _first(
        db,
        questions.c.person == person,
        questions.c.text == text,
        questions.c.about == about,
    )


def still_open(db: Transaction, person: PersonId, text: str, about: str) -> Question | None:
    """The same, if it may still be answered."""
    question = find(db, person, text, about)
    return question if question and not question.closed else None


def where_shown(db: Transaction, id: str) -> tuple[Place, str] | None:
    """The message that shows a question, once it is delivered."""
    row = db.one(sa.select(questions.c.message_sealed).where(questions.c.id == id))
    if row is None or row["message_sealed"] is None:
        return None
    platform, room, message = db.unseal(
        questions.c.message_sealed, id, row["message_sealed"]
    ).split("\n")
    return Place(platform, room), message


def close(db: Transaction, *, id: str | None = None, about: str | None = None,
          person: PersonId | None = None) -> None:  # fmt: skip
    """These may not be answered any more: by id, or all about a thing, or of a person, or both.

    What was kept with them until they were answered is gone.
    """
    conditions = [
        column == value
        for column, value in (
            (questions.c.id, id),
            (questions.c.about, about),
            (questions.c.person, person),
        )
        if value is not None
    ]
    if not conditions:
        raise ValueError("close which questions?")
    conditions.append(sa.not_(questions.c.closed))
    _let_go_of_kept(db, conditions)
    db.execute(sa.update(questions).where(*conditions).values(closed=True))


def forget_about(db: Transaction, about: str) -> None:
    """No row says any more that anything was asked about this."""
    db.execute(sa.delete(questions).where(questions.c.about == about))


def asked_since(db: Transaction, person: PersonId, text: str, since: datetime) -> bool:
    """Whether this was said to them, with choices, at `since` or later."""
    same = sa.and_(questions.c.person == person, questions.c.text == text)
    row = db.one(sa.select(questions.c.id).where(same, questions.c.asked_at >= since).limit(1))
    return row is not None


def _let_go_of_kept(db: Transaction, conditions: Sequence[sa.ColumnElement[bool]]) -> None:
    # It may be somebody's words, held until they said what to do with them.
    for row in db.all(sa.select(questions).where(*conditions)):
        question = _question(db, row)
        if question.kept:
            inner = {"choices": question.choices, "labels": dict(question.labels), "kept": ""}
            sealed = db.seal(questions.c.choices_sealed, question.id, sealed_json.written(inner))
            where = sa.update(questions).where(questions.c.id == question.id)
            db.execute(where.values(choices_sealed=sealed))


def prune(db: Transaction, before: datetime) -> int:
    """Forget questions asked before then; a press on one of them is told that it is over."""
    return db.execute(sa.delete(questions).where(questions.c.asked_at < before)).rowcount


def _first(db: Transaction, *conditions: sa.ColumnElement[bool]) -> Question | None:
    row = db.one(sa.select(questions).where(*conditions).order_by(questions.c.seq.desc()).limit(1))
    return None if row is None else _question(db, row)


def _question(db: Transaction, row: sa.RowMapping) -> Question:
    sealed = db.unseal(questions.c.choices_sealed, row["id"], row["choices_sealed"])
    inner = sealed_json.read(sealed)
    names = ("id", "person", "programme", "text", "about", "code", "closed")
    return Question(
        **{name: row[name] for name in names},
        choices=tuple(inner["choices"]),
        labels=inner["labels"],
        kept=inner["kept"],
    )
