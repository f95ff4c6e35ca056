"""Volunteers by pseudonym: who there is, approving, training steps, suspending."""

import json
from dataclasses import replace

from bot.conversation import access
from bot.conversation.access import Coordinator
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import Audit, CloseQuestions, Decision, Note, Tell
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from handlers.volunteer import suspending
from storage import candidates, contacts, volunteers
from storage.database import Transaction

router = Router()

VOLUNTEERS = Command(name="volunteers", words=("volunteers", "frivillige"), who=Role.COORDINATOR)
APPROVE = Command(
    name="approve", words=("approve", "godkend"), who=Role.COORDINATOR,
    takes=(Takes("name", rest=True),),
)  # fmt: skip
SUSPEND = Command(
    name="suspend", words=("suspend", "sæt på pause", "suspender"), who=Role.COORDINATOR,
    takes=(Takes("name", rest=True),),
)  # fmt: skip
RESUME = Command(
    name="resume", words=("resume", "genoptag"), who=Role.COORDINATOR,
    takes=(Takes("name", rest=True),),
)  # fmt: skip


@router.command(VOLUNTEERS)
def volunteers_(turn: Turn, db: Transaction) -> Decision:
    """Everybody by pseudonym, with how they stand and what they carried."""
    access.coordinator(turn)
    known = volunteers.everyone(db, turn.programme.name)
    if not known:
        return turn.answer("volunteers-none")
    loads = candidates.loads_of(db, known, turn.now)
    said = turn.answer("volunteers", count=len(known))
    for volunteer in known:
        load = loads[volunteer.person]
        resting = volunteer.rest_until is not None and volunteer.rest_until > turn.now
        said += turn.answer(
            "volunteers-row",
            name=volunteer.name,
            status=volunteer.status.value,
            on_duty=volunteer.on_duty(turn.now),
            until_at=volunteer.on_duty_until if volunteer.on_duty(turn.now) else turn.now,
            contacts=load.contacts_today,
            asks=load.asks_today,
            resting=resting,
        )
    return said


@router.command(APPROVE)
def approve(turn: Turn, db: Transaction) -> Decision:
    """One step on: approved, then each training step of the programme, then active."""
    return _approved(_named(turn, db), access.coordinator(turn), turn)


@router.press("volunteer-application", "approve-volunteer")
def approve_pressed(turn: Turn, db: Transaction) -> Decision:
    """The same by a press on the application."""
    me = access.coordinator(turn)
    volunteer = _applicant(turn, db)
    return Decision(effects=(CloseQuestions(volunteer.person),)) + _approved(volunteer, me, turn)


@router.press("volunteer-application", "turn-down")
def turn_down(turn: Turn, db: Transaction) -> Decision:
    """Not this time; said kindly, and they may apply again."""
    me = access.coordinator(turn)
    volunteer = _applicant(turn, db)
    return Decision(
        save=(volunteer.to(VolunteerStatus.TURNED_DOWN),),
        effects=(
            CloseQuestions(volunteer.person),
            Tell(volunteer.person, "volunteer-turned-down"),
            Audit(me.person, "turn-down", volunteer.name),
        ),
    ) + turn.answer("volunteers-turned-down", name=volunteer.name)


@router.command(SUSPEND)
def suspend(turn: Turn, db: Transaction) -> Decision:
    """Take a volunteer out at once: shown first."""
    access.coordinator(turn)
    volunteer = _named(turn, db)
    if volunteer.status not in (VolunteerStatus.ACTIVE, VolunteerStatus.IN_TRAINING):
        raise Refusal("volunteers-not-active", name=volunteer.name)
    return turn.answer(
        "suspend-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=volunteer.person,
        kept=json.dumps(volunteer.person),
        name=volunteer.name,
        in_contact=contacts.open_of(db, volunteer.person) is not None,
    )


@router.press("suspend-confirm", "confirm-yes")
def suspended(turn: Turn, db: Transaction) -> Decision:
    """Out: not asked, and whoever they were in touch with is found somebody else."""
    me = access.coordinator(turn)
    assert turn.question is not None
    volunteer = volunteers.get(db, PersonId(json.loads(turn.question.kept)))
    if volunteer is None:
        raise Refusal("too-late")
    said = (
        CloseQuestions(turn.question.about),
        Tell(volunteer.person, "volunteer-suspended"),
        Audit(me.person, "suspend", volunteer.name),
    )
    # By their word: a role they hold does not bring them back.
    out = suspending.taken_out(replace(volunteer, by_role=False), turn.desk, db, turn.now)
    return out + Decision(effects=said) + turn.answer("suspend-done", name=volunteer.name)


@router.command(RESUME)
def resume(turn: Turn, db: Transaction) -> Decision:
    """Back in."""
    me = access.coordinator(turn)
    volunteer = _named(turn, db)
    if volunteer.status is not VolunteerStatus.SUSPENDED:
        raise Refusal("volunteers-not-suspended", name=volunteer.name)
    back = suspending.taken_back(replace(volunteer, by_role=False), turn.programme)
    noted = Decision(effects=(Audit(me.person, "resume", volunteer.name),))
    return back + noted + turn.answer("resume-done", name=volunteer.name)


def _approved(volunteer: Volunteer, me: Coordinator, turn: Turn) -> Decision:
    steps = turn.programme.onboarding
    if volunteer.status is VolunteerStatus.APPLIED:
        on = volunteer.to(VolunteerStatus.IN_TRAINING if steps else VolunteerStatus.ACTIVE)
    elif volunteer.status is VolunteerStatus.IN_TRAINING:
        done = (*volunteer.steps_done, steps[len(volunteer.steps_done)])
        on = replace(volunteer, steps_done=done)
        if len(done) == len(steps):
            on = on.to(VolunteerStatus.ACTIVE)
    else:
        raise Refusal("volunteers-approved-already", name=volunteer.name)
    following = ""
    if on.status is VolunteerStatus.IN_TRAINING:
        following = steps[len(on.steps_done)]
    return Decision(
        save=(on,),
        effects=(
            Tell(volunteer.person, "volunteer-approved", {"step": following, "name": on.name}),
            Audit(me.person, "approve", volunteer.name),
            Note("volunteer-approved", programme=volunteer.programme),
        ),
    ) + turn.answer("approve-done", name=volunteer.name, step=following)


def _applicant(turn: Turn, db: Transaction) -> Volunteer:
    assert turn.question is not None
    volunteer = volunteers.get(db, PersonId(turn.question.about))
    if volunteer is None or volunteer.status is not VolunteerStatus.APPLIED:
        raise Refusal("too-late")
    return volunteer


def _named(turn: Turn, db: Transaction) -> Volunteer:
    volunteer = volunteers.named(db, turn.programme.name, turn.args["name"])
    if volunteer is None:
        raise Refusal("volunteers-no-such-name", name=turn.args["name"][:40])
    return volunteer
