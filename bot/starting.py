"""Starts a real bot, and keeps it truthful when it cannot start: safe mode."""

import asyncio
import gc
import logging
import signal
import tempfile
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from bot.app import App, desk_of, key_of, platforms_of, utc_now
from bot.config import Config
from bot.platforms.platform import PlatformStopped
from bot.runtime import safe_mode
from bot.runtime.alone import BUSY_EXIT, Alone, NotAlone
from bot.runtime.remembering import PassingMemory
from handlers import everything
from storage.database import Database, is_trouble
from storage.migrating import NewerDatabase
from storage.opening import DamagedDatabase
from storage.vault import Key, Vault, VaultError

log = logging.getLogger(__name__)

STOPPED_EXIT = 69  # EX_UNAVAILABLE: a platform refuses us for good
TROUBLE_EXIT = 74  # EX_IOERR: the database does not work, and nobody can be told


async def run(config: Config) -> int:
    """Run until told to stop; the exit code. Says on standard error what whoever runs it must know."""
    gc.freeze()  # what is loaded by now stays
    gc.enable()
    try:
        alone = Alone(config.storage.database)
    except NotAlone as other:
        log.error(str(other))
        return BUSY_EXIT
    except OSError:
        return await _safely(config, "the folder of the database cannot be written to")
    try:
        return await _run_alone(config)
    finally:
        alone.let_go()


async def _run_alone(config: Config) -> int:
    try:
        bot = App.build(config, key_of(config))
    except VaultError as fault:
        return await _safely(config, str(fault))
    try:
        await bot.prepare()
    except (DamagedDatabase, NewerDatabase, VaultError) as fault:
        await bot.close()
        return await _safely(config, _sentence(fault))
    except Exception as fault:
        await bot.close()
        if not is_trouble(fault):
            raise
        return await _safely(config, "the database cannot be opened or brought up to date")
    if not bot.platforms:
        await bot.close()
        log.error("no platform is switched on; add a [platforms.matrix] or [platforms.web] table")
        return STOPPED_EXIT
    try:
        return await _until_stopped(bot.run())
    finally:
        await bot.close()


async def _safely(config: Config, why: str) -> int:
    log.error(f"safe mode: {why}")
    # A device of its own, thrown away afterwards: the real one's keys may be what cannot be read.
    with tempfile.TemporaryDirectory(prefix="peerbot-safe-") as folder:
        desk = desk_of(config, everything())
        memories: dict[str, PassingMemory] = {}
        key = Key.new()
        meanwhile = Database(Path(folder) / "meanwhile.db", Vault(key))
        platforms = platforms_of(
            desk,
            lambda name: memories.setdefault(name, PassingMemory()),
            meanwhile,
            key,
            utc_now,
            store=Path(folder),
        )
        if not platforms:
            return TROUBLE_EXIT
        try:
            return await _until_stopped(safe_mode.run(list(platforms.values()), desk, why))
        finally:
            for platform in platforms.values():
                await platform.close()
            await meanwhile.close()


async def _until_stopped(work: Coroutine[Any, Any, None]) -> int:
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        log.info("stopped", extra={"action": "stopped"})
    except BaseExceptionGroup as group:
        stopped, rest = group.split(PlatformStopped)
        if rest is not None:
            raise rest from None
        for one in _all(stopped):
            log.error(one.says)
        return STOPPED_EXIT
    return 0


def _all(group: BaseExceptionGroup[PlatformStopped] | None) -> list[PlatformStopped]:
    found: list[PlatformStopped] = []
    for one in group.exceptions if group else ():
        found += _all(one) if isinstance(one, BaseExceptionGroup) else [one]
    return found


def _sentence(fault: DamagedDatabase | NewerDatabase | VaultError) -> str:
    match fault:
        case NewerDatabase():
            return "the database was written by a newer peerbot; install that version again"
        case DamagedDatabase():
            return "the database file is damaged; put back the latest backup"
        case _:
            return str(fault)
