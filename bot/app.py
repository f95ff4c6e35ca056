"""The composition root: the one place that knows everything, and puts it together."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Self

from bot.config import Config
from bot.conversation.desk import Desk
from bot.conversation.forms import form
from bot.conversation.reception import Reception
from bot.conversation.router import Router
from bot.domain.by_role import MadeBy
from bot.domain.check_in.months import MONTHLY
from bot.domain.check_in.months import next_at as next_month
from bot.domain.check_in.pools import RELEASE
from bot.domain.check_in.pools import next_at as next_release
from bot.domain.housekeeping import HOUSEKEEPING, OF_THE_HOUSE
from bot.domain.report.digest import DIGEST, next_at
from bot.messages import Address, Place
from bot.platforms.platform import Memory, Platform
from bot.programmes.loading import load_all
from bot.runtime.backlog import Backlog, PositionMemory
from bot.runtime.clock import Clock
from bot.runtime.counting import Counting
from bot.runtime.courier import Courier
from bot.runtime.engine import Engine
from bot.runtime.pacing import Pace
from bot.runtime.remembering import KeptMemory
from bot.texts.catalogue import Catalogue
from bot.texts.facts import facts_of
from handlers import everything
from handlers.housekeeping import CHECK_DOORS
from handlers.staffing import STAFFING
from storage import outbox, people, timers
from storage.database import Database, Transaction
from storage.opening import open_up
from storage.vault import Key, Vault, VaultError, read_key_file, write_key_file

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """Our own clock. Everything else is given the time."""
    return datetime.now(UTC)


def desk_of(config: Config, router: Router) -> Desk:
    """What does not change while the bot runs. Raises ProgrammeProblems, TextProblems."""
    programmes = load_all(config.programmes.active)
    catalogue = Catalogue.load(
        {name: programme.texts for name, programme in programmes.items()},
        facts_of(config, programmes),
    )
    room = _coordinators_room(config)
    return Desk(
        config=config,
        programmes=programmes,
        catalogue=catalogue,
        commands=router.vocabulary().commands,
        dialogues={name: dialogue for name, (dialogue, _) in router.dialogues.items()},
        coordinators_rooms={name: room for name in programmes} if room else {},
    )


def _coordinators_room(config: Config) -> Place | None:
    """Where coordinators work together; on Matrix, if there is a room on both."""
    matrix, discord = config.platforms.matrix, config.platforms.discord
    if matrix is not None and matrix.coordinators_room:
        return Place("matrix", matrix.coordinators_room)
    if discord is not None and discord.coordinators_channel:
        return Place("discord", discord.coordinators_channel)
    return None


def key_of(config: Config) -> Key:
    """The vault's key: from the environment, or its file, made on the first run with a loud word.

    Raises VaultError; also when there is a database already, which a new key could never open.
    """
    if config.secrets.key is not None:
        return Key.read(config.secrets.key.get_secret_value())
    path = config.storage.key_file
    if not path.exists():
        if config.storage.database.exists():
            raise VaultError(f"the key file {path} is gone, but there is a database; put it back")
        try:
            write_key_file(path, Key.new())
        except OSError as error:
            raise VaultError(f"the key file {path} cannot be written") from error
        log.warning("key-made: a new key file was made. BACK IT UP, apart from the database: "
                    "without it nothing that is kept can ever be read again")  # fmt: skip
    return read_key_file(path)


def platforms_of(
    desk: Desk,
    memory_of: Callable[[str], Memory],
    database: Database,
    key: Key,
    now: Callable[[], datetime],
    store: Path | None = None,
) -> dict[str, Platform]:
    """The platforms that are switched on. `store`: a folder for a stand-in's keys (safe mode)."""
    config = desk.config
    platforms: dict[str, Platform] = {}
    if config.platforms.matrix is not None:
        # Here, because nio takes half a second that no command without Matrix should wait.
        from bot.platforms.matrix.client import MatrixPlatform

        password = config.secrets.matrix_password
        platforms["matrix"] = MatrixPlatform(
            config.platforms.matrix,
            memory_of("matrix"),
            password=password.get_secret_value() if password else None,
            store=store or config.platforms.matrix.store,
            pickle_key=Vault(key).index("pickle", "matrix"),
            stand_in=store is not None,
        )
    if config.platforms.web is not None:
        from bot.platforms.web import WebPlatform

        platforms["web"] = WebPlatform(
            config, desk.catalogue, database, now,
            stand_in=store is not None, programmes=desk.programmes,
        )  # fmt: skip
    if config.platforms.discord is not None:
        # Here, because discord.py takes a fifth of a second that no command without it should wait.
        from bot.platforms.discord import DiscordPlatform

        token = config.secrets.discord_token
        platforms["discord"] = DiscordPlatform(
            config,
            desk.catalogue,
            desk.commands,
            partial(form, desk, "discord"),
            memory_of("discord"),
            now,
            partial(database.read, people.with_roles, "discord"),
            token=token.get_secret_value() if token else None,
            stand_in=store is not None,
        )
    return platforms


