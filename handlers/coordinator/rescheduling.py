"""A coordinator suggests another time for an appointment. Both sides are asked, the receiver first."""

from datetime import datetime, timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import booking, moving
from bot.domain.appointment import Appointment, Part
from bot.domain.decision import Audit, Decision, Tell
from bot.domain.ids import PersonId
from bot.domain.refusal import Refusal
from handlers.appointment import fitting
from handlers.coordinator import planning
from handlers.gathering import changing
from storage.database import Transaction

router = Router()

RESCHEDULE = Command(
    name="reschedule", words=("reschedule", "flyt"), who=Role.COORDINATOR,
    for_others="appointments", takes=(Takes("code"), Takes("when", rest=True)),
)  # fmt: skip


@router.command(RESCHEDULE)
def reschedule(turn: Turn, db: Transaction) -> Decision:
    """Shown first: what each of the two reads, and that the old time stands until both agree."""
    if gathering := changing.coded(turn, db):
        return changing.move(gathering, turn, db)
    appointment = planning.coded(turn, db)
    to, _ = planning.moment_in(turn.args["when"], turn)
    return _shown(appointment, to, turn, db)


@router.press("reschedule-confirm", "confirm-yes")
def suggested(turn: Turn, db: Transaction) -> Decision:
    """The receiver is asked, and then the volunteer."""
    me = access.coordinator(turn)
    appointment = planning.pressed(turn, db)
    assert turn.question is not None
    to = datetime.fromisoformat(turn.question.kept)
    _check(appointment, to, turn, db)
    asked = moving.suggest(appointment, to, turn.now)
    acted = Decision(effects=(Audit(me.person, "reschedule", appointment.code),))
    return acted + asked + turn.answer("reschedule-done", code=appointment.code)


def _shown(appointment: Appointment, to: datetime, turn: Turn, db: Transaction) -> Decision:
    _check(appointment, to, turn, db)
    receiver = appointment.receiver
    then: list[Tell] = []
    if appointment.volunteer:
        asked = moving.propose(appointment, receiver, to, turn.now)
        then = [one for one in asked.effects if isinstance(one, Tell) and one.to != receiver]
    return turn.answer(
        "reschedule-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=appointment.id,
        code=appointment.code,
        kept=to.isoformat(),
        when=appointment.begins_at,
        zoned=to,
        settled="yes" if appointment.volunteer else "no",
        preview=planning.who_hears(
            moving.suggest(appointment, to, turn.now), receiver, turn, db, then
        ),
    )


def _check(appointment: Appointment, to: datetime, turn: Turn, db: Transaction) -> None:
    """Whether it can be moved to then, as far as is known now. Raises Refusal."""
    if not appointment.to_come:
        raise Refusal("plan-over", code=appointment.code, state=appointment.status.value)
    if appointment.part is not Part.ALONE:
        raise Refusal("plan-with-its-series", code=appointment.code)
    try:
        booking.check_time(to, appointment.minutes, (), turn.programme, turn.now)
    except Refusal as no:
        raise Refusal("propose-not-then", why=no.text) from None
    if to == appointment.begins_at:
        raise Refusal("plan-same-time", code=appointment.code)
    if appointment.begins_at - turn.now < timedelta(0):
        raise Refusal("too-late")
    if hindered := fitting.in_the_way(appointment, to, turn.programme, db, turn.now):
        raise Refusal("reschedule-not-then", who=_who(hindered, appointment))


def _who(person: PersonId, appointment: Appointment) -> str:
    return "receiver" if person == appointment.receiver else "volunteer"
