"""What follows for what platforms show of gatherings, and for the closed rooms of groups."""

from dataclasses import dataclass, field

from bot.domain.ids import GatheringId, PersonId


@dataclass(frozen=True, slots=True)
class ShowGathering:
    """What this platform shows to everybody of an open gathering shall be how it stands by then."""

    gathering: GatheringId
    platform: str


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Open a closed room for a group on this platform; nobody is in it yet but us."""

    gathering: GatheringId
    platform: str


@dataclass(frozen=True, slots=True)
class LetIntoGroup:
    """Let somebody into the room of a group, if it is open."""

    gathering: GatheringId
    person: PersonId = field(repr=False)


@dataclass(frozen=True, slots=True)
class PutOutOfGroup:
    """Somebody is in the room of a group no longer."""

    gathering: GatheringId
    person: PersonId = field(repr=False)


@dataclass(frozen=True, slots=True)
class CloseGroup:
    """Nobody can write in the room of a group any more."""

    gathering: GatheringId


OfGatherings = ShowGathering | OpenGroup | LetIntoGroup | PutOutOfGroup | CloseGroup
