"""A Discord in a process of its own, and a crowd of people who all write to its bot in one moment.

Reads lines of JSON: `people` lets so many new ones in; they write when `limits` is said, and what
the watch says comes back as a line. The first line it writes is where it can be reached.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from typing import Any

from tests.parts.discord_server import DiscordPerson, DiscordServer
from tests.parts.discord_server.limits import USUAL
from tests.parts.discord_server.world import Json

AT_MOST = 120.0  # seconds until whoever has no answer is counted as left without
A_SECOND = 50  # requests Discord takes from one bot, as its documentation says (August 2026)
QUIET = 1.0  # seconds without a request; then the bot is done with all that follows
GIVEN_UP = 15.0  # the same while somebody has no answer
LOOKS_EVERY = 0.2


class Crowd:
    """Everybody who is new, and when each had which answer."""

    def __init__(self, server: DiscordServer) -> None:
        self.server = server
        self.guild = server.world.guild("Huset")
        self._put = server.world.put
        self._began = 0.0
        self._answers: dict[str, list[float]] = {}
        server.world.put = self._noted  # type: ignore[method-assign]

    def _noted(self, channel: str, author: str, *args: Any, **more: Any) -> Json:
        message = self._put(channel, author, *args, **more)
        if author == self.server.world.bot["id"] and channel in self._answers:
            self._answers[channel].append(time.perf_counter() - self._began)
        return message

    async def writes(self, so_many: int, limits: bool) -> dict[str, Any]:
        """They write `hello`, all at once."""
        server = self.server
        people = [DiscordPerson(server, f"person{n}", self.guild) for n in range(so_many)]
        self._answers = {one.chat: [] for one in people}
        server.limits.each = dict(USUAL) if limits else {}
        server.limits.a_second = A_SECOND if limits else None
        server.limits.refused = 0
        asked = len(server.asked)
        self._began = time.perf_counter()
        for one in people:
            one.says("hello")
        await self._until_all_is_done()
        requests = Counter(f"{m} {_sort(path)}" for m, path, _ in server.asked[asked:])
        return {
            "first": [times[0] for times in self._answers.values() if times],
            "all_s": max((t for times in self._answers.values() for t in times), default=0.0),
            "unanswered": sum(not times for times in self._answers.values()),
            "messages": sum(map(len, self._answers.values())),
            "refused": server.limits.refused,
            "requests": dict(requests),
        }

    async def _until_all_is_done(self) -> None:
        server, end, seen, since = self.server, time.perf_counter() + AT_MOST, -1, 0.0
        while time.perf_counter() < end:
            await asyncio.sleep(LOOKS_EVERY)
            now = len(server.asked) + server.limits.refused
            if now != seen:
                seen, since = now, time.perf_counter()
            quiet = time.perf_counter() - since
            if quiet > GIVEN_UP or (quiet > QUIET and all(self._answers.values())):
                return


def _sort(path: str) -> str:
    return "/".join("#" if part.isdecimal() else part for part in path.split("/"))


async def main() -> None:
    """Until there is no more to read."""
    loop = asyncio.get_running_loop()
    async with DiscordServer() as server:
        crowd = Crowd(server)
        print(json.dumps({"base": server.base, "guild": crowd.guild}), flush=True)
        while line := await loop.run_in_executor(None, sys.stdin.readline):
            wish = json.loads(line)
            await server.until(lambda: server.gateway.connected, "a bot", 60)
            print(json.dumps(await crowd.writes(wish["people"], wish["limits"])), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
