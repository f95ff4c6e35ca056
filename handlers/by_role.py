"""Somebody was seen with a role where they are, or without one they had."""

from dataclasses import replace

from bot.conversation.router import Router
from bot.conversation.talking import FORGET_UNCONSENTED, UNCONSENTED_KEPT
from bot.conversation.turn import Happening
from bot.domain.by_role import BY_A_ROLE, Held, MadeBy, seen_with
from bot.domain.decision import (
    NOTHING,
    Audit,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import code_of
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Person, Volunteer
from bot.messages import FromPerson, LookedUp
from handlers.volunteer import suspending
from storage import contacts, people, volunteers
from storage.database import Transaction

router = Router()

AT_WORK = (VolunteerStatus.ACTIVE, VolunteerStatus.IN_TRAINING)


@router.event(LookedUp)
def seen(happening: Happening, db: Transaction) -> Decision:
    """What it gives them, or takes from them."""
    event, before = happening.event, happening.person
    if not isinstance(event, FromPerson) or before is None or event.holds is None:
        return NOTHING
    person = seen_with(before, event.holds, is_last=_is_last(before, db))
    decided = Decision(save=(person,)) if person != before else NOTHING
    decided += _coordinating(before, person, happening)
    return decided + _giving(before, person, happening, db)


def _is_last(person: Person, db: Transaction) -> bool:
    others = (one for one in people.coordinators(db) if one.id != person.id)
    return person.is_coordinator and not any(one.reachable for one in others)


def _coordinating(before: Person, person: Person, happening: Happening) -> Decision:
    programme, code = happening.desk.main.name, code_of(person.id)
    if person.is_coordinator and not before.is_coordinator:
        return Decision(
            effects=(
                Audit(person.id, "coordinator-by-role"),
                Tell(person.id, "by-role-coordinator"),
                TellCoordinators(
                    programme, "by-role-coordinator-told", {"who": code}, but=person.id
                ),
            )
        )
    if before.is_coordinator and not person.is_coordinator:
        gone: tuple[Effect, ...] = (
            Audit(person.id, "coordinator-role-gone"),
            Tell(person.id, "by-role-coordinator-gone"),
            TellCoordinators(programme, "by-role-coordinator-gone-told", {"who": code}),
        )
        if not person.consented_at:  # as of anybody who never agreed
            until = happening.now + UNCONSENTED_KEPT
            gone += (StartTimer(FORGET_UNCONSENTED, person.id, until),)
        return Decision(effects=gone)
    if person.made_by == MadeBy.LAST and before.made_by in BY_A_ROLE - {MadeBy.LAST}:
        return Decision(
            effects=(
                Audit(person.id, "coordinator-role-gone-last"),
                TellCoordinators(programme, "by-role-coordinator-last", {"who": code}),
            )
        )
    return NOTHING


def _giving(before: Person, person: Person, happening: Happening, db: Transaction) -> Decision:
    volunteer = volunteers.get(db, person.id)
    has, had = Held.VOLUNTEER in person.holds, Held.VOLUNTEER in before.holds
    if volunteer is None:
        first = has and not had
        return Decision(effects=(Tell(person.id, "by-role-volunteer"),)) if first else NOTHING
    programme = happening.desk.programme(volunteer.programme)
    if has and volunteer.status is VolunteerStatus.APPLIED:
        closed = Decision(effects=(CloseQuestions(volunteer.person),))
        return closed + approved(volunteer, programme.onboarding)
    if has and volunteer.by_role and volunteer.status is VolunteerStatus.SUSPENDED:
        noted = Audit(person.id, "volunteer-by-role", volunteer.name)
        return suspending.taken_back(volunteer, programme) + Decision(effects=(noted,))
    if not has and volunteer.by_role and volunteer.status in AT_WORK:
        return _gone(volunteer, had, happening, db)
    return NOTHING


def _gone(volunteer: Volunteer, had: bool, happening: Happening, db: Transaction) -> Decision:
    """Nobody is left alone in the middle of a contact because of a slip in a list of roles."""
    contact = contacts.open_of(db, volunteer.person)
    giving = contact is not None and contact.volunteer == volunteer.person
    told = TellCoordinators(
        volunteer.programme,
        "by-role-volunteer-gone-told",
        {"name": volunteer.name, "in_contact": giving},
    )
    if giving:
        return Decision(effects=(told,)) if had else NOTHING
    effects = (
        Tell(volunteer.person, "volunteer-suspended"),
        Audit(volunteer.person, "volunteer-role-gone", volunteer.name),
        told,
    )
    out = suspending.taken_out(volunteer, happening.desk, db, happening.now)
    return out + Decision(effects=effects)


def approved(volunteer: Volunteer, steps: tuple[str, ...]) -> Decision:
    """A role stands for the approval, and never for the training."""
    on = volunteer.to(VolunteerStatus.IN_TRAINING if steps else VolunteerStatus.ACTIVE)
    step = steps[0] if steps else ""
    told = TellCoordinators(
        volunteer.programme, "by-role-volunteer-told", {"name": volunteer.name, "step": step}
    )
    return Decision(
        save=(replace(on, by_role=True),),
        effects=(
            Tell(volunteer.person, "volunteer-approved", {"step": step, "name": volunteer.name}),
            Audit(volunteer.person, "volunteer-by-role", volunteer.name),
            Note("volunteer-approved", programme=volunteer.programme),
            told,
        ),
    )
