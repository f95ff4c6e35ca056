"""The bot's login: one device, made once and kept.

The device id is part of what makes a letter show only once (a transaction id belongs to a device),
and it owns the encryption keys; so it is kept in Memory and asked for again at every login.
"""

import json
import secrets
from dataclasses import dataclass, field

from bot.config import MatrixConfig
from bot.platforms.matrix.wire import Json, Refused, Wire
from bot.platforms.platform import Memory, PlatformStopped

_KEPT = "matrix/session"
SETUP = "Run `peerbot setup matrix` to log in again."


@dataclass(frozen=True, slots=True)
class Session:
    """Who we are on the homeserver."""

    user: str
    device: str
    token: str = field(repr=False)


async def recall(memory: Memory, user: str) -> Session | None:
    """The kept login of `user`, or None."""
    kept = await memory.recall(_KEPT)
    if not kept:
        return None
    session = Session(**json.loads(kept))
    return session if session.user == user else None


async def keep(memory: Memory, session: Session) -> None:
    """Keep a login; durable when this returns."""
    await memory.keep(
        _KEPT,
        json.dumps({"user": session.user, "device": session.device, "token": session.token}),
    )


async def enter(
    wire: Wire, memory: Memory, config: MatrixConfig, password: str | None, *, anew: bool = False
) -> Session:
    """Restore the kept login, or make one; `anew` when the kept token no longer holds.

    Raises PlatformStopped when the account cannot be entered, Refused or Unreachable when it
    might be later.
    """
    kept = await recall(memory, config.user)
    if kept is not None and kept.token and not anew:
        wire.token = kept.token
        return kept
    if password is None:
        raise PlatformStopped(
            f"The Matrix account {config.user} needs its password: "
            "set password_file or PEERBOT_MATRIX_PASSWORD."
        )
    device = kept.device if kept else f"PEERBOT{secrets.token_hex(4).upper()}"
    # Kept before it is used: a crash between the two must not make a second device.
    await keep(memory, Session(config.user, device, ""))
    wire.token = None
    answer = await _answer(
        wire,
        config.user,
        password,
        {"device_id": device, "initial_device_display_name": config.device_name},
    )
    if answer.get("user_id") != config.user:
        raise PlatformStopped(
            f"The homeserver knows the account {config.user} as {answer.get('user_id')}. "
            "Write it like that in the configuration."
        )
    session = Session(str(answer["user_id"]), str(answer["device_id"]), str(answer["access_token"]))
    await keep(memory, session)
    wire.token = session.token
    return session


async def log_in(wire: Wire, user: str, password: str) -> str:
    """The access token of a new device, which is not kept. Raises as `enter` does."""
    wire.token = None
    answer = await _answer(wire, user, password, {})
    return str(answer["access_token"])


async def _answer(wire: Wire, user: str, password: str, device: Json) -> Json:
    try:
        return await wire.call(
            "POST",
            "login",
            body={
                "type": "m.login.password",
                "identifier": {"type": "m.id.user", "user": user},
                "password": password,
                **device,
            },
        )
    except Refused as refused:
        if refused.limited:
            raise
        raise PlatformStopped(
            f"The homeserver will not let {user} in ({refused.code}). "
            "Check the user id and the password in the configuration."
        ) from refused


async def forget(memory: Memory) -> None:
    """Let the next login make a new device."""
    await memory.keep(_KEPT, "")
