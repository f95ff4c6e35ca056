"""Commands that look after what is kept: bring it up to date, seal it with a new key."""

import sys

from bot.app import key_of
from bot.config import Config
from bot.runtime.alone import BUSY_EXIT, Alone, NotAlone
from storage import resealing
from storage.database import Database
from storage.migrating import NewerDatabase, migrate
from storage.vault import Vault, VaultError, write_key_file

FAILED_EXIT = 1


async def migrate_only(config: Config) -> int:
    """Bring the database up to date; the exit code."""
    database = Database(config.storage.database, Vault(key_of(config)))
    try:
        done = await migrate(database)
    except NewerDatabase:
        print("the database was written by a newer peerbot", file=sys.stderr)
        return FAILED_EXIT
    finally:
        await database.close()
    print("brought up to date" if done else "already up to date")
    return 0


async def rotate_key(config: Config) -> int:
    """Add a new sealing key, seal everything with it, and drop the old ones; the exit code.

    The key file holds both keys until all is sealed anew, so a rotation that was cut off is simply
    run again. With the key in the environment it cannot be written, and the command says what to do.
    """
    if config.secrets.key is not None:
        print("the key is in PEERBOT_KEY; move it to a key file to rotate it", file=sys.stderr)
        return FAILED_EXIT
    path = config.storage.key_file
    try:
        alone = Alone(config.storage.database)
    except NotAlone as other:
        print(other, file=sys.stderr)
        return BUSY_EXIT
    try:
        both = key_of(config).rotated()
        write_key_file(path, both)
        database = Database(config.storage.database, Vault(both))
        try:
            await migrate(database)
            sealed = await resealing.reseal_everything(database)
            while not await database.checkpoint():
                pass
        finally:
            await database.close()
        write_key_file(path, both.only_current())
    except VaultError as fault:
        print(fault, file=sys.stderr)
        return FAILED_EXIT
    finally:
        alone.let_go()
    print(f"sealed {sealed} values anew; BACK UP THE NEW KEY FILE, apart from the database")
    return 0
