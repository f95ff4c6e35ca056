"""From nothing, or from an older shape, to the newest: once, whole, and never backwards."""

import asyncio
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import migrating, timers
from storage.database import Database
from storage.migrating import NewerDatabase, differences, migrate
from storage.vault import Key, Vault

ROOT = Path(__file__).resolve().parents[2]


async def test_the_migrations_make_exactly_the_tables_we_say_we_have(database: Database):
    assert await database.read(lambda db: differences(db.connection)) == []
    assert await migrate(database) is False


async def test_a_database_of_a_later_version_is_refused_and_left_alone(database: Database):
    later = sa.text("UPDATE alembic_version SET version_num = '9999'")
    await database.run(lambda db: db.execute(later))

    with pytest.raises(NewerDatabase, match="9999"):
        await migrate(database)


FAILS_AT_THE_END = """
import sqlalchemy as sa
from alembic import op

revision = "0002x"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("moods", sa.Column("id", sa.Integer, primary_key=True))
    with op.batch_alter_table("timers") as timers:
        timers.add_column(sa.Column("mood", sa.Integer))
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


async def test_a_migration_that_fails_leaves_the_old_state_whole(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now
):
    await database.run(timers.start, "give-up", "wish", now)
    head = await database.read(
        lambda db: (
            db.count(sa.text("SELECT count(*) FROM alembic_version"))
            and db.connection.exec_driver_sql(
                "SELECT version_num FROM alembic_version"
            ).scalar_one()
        )
    )
    folder = tmp_path / "migrations"
    shutil.copytree(migrating._folder(), folder)
    (folder / "versions" / "0002x.py").write_text(FAILS_AT_THE_END.format(head=head))
    with monkeypatch.context() as patch:
        patch.setattr(migrating, "_folder", lambda: folder)
        with pytest.raises(sa.exc.OperationalError, match="nowhere"):
            await migrate(database)

    assert await database.read(lambda db: differences(db.connection)) == []
    assert await database.read(timers.next_due) == now
    assert await migrate(database) is False


STARTS = """
import asyncio, sys
from pathlib import Path
from storage.database import Database
from storage.migrating import migrate
from storage.vault import Key, Vault

async def start():
    database = Database(Path(sys.argv[1]), Vault(Key.new()))
    sys.stdin.readline()  # all at once
    print(await migrate(database))
    await database.close()

asyncio.run(start())
"""


def test_of_six_processes_that_start_at_once_one_does_the_work(tmp_path: Path):
    path = tmp_path / "peerbot.db"
    starting = [
        subprocess.Popen(
            [sys.executable, "-c", STARTS, str(path)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(6)
    ]  # fmt: skip
    for process in starting:
        assert process.stdin is not None
        process.stdin.write("now\n")
        process.stdin.flush()
    said = [process.communicate(timeout=60)[0].strip() for process in starting]

    assert sorted(said) == ["False"] * 5 + ["True"]
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    plain.close()


async def test_several_connections_of_one_process_agree_as_well(tmp_path: Path, key: Key):
    several = [Database(tmp_path / "one.db", Vault(key)) for _ in range(4)]

    done = await asyncio.gather(*(migrate(database) for database in several))

    assert sorted(done) == [False, False, False, True]
    for database in several:
        await database.close()
