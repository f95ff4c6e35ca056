"""One word that stops check-ins or brings them back, and how they stand."""

from bot.conversation.commands import Command, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.check_in import answering
from bot.domain.check_in.plan import Who
from bot.domain.check_in.standing import BETWEEN_PLANS, CheckIn, CheckInId
from bot.domain.decision import Decision, Tell
from bot.domain.lifecycle import CheckInStatus
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from handlers.check_in import rounds
from handlers.check_in.theirs import open_of, reader_of
from storage import check_ins, volunteers
from storage.database import Transaction

router = Router()

CHECK_INS = Command(
    name="check-ins",
    words=("check-ins", "opfølgning", "check-in", "checkins", "check ins"),
    takes=(Takes("change", optional=True),),
)
ON = frozenset(("on", "til", "yes", "ja"))
OFF = frozenset(("off", "fra", "stop", "no", "nej", "slut"))


@router.command(CHECK_INS)
def check_ins_(turn: Turn, db: Transaction) -> Decision:
    """`check-ins off`, `check-ins on`; alone it asks what stands open, or says how it stands."""
    change = folded(turn.args.get("change", ""))
    if change in OFF:
        return off(turn, db)
    if change in ON:
        return on(turn, db)
    if change:
        raise Refusal("check-ins-how")
    if open_of(turn, db):
        return rounds.asked_again(turn, db)
    return turn.answer("check-ins-are", state=_state(turn, db))


def off(turn: Turn, db: Transaction) -> Decision:
    """No more of it, as whoever they are asked. Also before they were ever invited."""
    known = _all(turn, db)
    off = [one for one in known if one.status is not CheckInStatus.DECLINED]
    if not off:
        return turn.answer("check-ins-off", half="no")
    first, *others = sorted(off, key=lambda one: one.open is None)
    said = answering.decline(first, turn.now)
    for one in others:
        said += _silently(answering.decline(one, turn.now))
    return said


def on(turn: Turn, db: Transaction) -> Decision:
    """They may be asked again, from their next contact on."""
    if turn.desk.facts_only(turn.person.platform):
        raise Refusal("check-ins-not-here")
    known = [one for one in _all(turn, db) if one.status is not CheckInStatus.AGREED]
    if not known:
        return turn.answer("check-ins-are", state="on")
    said = Decision()
    for one in known:
        programme, reader = turn.desk.programme(one.programme), reader_of(turn.person, db)
        said = answering.agree(one, programme, reader, turn.now) + _silently(said)
    return said


def put_down(turn: Turn, db: Transaction) -> Decision | None:
    """`stop`, where nothing but a round is going on: that is left, and the next comes as agreed."""
    known = open_of(turn, db)
    return answering.leave(known, turn.now) if known else None


def _all(turn: Turn, db: Transaction) -> list[CheckIn]:
    """As whoever they can be asked: there is a row for each from now on, since they have said something."""
    kinds = [Who.RECEIVER]
    if volunteers.get(db, turn.person.id):
        kinds.append(Who.VOLUNTEER)
    found = {one.who: one for one in check_ins.of_person(db, turn.person.id)}
    long_ago = turn.now.date() - BETWEEN_PLANS
    for who in kinds:
        if who not in found:
            found[who] = CheckIn(
                id=CheckInId(db.new_id()), person=turn.person.id, who=who,
                programme=turn.programme.name, began_on=long_ago,
            )  # fmt: skip
    return list(found.values())


def _silently(decision: Decision) -> Decision:
    return Decision(decision.save, tuple(e for e in decision.effects if not isinstance(e, Tell)))


def _state(turn: Turn, db: Transaction) -> str:
    known = check_ins.of_person(db, turn.person.id)
    if any(one.runs for one in known):
        return "running"
    if any(one.status is CheckInStatus.AGREED for one in known):
        return "on"
    return "off" if known else "never"
