"""Effects that keep or end a single row which is no thing of its own."""

from bot.domain.opening import Exceptional
from bot.domain.row_effects import (
    DecideDay,
    DropWays,
    EndCallBack,
    ForgetQuestions,
    Gather,
    GatherWords,
    KeepWeek,
    LetOut,
    PauseProgramme,
    PourAway,
    ReadOut,
    Switch,
)
from storage import (
    call_backs,
    check_in_answers,
    check_in_pools,
    contact_ways,
    exceptional_days,
    programme_states,
    questions,
    switches,
    timers,
    weekly_figures,
)
from storage.database import Transaction

OfCheckIns = Gather | GatherWords | LetOut | ReadOut | PourAway
OfOthers = PauseProgramme | DecideDay | EndCallBack | DropWays | KeepWeek | Switch
Rows = OfOthers | ForgetQuestions | OfCheckIns


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
        case ForgetQuestions(about):
            questions.forget_about(db, about)
        case Gather() | GatherWords() | LetOut() | ReadOut() | PourAway():
            _gathered(effect, db)


def _gathered(effect: OfCheckIns, db: Transaction) -> None:
    match effect:
        case Gather(programme, who, round, week, answers, batch):
            check_in_pools.gather(db, programme, who, round, week, answers, batch)
        case GatherWords(programme, week, words):
            check_in_pools.gather_words(db, programme, week, words)
        case LetOut(pool, week):
            found = check_in_pools.taken(db, pool)
            if found is not None:
                check_in_answers.let_out(db, found, week)
        case ReadOut(pool, week, read):
            check_in_pools.ripen(db, pool, week, read=read)
        case PourAway(pool):
            check_in_pools.take_away(db, pool)
