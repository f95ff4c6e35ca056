"""What must hold before a database is worked on: it is whole, up to date, and our key fits."""

import sqlalchemy as sa

from storage.database import Database, Transaction
from storage.migrating import migrate
from storage.tables import memory
from storage.vault import VaultError

CANARY = "canary"  # the one name in `memory` that is kept in clear: it must be found with any key


class DamagedDatabase(Exception):
    """The file is damaged; only a backup mends that."""


async def open_up(database: Database) -> bool:
    """Look the file over, bring it up to date, try the key; whether anything had to be done.

    Raises DamagedDatabase, NewerDatabase, VaultError; and what `is_trouble` knows.
    """
    await database.read(_is_whole)
    done = await migrate(database)
    await database.run(_fits)
    return done


def _is_whole(db: Transaction) -> None:
    if db.connection.dialect.name != "sqlite":
        return
    found = db.connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise DamagedDatabase


def _fits(db: Transaction) -> None:
    # Without this a wrong key would find nobody, meet everybody anew, and mix two keys in one file.
    told = db.index("canary", "")
    row = db.one(sa.select(memory.c.value_sealed).where(memory.c.name == CANARY))
    if row is None:
        sealed = db.seal(memory.c.value_sealed, CANARY, told)
        db.execute(sa.insert(memory).values(name=CANARY, value_sealed=sealed))
        return
    try:
        fits = db.unseal(memory.c.value_sealed, CANARY, row["value_sealed"]) == told
    except VaultError:
        fits = False
    if not fits:
        raise VaultError("the key does not fit this database; put back the one it was made with")
