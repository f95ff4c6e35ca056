"""What follows for what platforms show of gatherings."""

from dataclasses import dataclass

from bot.domain.ids import GatheringId


@dataclass(frozen=True, slots=True)
class ShowGathering:
    """What this platform shows to everybody of an open gathering shall be how it stands by then."""

    gathering: GatheringId
    platform: str


OfGatherings = ShowGathering
