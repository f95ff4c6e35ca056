"""Which invitations are accepted, and that a flood does not keep people waiting."""

from typing import Any

from bot.platforms.matrix.invites import Invite, Invites, Verdict, judge
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.wire import Wire
from tests.platforms.matrix.running import Shelf

OWN = "@peerbot:example.org"


def _state(sort: str, content: dict[str, Any], key: str = "") -> dict[str, Any]:
    return {"type": sort, "state_key": key, "sender": "@rosa:far.example", "content": content}


def _invitation(**content: Any) -> dict[str, Any]:
    return _state("m.room.member", {"membership": "invite", **content}, OWN)


def _verdict(*events: dict[str, Any], wanted: bool = False) -> Verdict | None:
    invite = judge("!r", events, OWN, wanted)
    return invite.verdict if invite else None


def test_direct_chats_are_looked_at_groups_declined_and_configured_rooms_joined():
    name = _state("m.room.name", {"name": "A club"})
    inviters_own = _state("m.room.member", {"membership": "join"}, "@rosa:far.example")
    assert _verdict(inviters_own, _invitation(is_direct=True)) is Verdict.LOOK
    assert _verdict(_invitation()) is Verdict.LOOK
    assert _verdict(_invitation(), name) is Verdict.DECLINE
    assert _verdict(_invitation(), name, wanted=True) is Verdict.JOIN
    public = _state("m.room.join_rules", {"join_rule": "public"})
    assert _verdict(_invitation(is_direct=True), public) is Verdict.DECLINE
    space = _state("m.room.create", {"type": "m.space"})
    assert _verdict(_invitation(is_direct=True), space) is Verdict.DECLINE
    assert _verdict(inviters_own) is None


def _line(an_hour: int) -> Invites:
    wire, memory = Wire("http://127.0.0.1:9"), Shelf()
    rooms = Rooms(wire, memory, OWN, None)
    return Invites(wire, memory, rooms, None, wanted=lambda _: False, an_hour=an_hour)  # type: ignore[arg-type]


def _next(line: Invites) -> str | None:
    """Serve one, as far as the order goes."""
    invite = line._next()
    if invite is not None:
        line._done(invite)
    return invite.room if invite else None


def test_a_person_from_elsewhere_need_not_wait_for_a_flood_to_end():
    line = _line(an_hour=1000)
    for number in range(900):
        line.add(Invite(f"!flood{number}", "@troll:flood.example", Verdict.LOOK))
    line.add(Invite("!rosa", "@rosa:home.example", Verdict.LOOK))
    assert "!rosa" in [_next(line) for _ in range(3)]


def test_a_server_that_floods_waits_and_is_cut_and_others_are_not():
    line = _line(an_hour=5)
    line.add(Invite("!rosa", "@rosa:home.example", Verdict.LOOK))
    for number in range(3000):
        line.add(Invite(f"!flood{number}", "@troll:flood.example", Verdict.LOOK))
    assert len(line._line) == 1000
    served = [room for _ in range(20) if (room := _next(line))]
    assert "!rosa" in served
    assert len(served) == 6
    line.add(Invite("!ali", "@ali:home.example", Verdict.LOOK))
    assert _next(line) == "!ali"


async def test_the_line_outlives_a_restart_and_a_malformed_invitation_is_nothing():
    line = _line(an_hour=5)
    broken = {"invite_state": {"events": [{"type": "m.room.member", "state_key": OWN}, 7]}}
    line.take({"!x": broken, "!rosa": {"invite_state": {"events": [_invitation(is_direct=True)]}}})
    await line.keep()
    again = _line(an_hour=5)
    again._memory = line._memory
    await again.load()
    assert _next(again) == "!rosa"
    assert _next(again) is None
