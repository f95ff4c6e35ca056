"""The organisation's own round: those who work there answer three statements, coordinators first."""

from dataclasses import replace

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.check_in import answering, asking, months
from bot.domain.check_in.plan import ORGANISATION, Who
from bot.domain.check_in.standing import CheckIn, CheckInId, Coming
from bot.domain.decision import Audit, CloseQuestions, Decision
from bot.domain.ids import PersonId, code_of
from bot.domain.lifecycle import CheckInStatus
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.refusal import Refusal
from handlers.check_in.theirs import reader_of
from storage import check_ins, people
from storage.database import Transaction

router = Router()

ASK_STAFF = Command(name="ask-staff", words=("ask staff", "spørg personalet"), who=Role.COORDINATOR)
STAFF_CODE = Command(
    name="staff-code", words=("staff code", "personalekode"), takes=(Takes("code"),), hidden=True
)


@router.command(ASK_STAFF)
def ask_staff(turn: Turn, db: Transaction) -> Decision:
    """Once a quarter: shown first, with how many it goes to."""
    access.coordinator(turn)
    if not turn.programme.check_ins.staff:
        raise Refusal("staff-round-none")
    return turn.answer(
        "staff-round-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        many=len(_to_be_asked(turn, db)),
        items=len(turn.programme.check_ins.staff),
    )


@router.press("staff-round-confirm", "confirm-yes")
def begun(turn: Turn, db: Transaction) -> Decision:
    """Coordinators are asked in private; others answer who have the code of this quarter."""
    me = access.coordinator(turn)
    assert turn.question is not None
    said = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "ask-staff", turn.programme.name),
        )
    )
    for one in _to_be_asked(turn, db):
        known = _known(one.id, turn, db)
        coming = Coming(ORGANISATION.key, turn.now)
        agreed = known.to(CheckInStatus.AGREED)
        waits = replace(agreed, coming=(coming,), began_on=turn.now.date())
        said += Decision(save=(waits,), effects=asking.next_ring(waits, turn.now))
    page = turn.desk.config.platforms.web
    return said + turn.answer(
        "staff-round-begun", page=page.base if page else "", code=_code(turn.programme, turn, db)
    )


@router.command(STAFF_CODE)
def staff_code(turn: Turn, db: Transaction) -> Decision:
    """Somebody of the staff has the code: it is asked at once, once a quarter."""
    programme = next(
        (one for one in turn.desk.programmes.values()
         if one.check_ins.staff and _code(one, turn, db) == turn.args["code"].strip().upper()),
        None,
    )  # fmt: skip
    if programme is None:
        raise Refusal("staff-code-unknown")
    known = check_ins.of(db, turn.person.id, Who.STAFF)
    if known and _asked_this_quarter(known, turn):
        raise Refusal("staff-answered")
    id = known.id if known else CheckInId(db.new_id())
    asked = CheckIn(
        id=id, person=turn.person.id, who=Who.STAFF, programme=programme.name,
        began_on=turn.now.date(), coming=(Coming(ORGANISATION.key, turn.now),),
    )  # fmt: skip
    return answering.agree(asked, programme, reader_of(turn.person, db), turn.now)


def _to_be_asked(turn: Turn, db: Transaction) -> list[Person]:
    """Coordinators who did not say no, and were not asked this quarter."""
    found = []
    for one in people.coordinators(db):
        known = check_ins.of(db, one.id, Who.STAFF)
        declined = known is not None and known.status is CheckInStatus.DECLINED
        if not declined and not (known and _asked_this_quarter(known, turn)):
            found.append(one)
    return found


def _asked_this_quarter(known: CheckIn, turn: Turn) -> bool:
    return months.quarter(known.began_on) == months.quarter(turn.now.date())


def _known(person: PersonId, turn: Turn, db: Transaction) -> CheckIn:
    found = check_ins.of(db, person, Who.STAFF)
    return found or CheckIn(
        id=CheckInId(db.new_id()), person=person, who=Who.STAFF,
        programme=turn.programme.name, began_on=turn.now.date(),
    )  # fmt: skip


def _code(programme: Programme, turn: Turn, db: Transaction) -> str:
    return code_of(db.index("staff-round", f"{programme.name}\n{months.quarter(turn.now.date())}"))