@dataclass(slots=True)
class App:
    """One running bot."""

    config: Config
    database: Database
    engine: Engine
    courier: Courier
    clock: Clock
    counting: Counting
    desk: Desk
    platforms: Mapping[str, Platform]
    backlogs: Mapping[str, Backlog]

    @classmethod
    def build(cls, config: Config, key: Key, now: Callable[[], datetime] = utc_now) -> Self:
        """Put it together; nothing is opened or sent yet."""
        router = everything()
        desk = desk_of(config, router)
        database = Database(config.storage.database, Vault(key))
        memories: dict[str, PositionMemory] = {}

        def memory_of(name: str) -> Memory:
            memories[name] = PositionMemory(KeptMemory(database, name))
            return memories[name]

        platforms = platforms_of(desk, memory_of, database, key, now)
        engine = Engine(database, Reception(desk, router, Pace()), now)
        backlogs = {}
        for name, platform in platforms.items():
            backlogs[name] = Backlog(engine.handle, desk, platform)
            if name in memories:
                memories[name].waits_for(backlogs[name])
        courier = Courier(database, engine, desk, platforms, now)
        counting = Counting(database, engine, desk, now)

        def tick() -> None:
            courier.wake()
            counting.wake()

        clock = Clock(database, engine, now, courier.next_due, on_tick=tick)

        def wake() -> None:
            courier.wake()
            clock.wake()

        engine.after_commit = wake
        return cls(config, database, engine, courier, clock, counting, desk, platforms, backlogs)

    async def prepare(self, now: Callable[[], datetime] = utc_now) -> None:
        """Bring the database up to date and make ready: leases back, coordinators appointed."""
        await open_up(self.database)
        await self.database.run(made_ready, self.config, now())

    async def run(self) -> None:
        """Work until cancelled. Raises what a platform stops with."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self.courier.run())
            group.create_task(self.clock.run())
            group.create_task(self.counting.run())
            for name, platform in self.platforms.items():
                group.create_task(self.backlogs[name].run())
                group.create_task(platform.run(self.backlogs[name].hand_in))

    async def close(self) -> None:
        """Let go of everything."""
        for platform in self.platforms.values():
            await platform.close()
        await self.engine.rests()
        await self.database.close()


def made_ready(db: Transaction, config: Config, now: datetime) -> None:
    """What every start sees to: leases back, coordinators appointed, the timers of the house set."""
    outbox.let_go_all(db)
    service = config.service
    people.no_longer_in_the_file(db)
    for address in config.coordinators.people:
        named = Address.parse(address)
        people.appoint(db, named, service.language, service.time_zone, now, MadeBy.FILE)
    timers.start(db, HOUSEKEEPING, OF_THE_HOUSE, now)
    timers.ensure(db, CHECK_DOORS, OF_THE_HOUSE, now + timedelta(minutes=1))
    timers.ensure(db, DIGEST, OF_THE_HOUSE, next_at(now, service.time_zone))
    timers.ensure(db, MONTHLY, OF_THE_HOUSE, next_month(now, service.time_zone))
    timers.ensure(db, RELEASE, OF_THE_HOUSE, next_release(now, service.time_zone))
    timers.ensure(db, STAFFING, OF_THE_HOUSE, now + timedelta(minutes=2))
