"""Two people are brought together, and part again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Literal

from bot.domain import offering, pseudonyms, waiting
from bot.domain.contact import Contact
from bot.domain.decision import (
    Amend,
    CloseQuestions,
    Decision,
    DropDialogue,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
)
from bot.domain.ids import ContactId, PersonId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.programme import Programme
from bot.domain.refusal import Arg, Refusal
from bot.domain.request import Offer, Request

NOTICE = "contact-notice"
TIME_IS_UP = "contact-time-is-up"
FIRST_WORD = "first-word"
NO_WORD = "no-word"
UNANSWERED = "unanswered"
TIMERS = (NOTICE, TIME_IS_UP, FIRST_WORD, NO_WORD, UNANSWERED)
LOOK_EVERY = timedelta(minutes=5)  # whether the receiver has been left without an answer
NUDGED_AFTER = timedelta(minutes=5)  # of the receiver's first unanswered word
ASKED_AFTER = timedelta(minutes=10)

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
        return Decision(effects=(_too_late(offer, request.code),))
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


def _too_late(offer: Offer, code: str) -> Tell:
    match offer.status:
        case OfferStatus.ACCEPTED:  # pressed twice
            return Tell(offer.volunteer, "offer-accepted", code=code)
        case OfferStatus.SUPERSEDED:
            return Tell(offer.volunteer, "offer-taken", code=code)
        case OfferStatus.RECALLED:
            return Tell(offer.volunteer, "offer-recalled", code=code)
        case OfferStatus.LAPSED:
            return Tell(offer.volunteer, "offer-lapsed", code=code)
    return Tell(offer.volunteer, "offer-too-late", code=code)


def begin(
    request: Request,
    volunteer: PersonId,
    programme: Programme,
    id: ContactId,
    now: datetime,
    *,
    known_as: str = "",
    giver: Giver = "peer",
    lasts: timedelta | None = None,
    by: Literal["request", "appointment"] = "request",
) -> Decision:
    """Both are told, and can write at once. Neither learns who the other is.

    `lasts`: how long, if not a usual session. `by`: what brought them together.
    """
    if volunteer == request.receiver:
        raise Refusal("not-with-yourself")
    receiver_name, volunteer_name = pseudonyms.pair(id, but=known_as)
    lasts = lasts or timedelta(minutes=programme.limits.session_minutes)
    contact = Contact(
        id=id,
        request=request.id,
        programme=request.programme,
        receiver=request.receiver,
        volunteer=volunteer,
        receiver_name=receiver_name,
        volunteer_name=volunteer_name,
        began_at=now,
        ends_at=now + lasts,
    )
    waited = int((now - request.waiting_since) / timedelta(seconds=1))
    began: dict[str, int | str] = {"waited_seconds": waited, "form": request.form, "from": by}
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
            StartTimer(UNANSWERED, contact.id, now + LOOK_EVERY),
            Note("contact-began", contact.id, contact.programme, began),
        ),
    )


def _opened(
    contact: Contact, request: Request, programme: Programme, giver: Giver
) -> tuple[Effect, ...]:
    minutes = int((contact.ends_at - contact.began_at) / timedelta(minutes=1))
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


def look_for_silence(
    contact: Contact, unanswered_since: datetime | None, asked: bool, now: datetime
) -> Decision:
    """The volunteer has gone quiet in the middle: they are reminded, then the receiver may choose.

    `unanswered_since`: when the receiver wrote what nothing has followed; `asked`: they are being
    asked already.
    """
    again = StartTimer(UNANSWERED, contact.id, now + LOOK_EVERY)
    if unanswered_since is None or not contact.volunteer_spoke:  # the first word has its own clock
        return Decision(effects=(again,))
    silence = now - unanswered_since
    if silence >= ASKED_AFTER and not asked:
        ask = Tell(
            contact.receiver,
            "contact-unanswered-ask",
            {"name": contact.volunteer_name},
            choices=("find-another", "keep-waiting"),
            about=contact.id,
            code=contact.code,
        )
        return Decision(effects=(again, ask))
    if NUDGED_AFTER <= silence < ASKED_AFTER:
        nudge = Tell(contact.volunteer, "contact-unanswered", {"name": contact.receiver_name})
        return Decision(effects=(again, nudge))
    return Decision(effects=(again,))


def _first_word(programme: Programme) -> timedelta:
    return timedelta(minutes=programme.routing.first_word_minutes)
