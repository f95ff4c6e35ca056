"""The device's keys: published, refilled, and those of others known.

Two things nio gets wrong are mended here: a count of 0 one-time keys (it never refills, so that
nobody new could write to us), and the missing fallback key for the time we are down. Each to-device
message is taken on its own, so that a malformed one harms nobody but itself.
"""

import asyncio
import logging
import time
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nio.crypto import Olm
from nio.events import ForwardedRoomKeyEvent, RoomKeyEvent, ToDeviceEvent
from nio.responses import KeysClaimResponse, KeysQueryResponse, KeysUploadResponse
from nio.store import SqliteStore

from bot.platforms.matrix.wire import Json, Refused, Unreachable, Wire

log = logging.getLogger(__name__)

_CHANGING = 3  # times we ask for devices that change meanwhile; then again after the next sync
_AWAY_AGAIN = 60.0  # seconds before a homeserver that did not answer is asked about again


class _Store(SqliteStore):  # type: ignore[misc] # nio ships no types
    """Answers at once what nio asks for every message: we judge no device ourselves."""

    def is_device_verified(self, device: object) -> bool:
        return False

    def is_device_blacklisted(self, device: object) -> bool:
        return False

    def is_device_ignored(self, device: object) -> bool:
        return False


def open_machine(user: str, device: str, folder: Path, pickle_key: str) -> Any:
    """The Olm machine over its key store in `folder`, made when it is not there yet.

    Raises ValueError when the pickle key is not the one the store was made with.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return Olm(user, device, _Store(user, device, str(folder), pickle_key, "keys.db"))
    except Exception as error:
        raise ValueError("the key store cannot be opened with this key") from error


class KeysChanged(Exception):
    """The server knows this device by other keys: our key store was lost or is another's."""


