"""`peerbot check`: is everything well, and if not, what mends it. All of it at once."""

from collections.abc import Sequence

from bot.app import App, key_of, utc_now
from bot.config import Config, old_doors
from bot.platforms.platform import Finding
from bot.runtime.alone import Alone, NotAlone
from storage import journal, people, set_aside
from storage.database import Database, Transaction, is_trouble
from storage.migrating import NewerDatabase
from storage.opening import DamagedDatabase, open_up
from storage.vault import VaultError


async def check(config: Config) -> Sequence[Finding]:
    """Look at everything that can be looked at."""
    try:
        key = key_of(config)
    except VaultError as fault:
        return [Finding(part="key", well=False, says=str(fault))]
    try:
        alone = Alone(config.storage.database)
    except NotAlone:
        says = "a peerbot is running on this database; stop it to check everything else"
        return [Finding(part="database", well=True, says=says)]
    except OSError:
        says = f"the folder {config.storage.database.parent} cannot be written to; make it so"
        return [Finding(part="database", well=False, says=says)]
    bot = App.build(config, key)
    try:
        found = [*await _database(bot.database), *_doors(bot)]
        if all(finding.well for finding in found):
            found += await _coordinators(config, bot.database)
            for platform in bot.platforms.values():
                found += await platform.check()
        if not bot.platforms:
            says = "no platform is switched on; add a table such as [platforms.web]"
            found.append(Finding(part="platforms", well=False, says=says))
        return found
    finally:
        await bot.close()
        alone.let_go()


async def _database(database: Database) -> list[Finding]:
    try:
        await open_up(database)
        whole, aside = await database.read(_looked_over)
    except NewerDatabase:
        says = "it was written by a newer peerbot; install that version again"
        return [Finding(part="database", well=False, says=says)]
    except DamagedDatabase:
        says = "the file is damaged; put back the latest backup"
        return [Finding(part="database", well=False, says=says)]
    except VaultError as fault:
        return [Finding(part="database", well=False, says=str(fault))]
    except Exception as fault:
        if not is_trouble(fault):
            raise
        says = "it cannot be opened or written; is the disk full, or the file damaged?"
        return [Finding(part="database", well=False, says=says)]
    found = [Finding(part="database", well=True, says="opened, up to date, and its key fits")]
    if not whole:
        says = "the audit log was changed outside peerbot"
        found.append(Finding(part="audit", well=False, says=says))
    if aside:
        says = f"{aside} events were set aside because of a fault of ours; please report it"
        found.append(Finding(part="events", well=False, says=says))
    return found


def _looked_over(db: Transaction) -> tuple[bool, int]:
    return journal.audit_is_whole(db), set_aside.count(db)


def _doors(bot: App) -> list[Finding]:
    crisis = bot.config.crisis
    old = old_doors(crisis.doors, utc_now().date(), crisis.remind_after_days)
    if not old:
        return [Finding(part="crisis doors", well=True, says="all were checked lately")]
    names = ", ".join(door.name for door in old)
    says = (
        f"call and check {names}, then set verified_on in [crisis]: "
        f"not checked for {crisis.remind_after_days} days"
    )
    return [Finding(part="crisis doors", well=True, says=says)]


async def _coordinators(config: Config, database: Database) -> list[Finding]:
    if count := len(config.coordinators.people):
        return [Finding(part="coordinators", well=True, says=f"{count} in the configuration")]
    if count := len(await database.read(people.coordinators)):
        return [Finding(part="coordinators", well=True, says=f"{count} in the database")]
    says = "nobody coordinates; name at least one in [coordinators] people"
    if config.platforms.web is not None:
        says += ", or run peerbot invite coordinator"
    return [Finding(part="coordinators", well=False, says=says)]
