"""The walk that `peerbot setup matrix` takes with whoever installs the bot.

Every step may be taken again: what is there already is found, not made twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pydantic import ValidationError

from bot.config import MatrixConfig
from bot.messages import PlaceKind
from bot.platforms.matrix import session
from bot.platforms.matrix.checking import lifting
from bot.platforms.matrix.cross_signing import Identity, cross_sign
from bot.platforms.matrix.direct import DirectChats
from bot.platforms.matrix.keys import Keys, KeysChanged, open_machine
from bot.platforms.matrix.opening import Opening
from bot.platforms.matrix.quiet import hush_nio
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.wire import Refused, Unreachable, Wire
from bot.platforms.platform import Memory, PlatformStopped

Say = Callable[[str], Awaitable[None]]

_YES = frozenset({"y", "yes", "j", "ja"})


class Ask(Protocol):
    """Asks one question and waits for the line typed; `secret` lines are not shown."""

    async def __call__(self, question: str, *, default: str = "", secret: bool = False) -> str:
        """The answer, `default` when it was empty."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What the walk came to: the configuration, and the password to be put into a file."""

    config: MatrixConfig
    password: str = field(repr=False)


async def walk(
    ask: Ask,
    say: Say,
    memory: Memory,
    *,
    store: Path,
    pickle_key: str,
    config: MatrixConfig | None = None,
) -> Walked:
    """Log in, make the device, sign it, open the coordinators' room, and say what is left to do.

    `config` is what is configured already, for the defaults. Not to be called while the bot runs
    on the same store. Raises PlatformStopped with a sentence when it cannot go on, and Unreachable
    when the homeserver goes away in the middle.
    """
    hush_nio()
    found = await _homeserver(ask, say, config)
    wire = Wire(found)
    try:
        walked = await _log_in(ask, say, wire, memory, found, store, config)
        await _device(ask, say, wire, memory, walked, store, pickle_key)
        room = await _coordinators_room(ask, say, wire, memory, walked.config)
        configured = walked.config.model_copy(update={"coordinators_room": room})
        await say(_snippet(configured))
        await say(lifting(configured))
        return Walked(configured, walked.password)
    except Refused as refused:
        raise PlatformStopped(
            f"The homeserver refused a step of the set-up ({refused}). Nothing is lost; "
            "run it again when that is mended."
        ) from refused
    finally:
        await wire.close()


async def _homeserver(ask: Ask, say: Say, config: MatrixConfig | None) -> str:
    default = config.homeserver if config else "https://matrix.org"
    while True:
        url = (await ask("Address of the homeserver:", default=default)).strip().rstrip("/")
        if "://" not in url:
            url = f"https://{url}"
        wire = Wire(url)
        try:
            known = await wire.call("GET", "matrix", "client", prefix="/.well-known")
            url = str(known["m.homeserver"]["base_url"]).rstrip("/")
        except (Refused, Unreachable, KeyError, TypeError):
            pass  # not every homeserver says where it is; then it is where we were told
        finally:
            await wire.close()
        wire = Wire(url)
        try:
            await wire.call("GET", "versions", prefix="/_matrix/client")
            return url
        except (Refused, Unreachable) as error:
            await say(f"{url} does not answer as a Matrix homeserver ({error}). Try again.")
        finally:
            await wire.close()


async def _log_in(
    ask: Ask,
    say: Say,
    wire: Wire,
    memory: Memory,
    homeserver: str,
    store: Path,
    config: MatrixConfig | None,
) -> Walked:
    while True:
        user = await ask("The bot's user id:", default=config.user if config else "")
        base = config.model_dump(exclude_unset=True) if config else {}
        try:
            wanted = MatrixConfig(**{**base, "homeserver": homeserver, "user": user.strip()})
        except ValidationError:
            await say("A user id is written @name:server, e.g. @peerbot:example.org.")
            continue
        password = await ask("Its password:", secret=True)
        if not (store / "keys.db").is_file() or await _revoked(wire, memory, wanted.user):
            # Its keys are gone here or there. A new device gets an id of its own, since other
            # clients will not trust an id that has changed its keys or was deleted once.
            await session.forget(memory)
        try:
            await session.enter(wire, memory, wanted, password, anew=True)
        except PlatformStopped as stopped:
            await say(
                f"{stopped.says} If there is no such account yet, make one: with any Matrix client "
                "on that homeserver, or, on your own Synapse, with register_new_matrix_user."
            )
            continue
        await say(f"Logged in as {wanted.user}.")
        return Walked(wanted, password)


async def _revoked(wire: Wire, memory: Memory, user: str) -> bool:
    """Whether the kept login was ended on the homeserver, which deletes the device."""
    kept = await session.recall(memory, user)
    if kept is None or not kept.token:
        return False
    wire.token = kept.token
    try:
        await wire.call("GET", "account", "whoami")
    except Refused as refused:
        return refused.logged_out and not refused.body.get("soft_logout")
    return False


async def _device(
    ask: Ask,
    say: Say,
    wire: Wire,
    memory: Memory,
    walked: Walked,
    store: Path,
    pickle_key: str,
) -> None:
    entered = await session.recall(memory, walked.config.user)
    if entered is None:
        raise PlatformStopped("The login was not kept; is the database writable?")
    misfit = (
        f"The key store in {store} does not fit the bot's device. "
        "Restore it from your backup, or move it away and run this again."
    )
    try:
        keys = Keys(wire, open_machine(entered.user, entered.device, store, pickle_key))
    except ValueError as error:
        raise PlatformStopped(misfit) from error
    try:
        await keys.confirm()
        await keys.publish()
        identity = await _sign(ask, wire, keys, memory, walked.password)
    except KeysChanged as error:
        raise PlatformStopped(misfit) from error
    finally:
        keys.close()
    if identity is Identity.OURS:
        await say("The bot's device is encrypted and signed.")
    else:
        await say("The device is encrypted but not signed: clients will show a warning.")


async def _sign(ask: Ask, wire: Wire, keys: Keys, memory: Memory, password: str) -> Identity:
    identity = await cross_sign(wire, keys.olm, memory, password)
    if identity is Identity.STRANGE:
        answer = await ask(
            "The account was signed by another program before. Replace that identity by the bot's "
            "own? People who verified the old one will be warned once. (yes/no)",
            default="no",
        )
        if answer.strip().lower() in _YES:
            return await cross_sign(wire, keys.olm, memory, password, replace=True)
    return identity


async def _coordinators_room(
    ask: Ask, say: Say, wire: Wire, memory: Memory, config: MatrixConfig
) -> str | None:
    if config.coordinators_room:
        return config.coordinators_room
    answer = await ask("Open an encrypted room for the coordinators now? (yes/no)", default="yes")
    if answer.strip().lower() not in _YES:
        return None
    people = await ask("User ids of the coordinators to invite, with spaces between:")
    rooms = Rooms(wire, memory, config.user, None)
    opening = Opening(wire, memory, rooms, DirectChats(wire, config.user))
    await opening.load()
    room = await opening.group(
        PlaceKind.COORDINATORS, "Coordinators", tuple(people.split()), "coordinators' room"
    )
    await say("The coordinators' room is open and encrypted.")
    return room.id


def _snippet(config: MatrixConfig) -> str:
    lines = [
        "Put this into the configuration file, and the password into the file it names:",
        "",
        "[platforms.matrix]",
        f'homeserver = "{config.homeserver}"',
        f'user = "{config.user}"',
        'password_file = "matrix-password"  # readable by the bot only',
    ]
    if config.coordinators_room:
        lines.append(f'coordinators_room = "{config.coordinators_room}"')
    return "\n".join(lines)
