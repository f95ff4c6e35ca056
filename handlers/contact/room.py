"""One shared room instead of the relay, when both wish it and know what it shows."""

from dataclasses import replace

from bot.conversation.commands import Command
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import meeting
from bot.domain.contact import Contact
from bot.domain.decision import (
    NOTHING,
    CloseQuestions,
    Decision,
    LeaveRoom,
    Note,
    OpenRoom,
    StopTimer,
    Tell,
)
from bot.domain.lifecycle import ContactStatus
from bot.domain.refusal import Refusal
from bot.messages import Joined, RoomOpened, Undelivered
from storage import contacts, people
from storage.database import Transaction

router = Router()

ROOM = Command(name="room", words=("room", "rum"), in_contact=True)


@router.command(ROOM)
def wish_for_a_room(turn: Turn, db: Transaction) -> Decision:
    """One of the two would like a room; the other is asked, and told what it would show."""
    contact = _own(turn, db)
    if not possible(turn, db):
        raise Refusal("room-not-possible")
    here = {"platform": turn.person.platform}
    wish = Tell(
        turn.person.id, "room-wish", here, choices=("room-yes", "no-thanks"), about=contact.id
    )
    return Decision(effects=(CloseQuestions(contact.id, turn.person.id), wish))


def possible(turn: Turn, db: Transaction) -> bool:
    """Whether the two of the contact that is going on could both join one room."""
    contact = contacts.open_of(db, turn.person.id)
    other = people.get(db, contact.other(turn.person.id)) if contact else None
    platforms = {turn.person.platform, other.platform if other else ""}
    rooms = turn.desk.config.platforms
    return len(platforms) == 1 and all(map(rooms.has_rooms, platforms))


@router.press("room-wish", "room-yes")
def sure(turn: Turn, db: Transaction) -> Decision:
    """They have read what it shows; now the other is asked, unless they wished for it themselves."""
    contact = _own(turn, db)
    if contact.room_wanted_by == contact.other(turn.person.id):
        return both_agree(turn, db)
    name = contact.name_of(turn.person.id)
    ask = Tell(
        contact.other(turn.person.id),
        "room-ask",
        {"name": name, "platform": turn.person.platform},
        choices=("room-yes", "no-thanks"),
        about=contact.id,
    )
    asked = replace(contact, room_wanted_by=turn.person.id)
    close = CloseQuestions(contact.id, turn.person.id)
    return Decision(save=(asked,), effects=(close, ask)) + turn.answer("room-asked")


@router.press("room-ask", "room-yes")
def both_agree(turn: Turn, db: Transaction) -> Decision:
    """Both agree: it is opened."""
    contact = _own(turn, db)
    if contact.room_wanted_by in (None, turn.person.id):
        raise Refusal("too-late")
    return Decision(
        effects=(
            CloseQuestions(contact.id, turn.person.id),
            OpenRoom(contact),
            Note("room-agreed", contact.id, contact.programme),
        )
    )


@router.press("room-ask", "no-thanks")
@router.press("room-wish", "no-thanks")
def rather_not(turn: Turn, db: Transaction) -> Decision:
    """One would rather not; it is not said who, only that it stays as it is."""
    contact = _own(turn, db)
    stays = replace(contact, room_wanted_by=None)
    told: tuple[Tell, ...] = (Tell(turn.person.id, "room-not"),)
    wanted_by = contact.room_wanted_by
    if wanted_by not in (None, turn.person.id):
        told = (*told, Tell(contact.other(turn.person.id), "room-not"))
    close = CloseQuestions(contact.id, turn.person.id)
    return Decision(save=(stays,), effects=(close, *told))


@router.event(RoomOpened)
def room_opened(happening: Happening, db: Transaction) -> Decision:
    """The room is there: both are invited, and told so where they are sure to look."""
    event = happening.event
    assert isinstance(event, RoomOpened)
    contact = contacts.get(db, event.about)
    if contact is None:
        return NOTHING
    contacts.keep_room(db, contact.id, event.place)
    if contact.status is not ContactStatus.OPEN:
        return Decision(effects=(LeaveRoom(contact.id),))
    # From here on they may write where we do not see it; silence towards us says nothing.
    return Decision(
        effects=(
            StopTimer(meeting.FIRST_WORD, contact.id),
            StopTimer(meeting.NO_WORD, contact.id),
            StopTimer(meeting.UNANSWERED, contact.id),
            Tell(contact.receiver, "room-opened", {"platform": event.place.platform}),
            Tell(contact.volunteer, "room-opened", {"platform": event.place.platform}),
        )
    )


@router.event(Joined)
def joined(happening: Happening, db: Transaction) -> Decision:
    """When both are in, the bot leaves: what they say there is theirs alone."""
    event, person = happening.event, happening.person
    contact = contacts.open_of(db, person.id) if person else None
    if contact is None or person is None or not isinstance(event, Joined):
        return NOTHING
    if contacts.room_of(db, contact.id) != event.place:
        return NOTHING
    if not contacts.entered_room(db, contact, person.id):
        return NOTHING
    left = Note("room-left-to-them", contact.id, contact.programme)
    return Decision(effects=(LeaveRoom(contact.id), left))


@router.undelivered("open-room")
def no_room(happening: Happening, db: Transaction) -> Decision:
    """It could not be opened: the relay goes on."""
    event = happening.event
    assert isinstance(event, Undelivered)
    contact = contacts.get(db, event.about)
    if contact is None:
        return NOTHING
    both = (contact.receiver, contact.volunteer)
    return Decision(effects=tuple(Tell(person, "room-not-possible") for person in both))


def _own(turn: Turn, db: Transaction) -> Contact:
    contact = contacts.open_of(db, turn.person.id)
    if contact is None:
        raise Refusal("not-in-contact")
    return contact
