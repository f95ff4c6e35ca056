"""Every hour: throw away what is no longer needed; once a day, remind of old crisis doors."""

from datetime import timedelta

from bot.config import old_doors
from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain import housekeeping
from bot.domain.decision import Decision, StartTimer, TellCoordinators
from bot.domain.refusal import Arg
from bot.messages import TimeCame
from storage.database import Transaction

router = Router()

CHECK_DOORS = "check-doors"
REMIND_EVERY = timedelta(days=7)


@router.timer(housekeeping.HOUSEKEEPING)
def keep_house(rings: Happening, db: Transaction) -> Decision:
    """Throw away, and come again."""
    return housekeeping.keep_house(rings.now)


@router.timer(CHECK_DOORS)
def check_doors(rings: Happening, db: Transaction) -> Decision:
    """A crisis number nobody has checked for long is a danger: coordinators are told which."""
    assert isinstance(rings.event, TimeCame)
    crisis = rings.desk.config.crisis
    old = old_doors(crisis.doors, rings.now.date(), crisis.remind_after_days)
    again = Decision(
        effects=(StartTimer(CHECK_DOORS, housekeeping.OF_THE_HOUSE, rings.now + REMIND_EVERY),)
    )
    if not old:
        return again
    names = ", ".join(door.name for door in old)
    args: dict[str, Arg] = {"names": names, "days": crisis.remind_after_days}
    told = TellCoordinators(rings.desk.main.name, "alarm-old-doors", args)
    return again + Decision(effects=(told,))
