"""`peerbot setup`: the walk through what a platform needs of an admin, in a terminal."""

import asyncio
import getpass
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.app import key_of
from bot.config import Config, ConfigProblems, MatrixConfig, load
from bot.platforms.matrix.setup import walk
from bot.platforms.matrix.wire import Unreachable
from bot.platforms.platform import PlatformStopped
from bot.runtime.alone import BUSY_EXIT, Alone, NotAlone
from bot.runtime.remembering import KeptMemory
from storage.database import Database
from storage.migrating import NewerDatabase
from storage.opening import DamagedDatabase, open_up
from storage.vault import Vault, VaultError

FAILED_EXIT = 1
TOKEN = "PEERBOT_DISCORD_TOKEN"


async def set_up_matrix(path: Path, environ: Mapping[str, str]) -> int:
    """Walk an admin through it; the exit code. Raises ConfigProblems for a file that is wrong."""
    # The password is asked for on the way; its absence is no reason not to begin.
    asked_later = {**environ}
    asked_later["PEERBOT_MATRIX_PASSWORD"] = environ.get("PEERBOT_MATRIX_PASSWORD") or "asked for"
    exists = path.exists()  # noqa: ASYNC240 - nothing else runs yet
    config = load(path, asked_later) if exists else Config()
    known = config.platforms.matrix
    store = known.store if known else path.parent / MatrixConfig.model_fields["store"].default
    try:
        alone = Alone(config.storage.database)
    except NotAlone as other:
        print(other, file=sys.stderr)
        return BUSY_EXIT
    key = key_of(config)
    database = Database(config.storage.database, Vault(key))
    try:
        await open_up(database)
        walked = await walk(
            _ask,
            _say,
            KeptMemory(database, "matrix"),
            store=store,
            pickle_key=Vault(key).index("pickle", "matrix"),
            config=known,
        )
        await _say(_where_the_password_goes(walked.config))
    except (PlatformStopped, Unreachable, VaultError) as stopped:
        print(stopped, file=sys.stderr)
        return FAILED_EXIT
    except (NewerDatabase, DamagedDatabase):
        print(
            "the database is damaged or newer than this peerbot; see: peerbot check",
            file=sys.stderr,
        )
        return FAILED_EXIT
    finally:
        await database.close()
        alone.let_go()
    return 0


async def set_up_discord(path: Path, environ: Mapping[str, str]) -> int:
    """Print how the bot is let in; the exit code. Raises ConfigProblems for a file that is wrong."""
    # Here, because discord.py takes a fifth of a second that no command without it should wait.
    from bot.platforms.discord import setup

    config, token = Config(), environ.get(TOKEN, "")
    if path.exists():  # noqa: ASYNC240 - nothing else runs yet
        try:
            config = load(path, environ)
            known = config.secrets.discord_token
            token = known.get_secret_value() if known else token
        except ConfigProblems:
            # The token's absence is no reason not to begin; anything else that is wrong is.
            config = load(path, {**environ, TOKEN: token or "asked for"})
    token = token or await _ask("The token of the bot's application", secret=True)
    well = await setup.walk(_say, config.platforms.discord, token)
    return 0 if well else FAILED_EXIT


async def _ask(question: str, *, default: str = "", secret: bool = False) -> str:
    shown = f"{question}{f' [{default}]' if default else ''}: "
    read = getpass.getpass if secret else input
    return (await asyncio.to_thread(read, shown)).strip() or default


async def _say(text: str) -> None:
    print(text, flush=True)


def _where_the_password_goes(config: MatrixConfig) -> str:
    wanted = config.password_file or Path("matrix-password")
    return (
        f"Put the password into a file that only you can read:\n"
        f"  install -m 600 /dev/null {wanted} && nano {wanted}\n"
        f'and name it: password_file = "{wanted}"\n'
        "or give it as PEERBOT_MATRIX_PASSWORD. Then: peerbot check"
    )
