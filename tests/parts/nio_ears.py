"""How a nio client listens without losing anything; the traps it steps around are nio 0.26's."""

import asyncio
import time
from collections import defaultdict
from typing import Any

import nio

from tests.parts.seen import Seen, Sights

_FILTER = {"room": {"timeline": {"limit": 100}}, "presence": {"types": []}}
_AFTER_AN_ERROR = 0.3  # seconds; nio would ask again 2,500 times a second


class NioEars:
    """Listens for one client: every event goes to `sights`, every invitation is accepted."""

    def __init__(self, client: nio.AsyncClient, sights: Sights) -> None:
        self._client = client
        self._sights = sights
        self.synced = False  # nio's own says so only after its callbacks, when nobody looks again
        self._locked: dict[tuple[str, str], list[nio.MegolmEvent]] = defaultdict(list)
        client.add_event_callback(self._on_event, nio.Event)
        client.add_event_callback(self._on_invite, nio.InviteMemberEvent)
        client.add_ephemeral_callback(self._on_typing, nio.TypingNoticeEvent)
        client.add_to_device_callback(self._on_key, nio.RoomKeyEvent)
        client.add_to_device_callback(self._on_key, nio.ForwardedRoomKeyEvent)
        client.add_response_callback(self._on_sync, nio.SyncResponse)
        client.add_response_callback(self._on_sync_error, nio.SyncError)
        client.add_response_callback(self._on_keys_uploaded, nio.KeysUploadResponse)

    async def listen(self) -> None:
        """Until cancelled."""
        await self._client.sync_forever(timeout=30_000, full_state=True, sync_filter=_FILTER)

    async def _on_event(self, room: nio.MatrixRoom, event: nio.Event) -> None:
        if isinstance(event, nio.MegolmEvent):  # the key may come after the message
            self._locked[room.room_id, event.session_id].append(event)
        await self._sights.add(_seen(room.room_id, event))

    async def _on_key(self, key: Any) -> None:
        for event in self._locked.pop((key.room_id, key.session_id), []):
            event.room_id = key.room_id
            try:
                await self._sights.add(_seen(key.room_id, self._client.decrypt_event(event)))
            except nio.EncryptionError:
                self._locked[key.room_id, key.session_id].append(event)

    async def _on_invite(self, room: nio.MatrixRoom, event: nio.InviteMemberEvent) -> None:
        # comes for every stripped member event, also for the inviter's own
        if event.state_key == self._client.user_id and event.membership == "invite":
            await self._client.join(room.room_id)

    async def _on_typing(self, room: nio.MatrixRoom, event: nio.TypingNoticeEvent) -> None:
        await self._sights.add(
            Seen(
                room=room.room_id,
                id=f"typing-{time.monotonic_ns()}",
                type="m.typing",
                sender="",
                content={"user_ids": list(event.users)},
            )
        )

    async def _on_sync(self, answer: nio.SyncResponse) -> None:
        left = answer.device_key_count.signed_curve25519
        if left is not None and self._client.olm:
            self._client.olm.uploaded_key_count = left  # nio overlooks a count of 0
        for room in answer.rooms.leave:  # nio overlooks these too
            self._client.rooms.pop(room, None)
        self.synced = True
        await self._sights.stir()

    async def _on_keys_uploaded(self, _: nio.KeysUploadResponse) -> None:
        await self._sights.stir()

    async def _on_sync_error(self, _: nio.SyncError) -> None:
        await asyncio.sleep(_AFTER_AN_ERROR)


def _seen(room: str, event: nio.Event) -> Seen:
    source = event.source
    return Seen(
        room=room,
        id=event.event_id,
        type=source.get("type", ""),
        sender=event.sender,
        content=source.get("content") or {},
        state_key=source.get("state_key"),
        encrypted=bool(getattr(event, "decrypted", False)),
        source=source,
    )
