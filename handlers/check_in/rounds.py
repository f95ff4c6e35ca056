"""A round of check-ins: asked, answered, skipped, stopped half way, asked again."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.check_in import answering, asking
from bot.domain.check_in.plan import SKIPPED
from bot.domain.decision import NOTHING, CloseQuestions, Decision
from bot.domain.refusal import Refusal
from bot.messages import TimeCame
from handlers.check_in.theirs import asked_about, open_of, reader_of
from storage import check_ins, people
from storage.database import Transaction

router = Router()


@router.timer(asking.ROUND)
def ring(rings: Happening, db: Transaction) -> Decision:
    """Whatever comes next for one person: a round, a reminder, or letting go."""
    assert isinstance(rings.event, TimeCame)
    known = check_ins.get(db, rings.event.about)
    person = people.get(db, known.person) if known else None
    if known is None or person is None:
        return NOTHING
    programme = rings.desk.programme(known.programme)
    return asking.ring(known, programme, reader_of(person, db), rings.now)


@router.press("check-in-round-ask", "check-in-begin")
def begin(turn: Turn, db: Transaction) -> Decision:
    """It suits them now."""
    known = asked_about(turn, db)
    programme = turn.desk.programme(known.programme)
    return answering.start(known, programme, reader_of(turn.person, db))


@router.press("check-in-round-ask", "check-in-skip")
@router.press("check-in-item", "check-in-leave")
def leave(turn: Turn, db: Transaction) -> Decision:
    """Not this time, or not any further."""
    return answering.leave(asked_about(turn, db), turn.now)


@router.press("check-in-round-ask", "check-in-stop")
def stop(turn: Turn, db: Transaction) -> Decision:
    """Not this time, and not again."""
    return answering.decline(asked_about(turn, db), turn.now)


@router.press("check-in-item", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "skip")
def answered(turn: Turn, db: Transaction) -> Decision:
    """One answer; the next question, or thanks."""
    known = asked_about(turn, db)
    assert turn.question is not None
    value = None if turn.choice == SKIPPED else int(turn.choice)
    programme = turn.desk.programme(known.programme)
    reader = reader_of(turn.person, db)
    return answering.take(known, turn.question.kept, value, programme, reader, turn.now)


@router.press("check-in-keep-ask", "check-in-keep")
def keep(turn: Turn, db: Transaction) -> Decision:
    """What they answered so far may be kept."""
    known = asked_about(turn, db)
    return answering.keep_half(known, turn.desk.programme(known.programme), turn.now)


@router.press("check-in-keep-ask", "check-in-let-go")
def let_go(turn: Turn, db: Transaction) -> Decision:
    """What they answered so far is to be gone."""
    return answering.drop_half(asked_about(turn, db), turn.now)


@router.still_open("check-in-item", "check-in-round-ask", "check-in-keep-ask")
def again(turn: Turn, db: Transaction) -> Decision:
    """Something else was said and not understood: the question stands as it stood."""
    return asked_again(turn, db)


def asked_again(turn: Turn, db: Transaction) -> Decision:
    """The open question once more. Raises Refusal when none is open."""
    known = open_of(turn, db)
    if known is None:
        raise Refusal("too-late")
    programme, reader = turn.desk.programme(known.programme), reader_of(turn.person, db)
    once_more = asking.question(known, programme, reader, again=True)
    return Decision(effects=(CloseQuestions(known.id), once_more))
