"""The volunteer has gone quiet in the middle of a contact: the receiver must not sit there alone."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import meeting
from bot.domain.contact import EndedBy
from bot.domain.decision import NOTHING, CloseQuestions, Decision
from bot.domain.lifecycle import ContactStatus
from bot.domain.refusal import Refusal
from bot.messages import TimeCame
from handlers.contact.ending import end_for
from handlers.overtaken import overtaken
from storage import contacts, questions, relayed
from storage.database import Transaction

router = Router()

ASK = "contact-unanswered-ask"


@router.timer(meeting.UNANSWERED)
def look(rings: Happening, db: Transaction) -> Decision:
    """Whether what the receiver wrote has been left without an answer. Who wrote when, never what."""
    assert isinstance(rings.event, TimeCame)
    contact = contacts.get(db, rings.event.about)
    if contact is None or contact.status is not ContactStatus.OPEN:
        return NOTHING
    if late := overtaken(rings, db, meeting.TIME_IS_UP, contact.programme):
        return late
    since = relayed.unanswered_since(db, contact.id, contact.receiver, contact.volunteer)
    asked = questions.still_open(db, contact.receiver, ASK, contact.id)
    return meeting.look_for_silence(contact, since, asked is not None, rings.now)


@router.press(ASK, "find-another")
@router.press("reached-ask", "somebody-else")
def find_another(turn: Turn, db: Transaction) -> Decision:
    """The contact ends for both, and the receiver goes before others."""
    contact = contacts.open_of(db, turn.person.id)
    if contact is None or contact.receiver != turn.person.id:
        raise Refusal("too-late")
    return end_for(contact, EndedBy.DROP, turn.desk, db, turn.now)


@router.press(ASK, "keep-waiting")
def keep_waiting(turn: Turn, db: Transaction) -> Decision:
    """They wait; they are asked again if it stays quiet."""
    assert turn.question is not None
    closed = CloseQuestions(turn.question.about, turn.person.id)
    return Decision(effects=(closed,)) + turn.answer("contact-waiting-on")
