"""What somebody may do here because of a role they hold where they are, such as in a server of theirs.

Whoever gives such roles decides from then on who coordinates. So a role makes somebody a coordinator only
while they hold it, and never against what coordinators or the configuration said (decision 0043).
"""

from dataclasses import replace
from enum import StrEnum

from bot.domain.people import Person


class Held(StrEnum):
    """What a role may stand for."""

    COORDINATOR = "coordinator"
    VOLUNTEER = "volunteer"


class MadeBy(StrEnum):
    """How somebody came to coordinate, or why a role does not make them do so."""

    FILE = "file"  # named in the configuration
    WORD = "word"  # by another coordinator
    LINK = "link"  # by a link to our page
    EARLIER = "earlier"  # in one of these ways once; not in the configuration now
    ROLE = "role"  # by a role they hold, while they hold it
    LAST = "last"  # by a role they hold no more; nobody else could be reached
    REMOVED = "removed"  # a coordinator took it from them: a role does not give it back


BY_A_ROLE = frozenset({MadeBy.ROLE, MadeBy.LAST})


def seen_with(person: Person, holds: frozenset[str], *, is_last: bool) -> Person:
    """The person, now that it is known what they hold. `is_last`: no other coordinator is reachable."""
    now = replace(person, holds=holds if person.consented_at else holds - {Held.VOLUNTEER})
    if Held.COORDINATOR in holds:
        if not person.is_coordinator and person.made_by != MadeBy.REMOVED:
            return replace(now, is_coordinator=True, made_by=MadeBy.ROLE)
        return replace(now, made_by=MadeBy.ROLE) if person.made_by == MadeBy.LAST else now
    if person.made_by not in BY_A_ROLE:
        return now
    if is_last:
        return replace(now, made_by=MadeBy.LAST)
    return replace(now, is_coordinator=False, made_by="")
