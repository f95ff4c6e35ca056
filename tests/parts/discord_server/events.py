"""A server's scheduled events, with what Discord asks of whoever makes, changes or ends one."""

from datetime import UTC, datetime
from typing import Any

from tests.parts.discord_server.answers import Refused, invalid
from tests.parts.discord_server.routes import Asking, Route
from tests.parts.discord_server.world import Json

CREATE_EVENTS, MANAGE_EVENTS, ADMINISTRATOR = 1 << 44, 1 << 33, 1 << 3
EXTERNAL, SCHEDULED, ACTIVE, COMPLETED, CANCELED = 3, 1, 2, 3, 4
MOST = 100
STEPS = {SCHEDULED: {ACTIVE, CANCELED}, ACTIVE: {COMPLETED}}


def listed(asking: Asking, guild: str) -> list[Json]:
    """Those to come and going on."""
    _ours(asking, guild)
    return [e for e in asking.world.events.get(guild, {}).values() if e["status"] in STEPS]


def create(asking: Asking, guild: str) -> Json:
    """Since 23 February 2026 MANAGE_EVENTS alone is not enough."""
    _ours(asking, guild)
    _needs(asking, guild, CREATE_EVENTS)
    body = asking.body
    if len(listed(asking, guild)) >= MOST:
        raise Refused(400, 30038, "Maximum number of uncompleted guild scheduled events reached")
    _fits(body)
    id = asking.world.id()
    event: Json = {
        "id": id, "guild_id": guild, "channel_id": None, "creator_id": asking.world.bot["id"],
        "status": SCHEDULED, "entity_id": None, "recurrence_rule": None,
        "guild_scheduled_event_exceptions": [], **_as_told(body),
    }  # fmt: skip
    asking.world.events.setdefault(guild, {})[id] = event
    return event


def change(asking: Asking, guild: str, id: str) -> Json:
    """One's own may be changed by whoever may make one; others' by whoever manages events."""
    event = _event(asking, guild, id)
    own = event["creator_id"] == asking.world.bot["id"]
    _needs(asking, guild, (CREATE_EVENTS if own else 0) | MANAGE_EVENTS)
    status = asking.body.get("status")
    if status is not None and status not in STEPS.get(event["status"], set()):
        raise Refused(400, 180000, "Cannot update a finished event")
    if asking.body.keys() - {"status"}:
        _fits({**event, **asking.body})
    event.update(_as_told(asking.body))
    return event


def delete(asking: Asking, guild: str, id: str) -> None:
    """It was never there."""
    _event(asking, guild, id)
    own = asking.world.events[guild][id]["creator_id"] == asking.world.bot["id"]
    _needs(asking, guild, (CREATE_EVENTS if own else 0) | MANAGE_EVENTS)
    del asking.world.events[guild][id]


def begin(event: Json) -> None:
    """Its time has come: Discord does that by itself."""
    event["status"] = ACTIVE


def _as_told(body: Json) -> Json:
    told = dict(body)
    for name in ("scheduled_start_time", "scheduled_end_time"):
        if name in told:  # Discord writes it in its own way
            at = datetime.fromisoformat(told[name]).astimezone(UTC)
            told[name] = at.isoformat(timespec="microseconds")
    return told


def _fits(body: Json) -> None:
    for field, most in (("name", 100), ("description", 1000)):
        if not 1 <= len(body.get(field) or "") <= most:
            raise invalid(field, f"Must be between 1 and {most} in length.")
    if body.get("entity_type") != EXTERNAL or body.get("privacy_level") != 2:
        raise invalid("entity_type", "this fake knows external events of a server only")
    where = (body.get("entity_metadata") or {}).get("location") or ""
    if not 1 <= len(where) <= 100:
        raise invalid("entity_metadata", "Must be between 1 and 100 in length.")
    if not body.get("scheduled_end_time"):
        raise invalid("scheduled_end_time", "This field is required")
    begins, ends = (
        datetime.fromisoformat(body[name])
        for name in ("scheduled_start_time", "scheduled_end_time")
    )
    if begins <= datetime.now(UTC) or ends <= begins:
        raise invalid("scheduled_start_time", "Cannot schedule event in the past.")


def _ours(asking: Asking, guild: str) -> None:
    if asking.world.bot["id"] not in asking.world.members.get(guild, {}):
        raise Refused(403, 50001, "Missing Access")


def _needs(asking: Asking, guild: str, one_of: int) -> None:
    if not asking.world.may(guild, asking.world.bot["id"]) & (one_of | ADMINISTRATOR):
        raise Refused(403, 50013, "Missing Permissions")


def _event(asking: Asking, guild: str, id: str) -> Any:
    _ours(asking, guild)
    found = asking.world.events.get(guild, {}).get(id)
    if found is None:
        raise Refused(404, 10070, "Unknown Guild Scheduled Event")
    return found


_EVENTS = r"/guilds/(\d+)/scheduled-events"
EVENT_ROUTES: list[tuple[str, str, Route]] = [
    ("GET", _EVENTS, listed),
    ("POST", _EVENTS, create),
    ("PATCH", rf"{_EVENTS}/(\d+)", change),
    ("DELETE", rf"{_EVENTS}/(\d+)", delete),
]
