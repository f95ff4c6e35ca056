"""A volunteer answers an offer, or asks why they were asked."""

from bot.conversation import access
from bot.conversation.commands import Command, Role
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import meeting, offering
from bot.domain.decision import Decision
from bot.domain.fitness import Unfit, reasons
from bot.domain.ids import ContactId
from bot.domain.lifecycle import OfferStatus
from bot.domain.refusal import Refusal
from bot.domain.request import Offer, Request
from handlers import looking
from storage import candidates, contacts, offers, requests, volunteers
from storage.database import Transaction

router = Router()

ACCEPT = Command(name="accept", words=("accept", "tag"), who=Role.VOLUNTEER)
DECLINE = Command(name="decline", words=("decline", "nej tak"), who=Role.VOLUNTEER)
# A pair that is never to meet is not told so: for the one who asked not to, it stays theirs alone.
SINCE_ASKED = frozenset(
    {Unfit.NEVER_AGAIN, Unfit.BOOKED, Unfit.RESTING, Unfit.DAY_CAP, Unfit.WEEK_CAP}
)
WHY = Command(name="why", words=("why", "hvorfor"), who=Role.VOLUNTEER)


@router.press("offer", "accept", late=True)
def accept_pressed(turn: Turn, db: Transaction) -> Decision:
    """Yes, to the offer that was pressed. The first yes gets the contact."""
    assert turn.question is not None
    return _accept(offers.put_to(db, turn.question.about, turn.person.id), turn, db)


@router.press("offer", "decline", late=True)
def decline_pressed(turn: Turn, db: Transaction) -> Decision:
    """No, to the offer that was pressed; a no is always right."""
    assert turn.question is not None
    return _decline(offers.put_to(db, turn.question.about, turn.person.id), turn, db)


@router.command(ACCEPT)
def accept(turn: Turn, db: Transaction) -> Decision:
    """Yes, by word: to what they are being asked now, or were last."""
    return _accept(_asked(turn, db), turn, db)


@router.command(DECLINE)
def decline(turn: Turn, db: Transaction) -> Decision:
    """No, by word."""
    return _decline(_asked(turn, db), turn, db)


@router.command(WHY)
def why(turn: Turn, db: Transaction) -> Decision:
    """One honest line on why they were asked. Names nobody."""
    me = access.volunteer(turn, db)
    offer = offers.latest_for(db, me.person)
    request = requests.get(db, offer.request) if offer else None
    if offer is None or request is None:
        raise Refusal("offer-none")
    shared = ",".join(sorted(request.topics & me.topics))
    return turn.answer(
        "why-asked",
        topics=shared,
        last=me.last_contact_at is not None,
        by_hand=offer.by_hand,
        same=request.wished_for == me.person,
    )


def _accept(offer: Offer, turn: Turn, db: Transaction) -> Decision:
    request = _request(offer, db)
    if offer.status is OfferStatus.PENDING and request.waiting:
        if contacts.open_of(db, turn.person.id):
            raise Refusal("talk-already-in-contact")
        if requests.waiting_by(db, turn.person.id):
            raise Refusal("offer-while-waiting")
        if no := _against(offer, request, turn, db):
            return no
    rivals = offers.pending(db, request.id)
    id = ContactId(db.new_id())
    me = volunteers.get(db, turn.person.id)
    return meeting.accept(
        offer, request, rivals, turn.programme, id, turn.now, known_as=me.name if me else ""
    )


def _against(offer: Offer, request: Request, turn: Turn, db: Transaction) -> Decision | None:
    """What has come up since they were asked, and protects one of the two."""
    me = access.volunteer(turn, db)
    (candidate,) = candidates.of(db, request, [me], turn.now)
    found = reasons(candidate, request, turn.programme, turn.now, widened=True)
    grave = [reason for reason in found if reason in SINCE_ASKED]
    if not grave:
        return None
    over = looking.lapse_now(offer, turn.desk, db, turn.now)
    if grave[0] is Unfit.RESTING:
        return over + turn.answer("duty-resting", when=me.rest_until)
    return over + turn.answer("offer-too-late")


def _decline(offer: Offer, turn: Turn, db: Transaction) -> Decision:
    request = _request(offer, db)
    return offering.decline(offer, request, offers.pending(db, request.id), turn.now)


def _asked(turn: Turn, db: Transaction) -> Offer:
    access.volunteer(turn, db)
    offer = offers.pending_for(db, turn.person.id) or offers.latest_for(db, turn.person.id)
    if offer is None:
        raise Refusal("offer-none")
    return offer


def _request(offer: Offer, db: Transaction) -> Request:
    request = requests.get(db, offer.request)
    if request is None:
        raise Refusal("too-late")
    return request
