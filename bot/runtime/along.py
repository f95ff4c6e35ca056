"""What goes along with a letter: a file fetched from where it was sent, or a picture that is drawn."""

import asyncio
import logging
from collections.abc import Mapping

from bot.conversation.desk import Desk
from bot.domain.programme import FilePolicy
from bot.drawing import charts
from bot.drawing.drawer import Drawer, NotDrawn
from bot.platforms.platform import OutgoingFile, Platform
from bot.relaying.files import clean_file
from bot.relaying.passing import FileNotPassed
from bot.relaying.pictures import PICTURE_BYTES
from bot.runtime import at_work, letters
from bot.runtime.letters import Reader
from storage.outbox import Waiting

log = logging.getLogger(__name__)


class Along:
    """Brings files to letters, outside of any transaction."""

    def __init__(self, desk: Desk, platforms: Mapping[str, Platform], drawer: Drawer) -> None:
        self._desk = desk
        self._platforms = platforms
        self.drawer = drawer

    async def of(self, waiting: Waiting, reader: Reader) -> OutgoingFile | None:
        """The file of a letter; None if it has none, or if its picture cannot be drawn.

        Raises FileRefused, FileNotPassed.
        """
        brought, chart = waiting.payload.get("file"), waiting.payload.get("picture")
        if not brought and not chart:
            return None
        to = self._platforms.get(letters.platform_of(waiting, reader))
        async with at_work.shown(to, reader.place):
            return await (self._fetched(brought) if brought else self._drawn(str(chart)))

    async def _fetched(self, file: Mapping[str, str | int]) -> OutgoingFile:
        platform = self._platforms[str(file["platform"])]
        most = _most_bytes(str(file["platform"]), self._desk)
        if not most:
            raise FileNotPassed("file-none-passed")
        data = await platform.fetch(str(file["handle"]), most)
        policy: FilePolicy = self._desk.main.files
        clean = await asyncio.to_thread(
            clean_file, str(file["name"]), str(file["mime"]), data, policy.value
        )
        return OutgoingFile(
            name=clean.name,
            mime=clean.mime,
            data=clean.data,
            width=clean.width,
            height=clean.height,
        )

    async def _drawn(self, chart: str) -> OutgoingFile | None:
        # The words and the table say the same: without a picture they go all the same.
        try:
            alt = charts.read(chart).alt
            drawn = await self.drawer.draw(chart)
        except (NotDrawn, ValueError) as no:
            why = no.why if isinstance(no, NotDrawn) else "not-a-chart"
            log.warning("picture-not-drawn", extra={"action": "picture-not-drawn", "why": why})
            return None
        return OutgoingFile(
            name="picture.png",
            mime="image/png",
            data=drawn.data,
            width=drawn.width,
            height=drawn.height,
            alt=alt,
        )


def _most_bytes(platform: str, desk: Desk) -> int:
    own = desk.config.platforms.file_limit(platform)
    return PICTURE_BYTES if own is None else min(own, PICTURE_BYTES)
