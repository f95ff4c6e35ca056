"""The yardstick: the least that a bot with encryption on matrix-nio can do. A process of its own.

It keeps nothing, promises nothing and forgets where it was: what it costs is what nio costs.
Usage: python -m tests.bench.echo_bot URL USER STORE, with the password on standard input.
"""

import asyncio
import sys

import nio

FILTER = {
    "room": {"timeline": {"limit": 50}, "ephemeral": {"types": []}},
    "presence": {"types": []},
}


async def main(url: str, user: str, store: str, password: str) -> None:
    config = nio.AsyncClientConfig(encryption_enabled=True, store_sync_tokens=False)
    client = nio.AsyncClient(url, user, store_path=store, config=config)
    if isinstance(await client.login(password, device_name="echo"), nio.LoginError):
        sys.exit("the echo bot cannot log in")

    async def come_in(room: nio.MatrixRoom, event: nio.InviteMemberEvent) -> None:
        if event.state_key == user and event.membership == "invite":
            await client.join(room.room_id)

    async def echo(room: nio.MatrixRoom, event: nio.RoomMessageText) -> None:
        if event.sender != user:
            content = {"msgtype": "m.text", "body": event.body}
            await client.room_send(
                room.room_id, "m.room.message", content, ignore_unverified_devices=True
            )

    client.add_event_callback(come_in, nio.InviteMemberEvent)
    client.add_event_callback(echo, nio.RoomMessageText)
    await client.sync(timeout=0, full_state=True, sync_filter=FILTER, set_presence="offline")
    print("READY", flush=True)
    await client.sync_forever(timeout=30_000, sync_filter=FILTER, set_presence="offline")


if __name__ == "__main__":
    _, where, who, folder = sys.argv
    asyncio.run(main(where, who, folder, sys.stdin.readline().strip()))
