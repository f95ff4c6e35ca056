"""What could not be said in the coordinators' room is said to each of them in private."""

from bot.conversation.desk import Desk
from bot.domain.decision import NOTHING, Decision, Tell
from bot.messages import Incoming, Place, Undelivered
from bot.platforms.platform import Why
from storage import outbox, people, questions
from storage.database import Transaction
from storage.outbox import Waiting


def was_for_a_room(event: Incoming) -> bool:
    """Whether a letter was given up that went to a place and to nobody in particular."""
    # What we could not write for the room we cannot write for anybody; that is told as a fault.
    return isinstance(event, Undelivered) and event.kind == "there" and event.why != Why.BROKEN


def letter_of(db: Transaction, id: str) -> Waiting | None:
    """The letter, as long as it is not struck off."""
    found = outbox.find(db, id)
    return None if found is None or found.damaged else found


def in_private(letter: Waiting, desk: Desk, db: Transaction) -> Decision:
    """Tell it to each coordinator who would have read it in the room, and that the room is closed to us.

    Those on other platforms were told when it was put there.
    """
    payload = letter.payload
    room = Place(payload["platform"], payload["room"])
    for_them = "choices" in payload  # and not an answer to whoever else wrote there
    if not for_them or room not in desk.coordinators_rooms.values():
        return NOTHING
    question = questions.keyed(db, letter.id)
    told: list[Tell] = []
    for person in people.coordinators(db):
        if person.platform != room.platform:
            continue
        told.append(Tell(person.id, "coordinators-room-closed"))
        told.append(
            Tell(
                person.id,
                letter.text,
                payload["args"],
                tuple(payload["choices"]),
                letter.about,
                payload["code"],
                labels=payload["labels"],
                kept=question.kept if question else "",
                attached=payload["attached"],
                attached_as=payload["attached_as"],
                picture=payload["picture"],
            )
        )
    return Decision(effects=tuple(told))