class Keys:
    """What we publish and know of devices. All of it is idempotent."""

    def __init__(self, wire: Wire, olm: Any) -> None:
        self._wire = wire
        self.olm = olm
        self._asking = asyncio.Lock()
        self._asked_about: set[str] = set()  # while the answer is under way
        self._changed_since: set[str] = set()  # of these
        self._away: dict[str, float] = {}  # homeservers that did not answer for their people
        self._fallback_used = True  # until a sync says otherwise; a second upload does no harm

    def take(self, body: Json) -> set[tuple[str, str]]:
        """Take what a sync answer says of keys; returns (room, session) of room keys that came."""
        came: set[tuple[str, str]] = set()
        for raw in _list(body.get("to_device"), "events"):
            try:
                key = self._take_one(raw)
            except Exception as error:  # hostile or broken; the others must still be taken
                log.warning(
                    "to-device message refused",
                    extra={"action": "to-device-refused", "error": type(error).__name__},
                )
                continue
            if key:
                came.add(key)
        changes = body.get("device_lists") or {}
        changed = set(_list(changes, "changed"))
        self.olm.users_for_key_query.update(changed & self.olm.tracked_users)
        self._changed_since.update(changed & self._asked_about)
        # Forgotten, so that they are asked for anew when we meet again.
        self.olm.tracked_users.difference_update(_list(changes, "left"))
        counts = body.get("device_one_time_keys_count")
        if isinstance(counts, dict):
            self.olm.uploaded_key_count = int(counts.get("signed_curve25519", 0))
        unused = body.get("device_unused_fallback_key_types")
        if isinstance(unused, list):
            self._fallback_used = "signed_curve25519" not in unused
        self.olm.collect_key_requests()
        self.olm.clear_verifications()
        return came

    def _take_one(self, raw: Json) -> tuple[str, str] | None:
        event = ToDeviceEvent.parse_event(raw)
        if event is None:
            return None
        opened = self.olm.handle_to_device_event(event)
        if isinstance(opened, RoomKeyEvent | ForwardedRoomKeyEvent):
            return opened.room_id, opened.session_id
        return None

    async def tidy(self) -> None:
        """Upload, ask and answer what is due. Failures are tried again after the next sync."""
        for step in (self.publish, self._ask_changed, self._unwedge, self._answer_devices):
            try:
                await step()
            except (Refused, Unreachable) as error:
                log.warning(
                    "keys not tended to", extra={"action": "keys-later", "error": str(error)}
                )

    async def confirm(self) -> None:
        """Make sure that the server's keys of this device are ours; a deleted device is renewed.

        Raises KeysChanged, Refused, Unreachable.
        """
        user, device = self.olm.user_id, self.olm.device_id
        answer = await self._wire.call("POST", "keys", "query", body={"device_keys": {user: []}})
        there = ((answer.get("device_keys") or {}).get(user) or {}).get(device)
        if there is None:
            self.olm.account.shared = False  # so that `publish` uploads them
        elif there["keys"].get(f"ed25519:{device}") != self.olm.account.identity_keys["ed25519"]:
            raise KeysChanged

    async def publish(self) -> None:
        """Make sure device keys, enough one-time keys and a fallback key are on the server."""
        if self.olm.should_upload_keys:
            wanted = self.olm.share_keys()
            self.olm.save_account()  # before: a key whose private half is lost shuts somebody out
            answer = await self._wire.call("POST", "keys", "upload", body=wanted)
            self.olm.handle_response(KeysUploadResponse.from_dict(answer))
        if self._fallback_used:
            await self._publish_fallback()

    async def _publish_fallback(self) -> None:
        account = self.olm.account._account  # nio has no way to make a fallback key
        account.generate_fallback_key()
        self.olm.save_account()
        keys: Json = {}
        for key_id, public in account.fallback_key.items():
            key: Json = {"key": public.to_base64(), "fallback": True}
            signature = self.olm.sign_json(dict(key))
            key["signatures"] = {self.olm.user_id: {f"ed25519:{self.olm.device_id}": signature}}
            keys[f"signed_curve25519:{key_id}"] = key
        await self._wire.call("POST", "keys", "upload", body={"fallback_keys": keys})
        self.olm.mark_keys_as_published()
        self.olm.save_account()
        self._fallback_used = False

    async def know(self, users: Iterable[str]) -> None:
        """Make sure the devices of `users` are known and fresh. Raises Refused, Unreachable."""
        users = set(users)
        if not self._unknown(users):
            return
        async with self._asking:
            for _ in range(_CHANGING):
                unknown = self._unknown(users)
                if not unknown:
                    return
                await self._ask(unknown)

    def _unknown(self, users: set[str]) -> set[str]:
        stale, tracked = self.olm.users_for_key_query, self.olm.tracked_users
        again = time.monotonic() - _AWAY_AGAIN
        return {
            user
            for user in users
            if (user in stale or user not in tracked)
            and self._away.get(user.partition(":")[2], again) <= again
        }

    def lost_to(self, users: Iterable[str]) -> bool:
        """Whether nothing sent now could be read by any of `users`, their servers being away."""
        return all(
            user.partition(":")[2] in self._away
            and not any(self.olm.device_store.active_user_devices(user))
            for user in users
        )

    async def _ask_changed(self) -> None:
        async with self._asking:
            if self.olm.users_for_key_query:
                await self._ask(set(self.olm.users_for_key_query))

    async def _ask(self, users: set[str]) -> None:
        self._asked_about, self._changed_since = users, set()
        try:
            await self._ask_now(users)
        finally:
            # What changed while we asked may not be in the answer: for somebody whose first keys came just
            # then we would know no device, for good, and they could read nothing of ours.
            self.olm.users_for_key_query.update(self._changed_since & self.olm.tracked_users)
            self._asked_about = set()

    async def _ask_now(self, users: set[str]) -> None:
        answer = await self._wire.call(
            "POST", "keys", "query", body={"device_keys": {user: [] for user in users}}
        )
        for user, devices in (answer.get("device_keys") or {}).items():
            # One at a time: nio drops the whole answer when one person's device is malformed.
            try:
                known = KeysQueryResponse.from_dict({"device_keys": {user: devices}})
                self.olm.handle_response(known)
            except Exception as error:
                log.warning(
                    "device keys refused",
                    extra={"action": "device-keys-refused", "error": type(error).__name__},
                )
        failed, now = set(answer.get("failures") or {}), time.monotonic()
        reached = {user for user in users if user.partition(":")[2] not in failed}
        for server in {user.partition(":")[2] for user in reached}:
            self._away.pop(server, None)
        self._away.update(dict.fromkeys(failed, now))
        self.olm.users_for_key_query.difference_update(users)
        self.olm.tracked_users.update(reached)

    async def claim(self, missing: dict[str, list[str]]) -> None:
        """Start Olm sessions with these devices. Raises Refused, Unreachable."""
        wanted = {u: dict.fromkeys(d, "signed_curve25519") for u, d in missing.items() if d}
        if not wanted:
            return
        answer = await self._wire.call("POST", "keys", "claim", body={"one_time_keys": wanted})
        for user, devices in (answer.get("one_time_keys") or {}).items():
            for device, key in devices.items():
                try:
                    self.olm.handle_response(KeysClaimResponse({user: {device: key}}, {}))
                except Exception as error:
                    log.warning(
                        "one-time key refused",
                        extra={"action": "one-time-key-refused", "error": type(error).__name__},
                    )

    async def _unwedge(self) -> None:
        if self.olm.wedged_devices:
            await self.claim(
                {user: list(ids) for user, ids in self.olm.get_users_for_key_claiming().items()}
            )

    async def _answer_devices(self) -> None:
        for message in list(self.olm.outgoing_to_device_messages):
            await self.send(message.type, message.as_dict())
            self.olm._mark_to_device_message_as_sent(message)

    async def send(self, kind: str, messages: Json) -> None:
        """Send to-device messages. Raises Refused, Unreachable."""
        await self._wire.call("PUT", "sendToDevice", kind, uuid.uuid4().hex, body=messages)

    def close(self) -> None:
        """Close the key store. Safe to call twice."""
        self.olm.store.database.close()


def _list(holder: Any, name: str) -> list[Any]:
    found = holder.get(name) if isinstance(holder, dict) else None
    return found if isinstance(found, list) else []
