"""Effects that keep or end a single row which is no thing of its own."""

from bot.domain.opening import Exceptional
from bot.domain.row_effects import (
    DecideDay,
    DropWays,
    EndCallBack,
    KeepWeek,
    PauseProgramme,
    Switch,
)
from storage import (
    call_backs,
    contact_ways,
    exceptional_days,
    programme_states,
    switches,
    timers,
    weekly_figures,
)
from storage.database import Transaction

Rows = PauseProgramme | DecideDay | EndCallBack | DropWays | KeepWeek | Switch


def change_row(effect: Rows, db: Transaction) -> None:
    """So it is from now on."""
    match effect:
        case PauseProgramme(programme, paused, message):
            programme_states.save(db, programme, programme_states.ProgrammeState(paused, message))
        case DecideDay(programme, day, None):
            exceptional_days.take_back(db, programme, day)
        case DecideDay(programme, day, hours):
            exceptional_days.save(db, programme, Exceptional(day, hours or ()))
        case EndCallBack(id):
            timers.stop_all_about(db, id)
            call_backs.end(db, id)
        case DropWays(appointment):
            contact_ways.drop(db, appointment)
        case KeepWeek(programme, week, counts, release):
            weekly_figures.keep(db, programme, week, counts, release)
        case Switch(name, on):
            switches.turn(db, name, on)
