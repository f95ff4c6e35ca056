"""One request put to one volunteer: asked, answered with no, not answered, taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.decision import NOTHING, Amend, Decision, Note, StartTimer, StopTimer, Tell
from bot.domain.ids import OfferId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from bot.domain.refusal import Arg
from bot.domain.request import Offer, Request

LOOK_AGAIN = "look-again"
OFFER_LAPSES = "offer-lapses"


def offer(
    request: Request,
    volunteer: Volunteer,
    programme: Programme,
    id: OfferId,
    now: datetime,
    *,
    by_hand: bool = False,
) -> Decision:
    """Put the request to one volunteer until a deadline. The letter is not sent later than that."""
    lapses = now + timedelta(minutes=programme.routing.offer_minutes)
    put = Offer(
        id=id,
        request=request.id,
        volunteer=volunteer.person,
        put_at=now,
        lapses_at=lapses,
        by_hand=by_hand,
    )
    fitting = ",".join(sorted(request.topics & volunteer.topics))
    args: dict[str, Arg] = {
        "topics": fitting,
        "minutes": programme.routing.offer_minutes,
        "form": request.form,
        "language": request.language,
        "session": programme.limits.session_minutes,
        "front": request.front,
    }
    return Decision(
        save=(put,),
        effects=(
            Tell(
                volunteer.person,
                "offer",
                args,
                choices=("accept", "decline"),
                about=put.id,
                code=request.code,
                expires=lapses,
            ),
            StartTimer(OFFER_LAPSES, put.id, lapses),
            Note("offer-put", request.id, request.programme, {"wave": request.wave + 1}),
        ),
    )


def decline(offer: Offer, request: Request, others: Sequence[Offer], now: datetime) -> Decision:
    """A volunteer says no, which is always right; when all have, the next are asked at once."""
    if offer.status is not OfferStatus.PENDING:
        return Decision(effects=(Tell(offer.volunteer, "offer-none"),))
    still_asked = [o for o in others if o.id != offer.id]
    ask_on = () if still_asked else (StartTimer(LOOK_AGAIN, request.id, now),)
    return Decision(
        save=(offer.to(OfferStatus.DECLINED), *_not_offered_any_more(offer, request, others)),
        effects=(
            Amend(offer.volunteer, "offer", offer.id, "offer-declined"),
            Tell(offer.volunteer, "offer-declined-thanks"),
            StopTimer(OFFER_LAPSES, offer.id),
            *ask_on,
            Note("offer-declined", request.id, request.programme),
        ),
    )


def lapse(offer: Offer, request: Request, others: Sequence[Offer]) -> Decision:
    """One volunteer did not answer in time, or could not be reached. No blame."""
    if offer.status is not OfferStatus.PENDING:
        return NOTHING
    return Decision(
        save=(offer.to(OfferStatus.LAPSED), *_not_offered_any_more(offer, request, others)),
        effects=(
            Amend(offer.volunteer, "offer", offer.id, "offer-lapsed"),
            StopTimer(OFFER_LAPSES, offer.id),
            Note("offer-lapsed", request.id, request.programme),
        ),
    )


def recall(offers: Sequence[Offer], status: OfferStatus, but: OfferId | None = None) -> Decision:
    """Take back every open question but one, with thanks; what was asked then says so."""
    recalled = Decision()
    for offer in offers:
        if offer.id == but or offer.status is not OfferStatus.PENDING:
            continue
        text = "offer-taken" if status is OfferStatus.SUPERSEDED else "offer-recalled"
        recalled += Decision(
            save=(offer.to(status),),
            effects=(
                Amend(offer.volunteer, "offer", offer.id, text),
                StopTimer(OFFER_LAPSES, offer.id),
            ),
        )
    return recalled


def _not_offered_any_more(
    offer: Offer, request: Request, others: Sequence[Offer]
) -> tuple[Request, ...]:
    if request.status is RequestStatus.OFFERED and all(o.id == offer.id for o in others):
        return (request.to(RequestStatus.OPEN),)
    return ()
