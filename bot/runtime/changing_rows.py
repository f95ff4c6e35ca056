"""Effects that keep or end a single row which is no thing of its own."""

from bot.domain.decision import DecideDay, EndCallBack
from bot.domain.opening import Exceptional
from storage import call_backs, exceptional_days, timers
from storage.database import Transaction

Rows = DecideDay | EndCallBack


def change_row(effect: Rows, db: Transaction) -> None:
    """So it is from now on."""
    match effect:
        case DecideDay(programme, day, None):
            exceptional_days.take_back(db, programme, day)
        case DecideDay(programme, day, hours):
            exceptional_days.save(db, programme, Exceptional(day, hours or ()))
        case EndCallBack(id):
            timers.stop_all_about(db, id)
            call_backs.end(db, id)
