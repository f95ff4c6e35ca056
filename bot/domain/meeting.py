"""Two people are brought together, and part again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.domain import offering, pseudonyms, waiting
from bot.domain.contact import Contact, EndedBy
from bot.domain.decision import (
    Amend,
    CloseQuestions,
    Decision,
    DropDialogue,
    Effect,
    NeverAgain,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import ContactId, PersonId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.refusal import Arg, Refusal
from bot.domain.request import Offer, Request

NOTICE = "contact-notice"
TIME_IS_UP = "contact-time-is-up"
FIRST_WORD = "first-word"
NO_WORD = "no-word"
TIMERS = (NOTICE, TIME_IS_UP, FIRST_WORD, NO_WORD)

Giver = Literal["peer", "coordinator"]


def accept(
    offer: Offer,
    request: Request,
    rivals: Sequence[Offer],
    programme: Programme,
    id: ContactId,
    now: datetime,
    known_as: str = "",
) -> Decision:
    """A volunteer says yes. The first yes gets the contact; a late one is thanked, not blamed.

    `known_as` is what the volunteer is called here, which no side of the contact is called.
    """
    if offer.status is not OfferStatus.PENDING or not request.waiting:
        text = "offer-taken" if offer.status is OfferStatus.SUPERSEDED else "offer-too-late"
        return Decision(effects=(Tell(offer.volunteer, text, code=request.code),))
    answered = Decision(
        save=(offer.to(OfferStatus.ACCEPTED),),
        effects=(
            StopTimer(offering.OFFER_LAPSES, offer.id),
            Amend(offer.volunteer, "offer", offer.id, "offer-accepted"),
            Note("offer-accepted", request.id, request.programme),
        ),
    )
    rest = offering.recall(rivals, OfferStatus.SUPERSEDED, but=offer.id)
    met = begin(request, offer.volunteer, programme, id, now, known_as=known_as)
    return answered + rest + met


def begin(
    request: Request,
    volunteer: PersonId,
    programme: Programme,
    id: ContactId,
    now: datetime,
    *,
    known_as: str = "",
    giver: Giver = "peer",
) -> Decision:
    """Both are told, and can write at once. Neither learns who the other is."""
    if volunteer == request.receiver:
        raise Refusal("not-with-yourself")
    receiver_name, volunteer_name = pseudonyms.pair(id, but=known_as)
    contact = Contact(
        id=id,
        request=request.id,
        programme=request.programme,
        receiver=request.receiver,
        volunteer=volunteer,
        receiver_name=receiver_name,
        volunteer_name=volunteer_name,
        began_at=now,
        ends_at=now + timedelta(minutes=programme.limits.session_minutes),
    )
    waited = int((now - request.waiting_since) / timedelta(seconds=1))
    return Decision(
        save=(
            replace(request.to(RequestStatus.MATCHED), outcome="contact", front=False),
            contact,
        ),
        effects=(
            *waiting.stop_watching(request),
            CloseQuestions(request.id),
            # What they write from now on is for the other one, not an answer to us.
            DropDialogue(contact.receiver),
            DropDialogue(contact.volunteer),
            *_opened(contact, request, programme, giver),
            *_clock(contact, programme),
            StartTimer(FIRST_WORD, contact.id, now + _first_word(programme) / 2),
            Note("contact-began", contact.id, contact.programme, {"waited_seconds": waited}),
        ),
    )


def _opened(
    contact: Contact, request: Request, programme: Programme, giver: Giver
) -> tuple[Effect, ...]:
    minutes = programme.limits.session_minutes
    to_receiver: dict[str, Arg] = {
        "name": contact.volunteer_name,
        "minutes": minutes,
        "side": "receiver",
        "giver": giver,
    }
    to_volunteer: dict[str, Arg] = {
        "name": contact.receiver_name,
        "minutes": minutes,
        "side": "volunteer",
        "topics": ",".join(sorted(request.topics)),
        "note": request.note or "",
    }
    return (
        Tell(contact.receiver, "contact-opened", to_receiver, about=contact.id, code=contact.code),
        Tell(
            contact.volunteer, "contact-opened", to_volunteer, about=contact.id, code=contact.code
        ),
    )


def _clock(contact: Contact, programme: Programme) -> tuple[Effect, ...]:
    notice = contact.ends_at - timedelta(minutes=programme.limits.notice_minutes)
    return (
        StartTimer(NOTICE, contact.id, notice),
        StartTimer(TIME_IS_UP, contact.id, contact.ends_at),
    )


def notice(contact: Contact, programme: Programme) -> Decision:
    """A kind word to both before the time is up; the volunteer may stay a little longer, once."""
    minutes = programme.limits.notice_minutes
    may_extend = () if contact.extended else ("extend",)
    return Decision(
        effects=(
            Tell(contact.receiver, "contact-soon-over", {"minutes": minutes, "side": "receiver"}),
            Tell(
                contact.volunteer,
                "contact-soon-over",
                {"minutes": minutes, "side": "volunteer"},
                choices=may_extend,
                about=contact.id,
                code=contact.code,
            ),
        )
    )


def extend(contact: Contact, programme: Programme) -> Decision:
    """The volunteer stays a little longer. Once: they, too, have a limit."""
    if contact.extended:
        raise Refusal("already-extended")
    more = programme.limits.extension_minutes
    longer = replace(contact, extended=True, ends_at=contact.ends_at + timedelta(minutes=more))
    args = {"minutes": more}
    return Decision(
        save=(longer,),
        effects=(
            CloseQuestions(contact.id, contact.volunteer),
            Tell(contact.receiver, "contact-extended", args),
            Tell(contact.volunteer, "contact-extended", args),
            *_clock(longer, programme),
            Note("contact-extended", contact.id, contact.programme),
        ),
    )


def nudge(contact: Contact, programme: Programme, now: datetime) -> Decision:
    """The volunteer has not written yet: somebody is waiting for a first word."""
    if contact.volunteer_spoke:
        return Decision()
    return Decision(
        effects=(
            Tell(contact.volunteer, "contact-first-word", {"name": contact.receiver_name}),
            StartTimer(NO_WORD, contact.id, now + _first_word(programme) / 2),
        )
    )


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
    if by is EndedBy.DROP:  # somebody who is not there is not asked again until they say so
        rested = tuple(replace(v, on_duty_until=min(now, v.on_duty_until or now)) for v in rested)
    return Decision(
        save=(over, *rested),
        effects=(
            CloseQuestions(contact.id),
            *(StopTimer(kind, contact.id) for kind in TIMERS),
            *_goodbyes(over, by),
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


def report(contact: Contact, by: PersonId, known_as: str) -> Decision:
    """Somebody felt wronged. A coordinator hears at once, and these two never meet again.

    `known_as`: what coordinators know the volunteer by; empty when one of them was the giver.
    """
    side = "receiver" if by == contact.receiver else "volunteer"
    return Decision(
        effects=(
            NeverAgain(contact.receiver, contact.volunteer),
            TellCoordinators(
                contact.programme,
                "alarm-report",
                {"code": contact.code, "side": side, "name": known_as},
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


def _first_word(programme: Programme) -> timedelta:
    return timedelta(minutes=programme.routing.first_word_minutes)
