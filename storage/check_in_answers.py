"""Answers that are nobody's: programme, round, item, value, and the week in which they were let out.

Their keys are chance, not ids that follow from an event: whoever holds our key and knows every event
cannot make them. They are put there many at a time, in no order.
"""

import secrets
from collections.abc import Sequence

import sqlalchemy as sa

from bot.domain.check_in.pools import Pool
from bot.domain.report.counting import Answers
from bot.domain.report.weeks import Week
from storage.database import Transaction
from storage.tables import check_in_answers as answers

KEY_BYTES = 13  # 104 bits by chance; 26 letters
_CHANCE = secrets.SystemRandom()


def let_out(db: Transaction, pool: Pool, week: Week) -> None:
    """All of a pool at once, each answer by itself."""
    rows = [
        {
            "key": secrets.token_hex(KEY_BYTES),
            "programme": pool.programme,
            "round": pool.round,
            "item": item,
            "value": value,
            "week": week.key,
        }
        for item, values in pool.values.items()
        for value in values
    ]
    _CHANCE.shuffle(rows)
    if rows:
        db.execute(sa.insert(answers), rows)


def of_week(db: Transaction, programme: str, week: Week) -> Sequence[Answers]:
    """How often what was answered, of those let out in that week."""
    told = (answers.c.item, answers.c.round, answers.c.value)
    rows = db.all(
        sa.select(*told, sa.func.count().label("count"))
        .where(answers.c.programme == programme, answers.c.week == week.key)
        .group_by(*told)
        .order_by(*told)
    )
    return [Answers(**row) for row in rows]
