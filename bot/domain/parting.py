"""Two people part: kindly, by time, by a handover, because somebody is not there, or was wronged."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import duty, offering, waiting
from bot.domain.contact import Contact, EndedBy
from bot.domain.decision import (
    CloseQuestions,
    Decision,
    Effect,
    NeverAgain,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import PersonId
from bot.domain.meeting import TIMERS
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.request import Request


def end(
    contact: Contact,
    by: EndedBy,
    volunteer: Volunteer | None,
    programme: Programme,
    now: datetime,
) -> Decision:
    """It is over for both: kindly, with a debrief for the volunteer and rest after it."""
    over = contact.ended(by, now)
    minutes = int((now - contact.began_at) / timedelta(minutes=1))
    rested: tuple[Volunteer, ...] = (
        () if volunteer is None else (_resting(volunteer, programme, now),)
    )
    ended: tuple[Note, ...] = ()
    if by is EndedBy.DROP:  # somebody who is not there is not asked again until they say so
        rested = tuple(replace(v, on_duty_until=min(now, v.on_duty_until or now)) for v in rested)
        ended = tuple(duty.noted_off(v, now) for v in (volunteer,) if v and v.on_duty(now))
    return Decision(
        save=(over, *rested),
        effects=(
            CloseQuestions(contact.id),
            *(StopTimer(kind, contact.id) for kind in TIMERS),
            *_goodbyes(over, by),
            *ended,
            Note(
                "contact-ended",
                contact.id,
                contact.programme,
                {"by": by, "minutes": minutes, "extended": int(contact.extended)},
            ),
        ),
    )


def _goodbyes(contact: Contact, by: EndedBy) -> tuple[Effect, ...]:
    said = {"by": by.value, "side": "receiver", "name": contact.volunteer_name}
    for_receiver: tuple[Effect, ...] = ()
    if by not in (EndedBy.HANDOVER, EndedBy.DROP, EndedBy.ERASURE, EndedBy.RECEIVER_GONE):
        for_receiver = (
            Tell(contact.receiver, "contact-ended", said, about=contact.id, code=contact.code),
        )
    back = {"by": by.value, "side": "volunteer", "name": contact.receiver_name}
    return (
        *for_receiver,
        Tell(contact.volunteer, "contact-ended", back, about=contact.id, code=contact.code),
    )


def debrief(contact: Contact) -> Decision:
    """Ask the volunteer how it was."""
    return Decision(
        effects=(
            Tell(
                contact.volunteer,
                "debrief-ask",
                choices=("light", "okay", "heavy"),
                about=contact.id,
                code=contact.code,
            ),
        )
    )


def take_up_again(
    contact: Contact, request: Request, by: EndedBy, programme: Programme, now: datetime
) -> Decision:
    """After a handover or a drop the receiver is told the truth and goes before others."""
    again = waiting.afresh(request, now)
    return Decision(
        save=(again,),
        effects=(
            Tell(
                contact.receiver,
                "contact-taken-up-again",
                {"by": by.value, "name": contact.volunteer_name},
                about=again.id,
                code=again.code,
            ),
            *waiting.watch(again, programme, now),
            StartTimer(offering.LOOK_AGAIN, again.id, now),
            Note("request-taken-up-again", again.id, again.programme, {"by": by.value}),
        ),
    )


def report(contact: Contact, by: PersonId, known_as: str, *, new: bool = False) -> Decision:
    """Somebody felt wronged. A coordinator hears at once, and these two never meet again.

    `known_as`: what coordinators know the volunteer by; empty when one of them was the giver.
    `new`: the other one's account was made lately.
    """
    side = "receiver" if by == contact.receiver else "volunteer"
    return Decision(
        effects=(
            NeverAgain(contact.receiver, contact.volunteer),
            TellCoordinators(
                contact.programme,
                "alarm-report",
                {"code": contact.code, "side": side, "name": known_as, "new": new},
                about=contact.id,
                code=contact.code,
            ),
            Note("contact-reported", contact.id, contact.programme, {"side": side}),
        )
    )


def _resting(volunteer: Volunteer, programme: Programme, now: datetime) -> Volunteer:
    pause = max(programme.volunteer_limits.rest_minutes, programme.limits.gap_minutes)
    until = now + timedelta(minutes=pause)
    return replace(
        volunteer,
        last_contact_at=now,
        rest_until=max(until, volunteer.rest_until or until),
    )
