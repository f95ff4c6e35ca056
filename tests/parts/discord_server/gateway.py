"""The gateway: one socket a session, numbered events, and what can go wrong with it."""

import asyncio
import json
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from tests.parts.discord_server.permissions import may
from tests.parts.discord_server.world import Json, World

KEPT = 2_000  # events a session can be told again


@dataclass(slots=True)
class Session:
    """What one client has been told."""

    id: str
    number: int = 0
    told: list[Json] = field(default_factory=list)
    socket: web.WebSocketResponse | None = None
    queue: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)

    def tell(self, kind: str, data: Json) -> None:
        """Number an event, and send it if anybody listens."""
        self.number += 1
        packet = {"op": 0, "t": kind, "s": self.number, "d": data}
        self.told = [*self.told[-KEPT:], packet]
        self.queue.put_nowait(packet)


class Gateway:
    """All sessions."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token
        self.allowed = ~0  # intents
        self.url = ""
        self.sessions: dict[str, Session] = {}
        self.heard: list[int] = []  # op codes
        self.readies = 0
        self.intents = 0  # of the last session
        world.told = self.told  # type: ignore[method-assign]

    def told(self, kind: str, data: Json) -> None:
        """Tell every session, if the bot may see where it happened; presses and commands always."""
        channel = data.get("channel_id")
        hides = channel in self.world.channels and not may(self.world, channel, "view_channel")
        if hides and kind.startswith("MESSAGE"):
            return
        seen = {key: value for key, value in data.items() if key != "history"}
        for session in self.sessions.values():
            session.tell(kind, seen)

    @property
    def connected(self) -> bool:
        """Whether anybody listens."""
        return any(one.socket and not one.socket.closed for one in self.sessions.values())

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        await socket.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        pumping: asyncio.Task[None] | None = None
        try:
            async for message in socket:
                if message.type != WSMsgType.TEXT:
                    break
                packet = json.loads(message.data)
                self.heard.append(packet["op"])
                if packet["op"] == 1:
                    await socket.send_json({"op": 11})
                elif packet["op"] == 2:
                    session = await self._identify(socket, packet["d"])
                    if session is None:
                        break
                    pumping = asyncio.create_task(_pump(session, socket))
                elif packet["op"] == 6:
                    session = self._resume(packet["d"])
                    if session is None:
                        await socket.send_json({"op": 9, "d": False})
                        continue
                    session.socket = socket
                    pumping = asyncio.create_task(_pump(session, socket))
        finally:
            if pumping:
                pumping.cancel()
        return socket

    async def drop(self, code: int = 4000, *, forget: bool = False) -> None:
        """Cut every connection; `forget`: the sessions cannot be resumed either."""
        sockets = [one.socket for one in self.sessions.values() if one.socket]
        if forget:
            self.sessions.clear()
        for session in self.sessions.values():
            session.socket = None
        for socket in sockets:
            await socket.close(code=code)

    async def ask_to_reconnect(self) -> None:
        """Op 7."""
        for session in self.sessions.values():
            if session.socket and not session.socket.closed:
                await session.socket.send_json({"op": 7, "d": None})

    async def _identify(self, socket: web.WebSocketResponse, data: Json) -> Session | None:
        if data["token"] != self.token:
            await socket.close(code=4004)
            return None
        if data["intents"] & ~self.allowed:
            await socket.close(code=4014)
            return None
        self.intents = data["intents"]
        self.sessions.clear()  # one process at a time; what it was not told is not told any more
        session = Session(self.world.id(), socket=socket)
        self.sessions[session.id] = session
        self.readies += 1
        world = self.world
        ready = {
            "v": 10, "user": world.bot, "session_id": session.id, "resume_gateway_url": self.url,
            "guilds": [{"id": id, "unavailable": True} for id in world.guilds],
            "application": {"id": world.bot["id"], "flags": 0}, "shard": [0, 1],
        }  # fmt: skip
        session.tell("READY", ready)
        for id in world.guilds:
            session.tell("GUILD_CREATE", self._created(id))
        return session

    def _resume(self, data: Json) -> Session | None:
        session = self.sessions.get(data["session_id"])
        if session is None:
            return None
        session.queue = asyncio.Queue()
        for packet in session.told:
            if packet["s"] > data["seq"]:
                session.queue.put_nowait(packet)
        session.tell("RESUMED", {})
        return session

    def _created(self, id: str) -> Json:
        world = self.world
        here = [c for c in world.channels.values() if c.get("guild_id") == id]
        return {
            **world.guilds[id], "joined_at": world.members[id][world.bot["id"]]["joined_at"],
            "large": False, "unavailable": False, "member_count": len(world.members[id]),
            "members": [world.members[id][world.bot["id"]]],
            "channels": [c for c in here if c["type"] < 10],
            "threads": [c for c in here if c["type"] >= 10], "voice_states": [], "presences": [],
            "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        }  # fmt: skip


async def _pump(session: Session, socket: web.WebSocketResponse) -> None:
    while True:
        packet = await session.queue.get()
        try:
            await socket.send_str(json.dumps(packet))
        except (ConnectionError, RuntimeError):
            return  # it is in `told`, for whoever resumes
