"""When the bot cannot work: it says why to coordinators, and the truth to everybody else."""

import asyncio
import logging
from collections.abc import Sequence

from bot.conversation.desk import Desk
from bot.messages import Incoming, Place
from bot.platforms.platform import HandIn, Mark, Message, Platform, RetryLater
from bot.runtime import emergency

log = logging.getLogger(__name__)

ASK_AGAIN = 30.0  # seconds until a message to coordinators that did not arrive is sent again


async def run(platforms: Sequence[Platform], desk: Desk, why: str) -> None:
    """Answer everybody truthfully until cancelled. `why` is a sentence for whoever mends it."""
    log.error("safe-mode", extra={"action": "safe-mode"})
    async with asyncio.TaskGroup() as group:
        for platform in platforms:
            group.create_task(platform.run(_hand_in(platform, desk)))
            group.create_task(_tell_coordinators(platform, desk, why))


def _hand_in(platform: Platform, desk: Desk) -> HandIn:
    async def hand_in(event: Incoming) -> None:
        await emergency.answer(event, "safe-mode", desk, platform)

    return hand_in


async def _tell_coordinators(platform: Platform, desk: Desk, why: str) -> None:
    for room in set(desk.coordinators_rooms.values()):
        if room.platform == platform.name:
            await _until_delivered(platform, _message(desk, room, why))


async def _until_delivered(platform: Platform, message: Message) -> None:
    tries = 0
    while isinstance(await platform.deliver(message, once="safe-mode:why"), RetryLater):
        tries += 1
        await asyncio.sleep(min(ASK_AGAIN, 2.0**tries))


def _message(desk: Desk, room: Place, why: str) -> Message:
    service = desk.config.service
    said = desk.catalogue.render(
        "safe-mode-why", {"reason": why}, service.language, service.time_zone
    )
    mark = Mark(text_id="safe-mode-why")
    return Message(to=None, place=room, mark=mark, text=said.text, html=said.html)
