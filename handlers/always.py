"""What works in every state: help, stop, back, and the crisis card."""

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes, usage
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import meeting, offering
from bot.domain.decision import (
    Audit,
    CloseQuestions,
    Decision,
    DropDialogue,
    Note,
    TellCoordinators,
)
from bot.domain.ids import ContactId, PersonId, RequestId, code_of
from bot.domain.lifecycle import OfferStatus
from bot.domain.request import Request
from storage import contacts, dialogues, offers, people, requests
from storage.database import Transaction

router = Router()

HELP = Command(
    name="help", words=("help", "hjælp"), takes=(Takes("word", optional=True, rest=True),)
)
STOP = Command(name="stop", words=("stop",))
BACK = Command(name="back", words=("back", "tilbage"), hidden=True)
CRISIS = Command(name="crisis", words=("crisis", "akut", "112", "sos"))


@router.command(HELP)
@router.press("*", "help")
def help_(turn: Turn, db: Transaction) -> Decision:
    """What can be said here, or how one command goes."""
    word = turn.args.get("word", "")
    if word:
        found = next((c for c in turn.desk.commands if _called(c, word)), None)
        if found and access.has(turn, found.who, db):
            words = " / ".join(found.words)
            shown = usage(found, found.word_in(turn.person.language))
            return turn.answer(f"help-{found.name}-more", usage=shown, words=words)
        return turn.answer("help-unknown", word=word)
    in_contact = contacts.open_of(db, turn.person.id) is not None
    listed = [c for c in turn.desk.commands if _in_list(c, turn, db, in_contact)]
    lines = "\n".join(_line(c, turn, in_contact) for c in listed)
    text = "help-in-contact" if in_contact else "help"
    return turn.answer(text, commands=lines)


@router.command(STOP)
def stop(turn: Turn, db: Transaction) -> Decision:
    """Whatever is going on is put down. What others rely on is asked about first."""
    if contacts.open_of(db, turn.person.id):
        return turn.answer("stop-in-contact", choices=("end-contact", "no-thanks"),
                           about=turn.person.id)  # fmt: skip
    if dialogues.of(db, turn.person.id):
        left = Decision(effects=(DropDialogue(turn.person.id),))
        return left + turn.answer("dialogue-stopped")
    if request := requests.waiting_by(db, turn.person.id):
        return turn.answer(
            "stop-while-waiting",
            choices=("cancel-request", "keep-waiting"),
            about=request.id,
            code=request.code,
        )
    return turn.answer("nothing-to-stop")


@router.command(BACK)
def back(turn: Turn, db: Transaction) -> Decision:
    """Outside a dialogue there is nothing to go back to."""
    return turn.answer("nothing-to-go-back-to")


@router.command(CRISIS)
@router.press("*", "crisis")
def crisis(turn: Turn, db: Transaction) -> Decision:
    """The crisis card, at once. It ends and delays nothing else."""
    return turn.answer("crisis-card", choices=("tell-coordinator",), about=turn.person.id)


@router.press("crisis-card", "tell-coordinator")
def tell_coordinator(turn: Turn, db: Transaction) -> Decision:
    """Only with the person's own yes, and without a word of what they wrote."""
    contact = contacts.open_of(db, turn.person.id)
    request = requests.waiting_by(db, turn.person.id)
    code = contact.code if contact else request.code if request else ""
    alarm = TellCoordinators(
        turn.programme.name,
        "alarm-crisis",
        {"code": code},
        choices=("write-to-them",),
        about=turn.person.id,
        code=code,
    )
    noted = Note("crisis-coordinator-told", programme=turn.programme.name)
    return Decision(effects=(alarm, noted)) + turn.answer("crisis-coordinator-told")


@router.press("alarm-crisis", "write-to-them")
def write_to_them(turn: Turn, db: Transaction) -> Decision:
    """A coordinator answers a cry for help that was passed on with consent: they are in touch."""
    me = access.coordinator(turn)
    assert turn.question is not None
    receiver = people.get(db, PersonId(turn.question.about))
    if receiver is None or contacts.open_of(db, receiver.id) or contacts.open_of(db, me.person):
        return turn.answer("crisis-not-reachable-now")
    opened = requests.waiting_by(db, receiver.id) or Request(
        id=RequestId(db.new_id()),
        receiver=receiver.id,
        programme=turn.programme.name,
        opened_at=turn.now,
        waiting_since=turn.now,
        language=receiver.language,
    )
    recalled = offering.recall(offers.pending(db, opened.id), OfferStatus.SUPERSEDED)
    id = ContactId(db.new_id())
    acted = Audit(me.person, "wrote-after-crisis", code_of(id))
    begun = meeting.begin(opened, me.person, turn.programme, id, turn.now)
    return recalled + begun + Decision(effects=(CloseQuestions(receiver.id), acted))


def _called(command: Command, word: str) -> bool:
    wanted = word.strip().lstrip("!").casefold()
    return wanted == command.name or wanted in command.words


def _in_list(command: Command, turn: Turn, db: Transaction, in_contact: bool) -> bool:
    if command.hidden or (command.in_contact and not in_contact):
        return False
    if turn.in_coordinators_room:
        return command.who is Role.COORDINATOR
    return access.has(turn, command.who, db)


def _line(command: Command, turn: Turn, in_contact: bool) -> str:
    word = command.word_in(turn.person.language)
    sign = "!" if in_contact else ""
    about = turn.desk.catalogue.render(
        f"help-{command.name}", {}, language=turn.person.language, zone=turn.person.zone
    )
    return f"{sign}{usage(command, word)} · {about.text}"
