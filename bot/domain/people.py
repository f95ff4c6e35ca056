"""The people: whoever writes to the bot, and what volunteers have told us about themselves."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VOLUNTEER_STEPS, VolunteerStatus, step


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who writes to the bot. Their address is in the vault; `id` says nothing about them."""

    id: PersonId
    platform: str
    language: str
    language_known: bool = False  # chosen or clear, not merely assumed
    zone: str = "Europe/Copenhagen"
    consented_at: datetime | None = None
    is_coordinator: bool = False
    made_by: str = ""  # how they came to coordinate (`bot.domain.by_role.MadeBy`)
    holds: frozenset[str] = frozenset()  # the roles they were last seen with where they are
    reachable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLimits:
    """What a volunteer wants at most; never more than the programme allows. None: as the programme."""

    contacts_a_day: int | None = None
    week_hours: int | None = None
    asks_a_day: int | None = None
    quiet_from: time | None = None  # local time; both or neither
    quiet_to: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """A peer giver in one programme. `name` is a pseudonym, shown to coordinators, never to receivers."""

    person: PersonId
    programme: str
    name: str
    status: VolunteerStatus = VolunteerStatus.APPLIED
    steps_done: tuple[str, ...] = ()
    topics: frozenset[str] = field(default=frozenset(), repr=False)
    languages: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    zone: str = "Europe/Copenhagen"
    limits: OwnLimits = OwnLimits()
    on_duty_since: datetime | None = None
    on_duty_until: datetime | None = None
    last_contact_at: datetime | None = None  # when the last one ended
    rest_until: datetime | None = None
    by_role: bool = False  # approved by a role they hold where they are, while they hold it

    def to(self, status: VolunteerStatus) -> "Volunteer":
        """The same volunteer, one step on. Raises IllegalStep."""
        return replace(self, status=step(VOLUNTEER_STEPS, self.status, status))

    def on_duty(self, now: datetime) -> bool:
        """Whether they said they may be asked now."""
        return self.on_duty_until is not None and self.on_duty_until > now
