"""What a person at a chat client can wait for, whichever client it is."""

from collections.abc import Callable

from tests.parts.seen import Seen, Sights
from tests.parts.synapse import Account


class Person:
    """Somebody with an account and a client that shows them things."""

    def __init__(self, account: Account, alive: Callable[[], None]) -> None:
        self.account = account
        self.user_id = account.user_id
        self.sights = Sights(account.localpart, alive)

    async def hears(self, text_id: str, within: float = 40, *, room: str | None = None) -> Seen:
        """The next message of the bot with this mark; each is heard once."""
        return await self.sights.wait_for(
            lambda seen: (
                seen.text_id == text_id
                and seen.sender != self.user_id
                and not seen.replaces
                and room in (None, seen.room)
            ),
            within,
            what=f"a message {text_id}",
            take=True,
        )

    async def reads(self, text: str, within: float = 40, *, room: str | None = None) -> Seen:
        """The next message or edit of somebody else in which `text` stands; each is read once."""
        return await self.sights.wait_for(
            lambda seen: (
                text in seen.body and seen.sender != self.user_id and room in (None, seen.room)
            ),
            within,
            what=f"the words {text!r}",
            take=True,
        )

    async def sees_reaction(self, event: str, key: str, within: float = 40) -> Seen:
        """Somebody's reaction to an event."""
        return await self.sights.wait_for(
            lambda seen: seen.reacts_to == (event, key), within, what=f"{key} on {event}"
        )

    async def sees_redaction(self, event: str, within: float = 40) -> Seen:
        """That an event was deleted."""
        return await self.sights.wait_for(
            lambda seen: seen.redacts == event, within, what=f"{event} deleted"
        )

    async def sees_member(
        self, room: str, user_id: str, membership: str, within: float = 40
    ) -> Seen:
        """Somebody's membership in a room: `join`, `invite`, `leave` or `ban`."""
        return await self.sights.wait_for(
            lambda seen: (
                seen.type == "m.room.member"
                and (seen.room, seen.state_key) == (room, user_id)
                and seen.content.get("membership") == membership
            ),
            within,
            what=f"{user_id} {membership} {room}",
        )
