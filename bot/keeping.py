"""Commands that look after what is kept: bring it up to date, seal it with a new key."""

import asyncio
import secrets
import sys
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.app import key_of, utc_now
from bot.config import Config
from bot.runtime.alone import BUSY_EXIT, Alone, NotAlone
from storage import resealing, ways_in
from storage.database import Database, is_trouble
from storage.migrating import NewerDatabase
from storage.opening import DamagedDatabase, open_up
from storage.vault import Vault, VaultError, write_key_file

FAILED_EXIT = 1
FOLD_TRIES = 12  # each waits up to five seconds for whoever still reads


async def migrate_only(config: Config) -> int:
    """Bring the database up to date; the exit code."""
    return await _told(lambda: _migrate(config))


async def rotate_key(config: Config) -> int:
    """Add a new sealing key, seal everything with it, and drop the old ones; the exit code.

    The key file holds both keys until all is sealed anew, so a rotation that was cut off is simply
    run again. With the key in the environment it cannot be written, and the command says what to do.
    """
    if not _key_is_in_its_file(config):
        return _failed("the key is in PEERBOT_KEY; move it to a key file to rotate it")
    return await _told(lambda: _rotate_alone(config))


async def invite(config: Config, *, coordinates: bool) -> int:
    """Print a sign-in link for the page; the exit code. The bot may be running meanwhile."""
    if config.platforms.web is None:
        return _failed("there is no page to invite to; add a [platforms.web] table")
    return await _told(lambda: _invite(config, coordinates))


def _key_is_in_its_file(config: Config) -> bool:
    # What the configuration holds may have come from the file or from the environment.
    given, path = config.secrets.key, config.storage.key_file
    if given is None:
        return True
    return path.exists() and path.read_text().strip() == given.get_secret_value()


async def _told(work: Callable[[], Awaitable[int]]) -> int:
    """Do it, and say in one sentence what went wrong."""
    try:
        return await work()
    except NotAlone as other:
        print(other, file=sys.stderr)
        return BUSY_EXIT
    except NewerDatabase:
        return _failed("the database was written by a newer peerbot; install that version again")
    except DamagedDatabase:
        return _failed("the database file is damaged; put back the latest backup")
    except VaultError as fault:
        return _failed(str(fault))
    except OSError as fault:
        return _failed(f"a file cannot be read or written: {fault.strerror}")
    except Exception as fault:
        if not is_trouble(fault):
            raise
        return _failed("the database cannot be opened or written; is the disk full?")


async def _migrate(config: Config) -> int:
    database = Database(config.storage.database, Vault(key_of(config)))
    try:
        done = await open_up(database)
    finally:
        await database.close()
    print("brought up to date" if done else "already up to date")
    return 0


async def _invite(config: Config, coordinates: bool) -> int:
    page = config.platforms.web
    assert page is not None
    key, until = secrets.token_urlsafe(18), utc_now() + timedelta(hours=page.link_hours)
    database = Database(config.storage.database, Vault(key_of(config)))
    try:
        await open_up(database)
        await database.run(
            ways_in.issue, ways_in.Kind.LINK, key, secrets.token_hex(13), coordinates, until
        )
    finally:
        await database.close()
    print(f"{page.base}?enter#{key}")
    who = "whoever opens it coordinates from then on" if coordinates else "for a volunteer"
    print(f"It works once, within {page.link_hours} hours; {who}.", file=sys.stderr)
    return 0


async def _rotate_alone(config: Config) -> int:
    alone = Alone(config.storage.database)
    try:
        return await _rotate(config)
    finally:
        alone.let_go()


async def _rotate(config: Config) -> int:
    path = config.storage.key_file
    old = key_of(config)
    await _opened_with(Database(config.storage.database, Vault(old)))
    both = old.rotated()
    write_key_file(path, both)
    database = Database(config.storage.database, Vault(both))
    try:
        sealed = await resealing.reseal_everything(database)
        if not await _folded(database):
            return _failed("another program reads the database; stop it and run this again")
    finally:
        await database.close()
    write_key_file(path, both.only_current())
    print(f"sealed {sealed} values anew; BACK UP THE NEW KEY FILE, apart from the database")
    return 0


async def _opened_with(database: Database) -> None:
    # With the old key first: a key that never fitted must not be rotated into one that seems to.
    try:
        await open_up(database)
    finally:
        await database.close()


async def _folded(database: Database) -> bool:
    for _ in range(FOLD_TRIES):
        if await database.checkpoint():
            return True
        await asyncio.sleep(0)
    return False


def _failed(says: str) -> int:
    print(says, file=sys.stderr)
    return FAILED_EXIT
