"""What adapters remember: kept sealed in the database, or in no more than this process."""

from storage import memory
from storage.database import Database


class KeptMemory:
    """A platform's memory in the database."""

    def __init__(self, database: Database, platform: str) -> None:
        self._database = database
        self._platform = platform

    async def recall(self, name: str) -> str | None:
        """The value kept under `name`, or None."""
        return await self._database.read(memory.recall, f"{self._platform}:{name}")

    async def keep(self, name: str, value: str) -> None:
        """Keep `value` under `name`; durable when this returns."""
        await self._database.run(memory.keep, f"{self._platform}:{name}", value)


class PassingMemory:
    """A platform's memory that goes with the process: for safe mode, when nothing can be kept."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    async def recall(self, name: str) -> str | None:
        """The value kept under `name`, or None."""
        return self._kept.get(name)

    async def keep(self, name: str, value: str) -> None:
        """Keep `value` under `name`, for now."""
        self._kept[name] = value
