"""Is the Matrix account well? Read-only, so that it may be asked while the bot is running."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.config import MatrixConfig
from bot.platforms.matrix import session
from bot.platforms.matrix.session import SETUP, Session
from bot.platforms.matrix.sharing import MEGOLM
from bot.platforms.matrix.wire import Json, Refused, Unreachable, Wire
from bot.platforms.platform import Finding, Memory, PlatformStopped

_FEW_KEYS = 10  # of 50 or so; below that the bot has been away from its server for long


async def findings(
    config: MatrixConfig, memory: Memory, store: Path, password: str | None
) -> list[Finding]:
    """One finding for each part, in the order in which to mend them."""
    wire = Wire(config.homeserver)
    try:
        found = [await _homeserver(wire, config)]
        if not found[0].well:
            return found
        known = await session.recall(memory, config.user)
        found.append(await _login(wire, known, config, password))
        if known is None or not known.token or not found[-1].well:
            return found
        found.append(_key_store(store))
        steps: tuple[tuple[str, Callable[[], Awaitable[Finding]]], ...] = (
            ("one-time keys", lambda: _one_time_keys(wire)),
            ("cross-signing", lambda: _identity(wire, known)),
            ("coordinators' room", lambda: _coordinators(wire, config)),
            ("rate limit", lambda: _rate_limit(wire, config)),
        )
        for part, step in steps:
            try:
                found.append(await step())
            except (Refused, Unreachable) as error:
                found.append(_bad(part, f"It could not be asked about just now ({error})."))
        return found
    finally:
        await wire.close()


async def _homeserver(wire: Wire, config: MatrixConfig) -> Finding:
    part = "homeserver"
    try:
        versions = await wire.call("GET", "versions", prefix="/_matrix/client")
    except (Refused, Unreachable) as error:
        return _bad(
            part,
            f"{config.homeserver} does not answer as a Matrix homeserver ({error}). "
            "Check `homeserver` in the configuration and that it can be reached from here.",
        )
    latest = (versions.get("versions") or ["an unknown version"])[-1]
    return _good(part, f"{config.homeserver} answers and speaks Matrix up to {latest}.")


async def _login(
    wire: Wire, known: Session | None, config: MatrixConfig, password: str | None
) -> Finding:
    part = "login"
    if known is None or not known.token:
        if password is None:
            return _bad(part, f"The bot has not logged in yet and needs its password. {SETUP}")
        return await _would_let_in(wire, part, config, password)
    wire.token = known.token
    try:
        who = await wire.call("GET", "account", "whoami")
    except (Refused, Unreachable) as error:
        return _bad(part, f"The kept login is not accepted ({error}). {SETUP}")
    if who.get("user_id") != config.user or who.get("device_id") != known.device:
        return _bad(part, f"The kept login belongs to another account or device. {SETUP}")
    return _good(part, f"Logged in as {config.user}, device {known.device}.")


async def _would_let_in(wire: Wire, part: str, config: MatrixConfig, password: str) -> Finding:
    """Whether the password is right; the device that asking makes is logged out again at once."""
    try:
        wire.token = await session.log_in(wire, config.user, password)
        await wire.call("POST", "logout", body={})
    except PlatformStopped as stopped:
        return _bad(part, stopped.says)
    except (Refused, Unreachable) as error:
        return _bad(part, f"The password could not be tried just now ({error}).")
    return _good(part, "The password is right. The bot logs in by itself when it is started.")


def _key_store(store: Path) -> Finding:
    part = "encryption keys"
    if not (store / "keys.db").is_file():
        return _bad(
            part,
            f"There is no key store in {store}. If it was lost, the bot's old messages cannot be "
            "read again; remove the bot's device on the homeserver. " + SETUP,
        )
    return _good(part, f"The device's key store is in {store}. Include it in your backup.")


async def _one_time_keys(wire: Wire) -> Finding:
    part = "one-time keys"
    answer = await wire.call("POST", "keys", "upload", body={})
    count = int((answer.get("one_time_key_counts") or {}).get("signed_curve25519", 0))
    if count < _FEW_KEYS:
        return _bad(
            part,
            f"Only {count} one-time keys are left on the homeserver, so new people may soon not be "
            "able to write to the bot. Start the bot; it refills them by itself.",
        )
    return _good(part, f"{count} one-time keys are on the homeserver.")


async def _identity(wire: Wire, known: Session) -> Finding:
    part = "cross-signing"
    answer = await wire.call("POST", "keys", "query", body={"device_keys": {known.user: []}})
    signing: Json = (answer.get("self_signing_keys") or {}).get(known.user) or {}
    device = ((answer.get("device_keys") or {}).get(known.user) or {}).get(known.device) or {}
    signatures = (device.get("signatures") or {}).get(known.user) or {}
    if not device:
        return _bad(part, f"The homeserver has no keys for the bot's device. {SETUP}")
    if not any(key in signatures for key in signing.get("keys") or {}):
        return _bad(
            part,
            "The bot's device is not signed by its account, so strict clients will not talk to it "
            "and others show a warning. Run `peerbot setup matrix`.",
        )
    return _good(part, "The bot's device is signed by its account.")


async def _coordinators(wire: Wire, config: MatrixConfig) -> Finding:
    part = "coordinators' room"
    room = config.coordinators_room
    if room is None:
        return _bad(
            part,
            "No coordinators' room is configured. Set coordinators_room, or let "
            "`peerbot setup matrix` create one.",
        )
    if room.startswith("#"):
        room = str((await wire.call("GET", "directory", "room", room))["room_id"])
    joined = (await wire.call("GET", "joined_rooms")).get("joined_rooms") or []
    if room not in joined:
        return _bad(
            part,
            f"The bot is not in the coordinators' room. Invite {config.user} to it; "
            "it accepts by itself while it is running.",
        )
    try:
        encryption = await wire.call("GET", "rooms", room, "state", "m.room.encryption", "")
    except Refused:
        encryption = {}
    if encryption.get("algorithm") != MEGOLM:
        return _bad(
            part, "The coordinators' room is not encrypted. Switch encryption on in its settings."
        )
    return _good(part, "The bot is in the coordinators' room, and it is encrypted.")


async def _rate_limit(wire: Wire, config: MatrixConfig) -> Finding:
    """Only a server's administrator can see whether a limit applies; most bots are not one."""
    part = "rate limit"
    try:
        answer = await wire.call(
            "GET", "users", config.user, "override_ratelimit", prefix="/_synapse/admin/v1"
        )
    except Refused:
        return _good(
            part, "Whether the homeserver limits the bot cannot be seen. " + lifting(config)
        )
    if answer.get("messages_per_second") == 0:
        return _good(part, "The homeserver does not limit how fast the bot may write.")
    return _bad(part, "The homeserver limits how fast the bot may write. " + lifting(config))


def lifting(config: MatrixConfig) -> str:
    """How an administrator lifts the limit for the bot."""
    return (
        "A default Synapse lets an account send one message in five seconds, which makes people "
        "wait. Its administrator lifts that for the bot with "
        f"POST /_synapse/admin/v1/users/{config.user}/override_ratelimit "
        'and the body {"messages_per_second": 0, "burst_count": 0}.'
    )


def _good(part: str, says: str) -> Finding:
    return Finding(part=f"matrix: {part}", well=True, says=says)


def _bad(part: str, says: str) -> Finding:
    return Finding(part=f"matrix: {part}", well=False, says=says)
