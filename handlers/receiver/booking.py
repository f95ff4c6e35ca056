"""A receiver books a time of their own: when, how long, what about; read back, then sought."""

import json
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import recurring
from bot.domain.appointment import Appointment
from bot.domain.decision import CloseQuestions, Decision, KeepDialogue, Tell
from bot.domain.ids import AppointmentId, PersonId
from bot.domain.refusal import Arg, Refusal
from bot.domain.when.answer import NotUnderstood, Unclear, Understood
from bot.domain.when.continuing import understand_after
from bot.domain.when.understanding import understand
from bot.relaying.words import clean_text
from handlers.appointment import fitting, seeking
from handlers.receiver import asking_when, free_times, series_said
from handlers.receiver.talk import NOTE_LIMIT
from storage import (
    appointments,
    contacts,
    dialogues,
    never_again,
    programme_states,
    volunteers,
)
from storage.database import Transaction

router = Router()

MINUTES = {"half-hour": 30, "three-quarters": 45, "full-hour": 60}
MOMENTS_IN = {"book": router}  # dialogues that ask when, and whose they are
SAID_LIMIT = 200  # letters of what somebody said of a time


class Wanted(BaseModel):
    """What somebody says of the time they want; all but when can be left out."""

    when: str = ""  # a moment, UTC
    said: str = ""  # what they said first, where more had to be asked
    length: str = ""
    form: str = ""
    whom: str = ""
    topics: str = ""
    language: str = ""
    note: str = ""
    again: str = ""  # the volunteer of last time
    rhythm: str = ""  # of a series: how often, and how many times
    times: str = ""


DIALOGUE = Dialogue(
    name="book",
    answers=Wanted,
    formed=True,
    steps=(
        Step(name="when", also=("free-times",), longest=SAID_LIMIT),
        Step(name="length", choices=("half-hour", "three-quarters", "full-hour")),
        Step(name="form", offered="forms"),
        Step(
            name="whom",
            choices=("same-volunteer", "any-volunteer"),
            only_if=lambda wanted: bool(wanted.again),
        ),
        Step(name="topics", offered="topics", many=True, optional=True),
        Step(name="language", offered="languages", optional=True),
        Step(name="note", optional=True, longest=NOTE_LIMIT),
    ),
)

BOOK = Command(
    name="book", words=("book", "aftale"), who=Role.RECEIVER,
    takes=(Takes("when", optional=True, rest=True),),
)  # fmt: skip


@router.command(BOOK)
def book(turn: Turn, db: Transaction) -> Decision:
    """Begin to book, at the time that was said along with it, if it is one."""
    may_book(turn, db)
    said = turn.args.get("when", "")[:SAID_LIMIT]
    time = understand(said, turn.now, ZoneInfo(turn.person.zone)) if said else NotUnderstood()
    reply = "" if isinstance(time, NotUnderstood) else said
    return asking.start(router, DIALOGUE, turn, db, settled(turn, db), reply)


@router.press("*", "another-time")
def another_time(turn: Turn, db: Transaction) -> Decision:
    """The same at another time; what was said of it stands."""
    assert turn.question is not None
    may_book(turn, db)
    if turn.question.text in ("book-proposed", "series-proposed"):
        known = {
            k: v
            for k, v in json.loads(turn.question.kept).items()
            if k not in ("when", "rhythm", "times")
        }
    else:
        before = appointments.get(db, turn.question.about)
        if before is None or before.receiver != turn.person.id:
            raise Refusal("too-late")
        known = settled(turn, db) | {
            "length": str(before.minutes),
            "form": before.form,
            "topics": ",".join(sorted(before.topics)),
            "language": before.language,
            "note": before.note or "",
        }
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return close + asking.start(router, DIALOGUE, turn, db, known)


@router.reads(DIALOGUE, "when")
def read_when(turn: Turn, reply: str, db: Transaction) -> dict[str, str] | Decision:
    """What moment the words say, if they can have it."""
    read = read_moment(turn, reply, db, may_come_back=True)
    if not isinstance(read, Decision):
        minutes = int(read.get("length") or turn.programme.limits.session_minutes)
        check(datetime.fromisoformat(read["when"]), minutes, turn, db)
    return read


def read_moment(
    turn: Turn, reply: str, db: Transaction, *, may_come_back: bool = False
) -> dict[str, str] | Decision:
    """What moment the words say; in doubt it is asked, and nothing is guessed."""
    if reply == "free-times":
        return free_times.shown(turn, db)
    kept = dialogues.of(db, turn.person.id)
    first = kept.answers.get("said", "") if kept else ""
    picked, zone = _picked(reply, turn), ZoneInfo(turn.person.zone)
    answer, said = (
        (picked, first) if picked
        else understand_after(first, reply[:SAID_LIMIT], turn.now, zone)
    )  # fmt: skip
    match answer:
        case Understood(start, duration, None):
            minutes = int(duration / timedelta(minutes=1)) if duration else 0
            length = {"length": str(minutes)} if minutes else {}
            once = {"rhythm": "", "times": ""}
            return {"when": start.astimezone(UTC).isoformat(), "said": "", **once, **length}
        case Understood() if may_come_back:
            return series_said.heard(answer, turn)
        case Understood():
            return turn.answer("book-once-only")
        case Unclear(candidates=[_, *_]):
            return _remembering(kept, said, turn) + asking_when.which_of(answer.candidates, turn)
        case Unclear():
            return _remembering(kept, said, turn) + asking_when.what_is_open(answer, turn)
        case _:
            return turn.answer("book-when-not-understood")


@router.press("book-free-times", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
@router.press("book-when-which", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "pick-6")
def which(turn: Turn, db: Transaction) -> Decision:
    """They chose which of the times they meant."""
    assert turn.question is not None
    kept = dialogues.of(db, turn.person.id)
    if kept is None or kept.step != "when" or kept.name not in MOMENTS_IN:
        raise Refusal("too-late")
    moment = json.loads(turn.question.kept)[asking_when.CANDIDATES.index(turn.choice)]
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return close + asking.go_on(MOMENTS_IN[kept.name], kept, moment, turn, db)


@router.finished(DIALOGUE)
def wanted(turn: Turn, wish: Wanted, db: Transaction) -> Decision:
    """All of it is read back; nobody is asked before they say that it is right."""
    if wish.rhythm:
        known = wish.model_dump()
        return series_said.read_back(turn, known, minutes_of(wish, turn), db)
    args: dict[str, Arg] = {
        "zoned": datetime.fromisoformat(wish.when),
        "minutes": minutes_of(wish, turn),
        "form": form_of(wish, turn),
        "same": wish.whom == "same-volunteer",
    }
    proposed = Tell(
        turn.person.id,
        "book-proposed",
        args,
        choices=("confirm-yes", "another-time", "no-thanks"),
        about=turn.person.id,
        kept=wish.model_dump_json(),
    )
    return Decision(effects=(proposed,))


@router.press("book-proposed", "confirm-yes")
def agreed(turn: Turn, db: Transaction) -> Decision:
    """It is right: volunteers are asked."""
    assert turn.question is not None
    wish = Wanted.model_validate_json(turn.question.kept)
    appointment, shortened = as_wanted(wish, turn, db)
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return close + shortened + seeking.open_appointment(appointment, turn.desk, db, turn.now)


def as_wanted(wish: Wanted, turn: Turn, db: Transaction) -> tuple[Appointment, Decision]:
    """The appointment that was read back, and what is to be said of it. Raises Refusal."""
    begins, minutes = datetime.fromisoformat(wish.when), minutes_of(wish, turn)
    may_book(turn, db)
    check(begins, minutes, turn, db)
    note = clean_text(wish.note, NOTE_LIMIT)
    appointment = Appointment(
        id=AppointmentId(db.new_id()),
        receiver=turn.person.id,
        programme=turn.programme.name,
        begins_at=begins,
        minutes=minutes,
        made_at=turn.now,
        sought_since=turn.now,
        language=wish.language or turn.programme.spoken_with(turn.person.language),
        form=form_of(wish, turn),
        topics=frozenset(t for t in wish.topics.split(",") if t) & turn.programme.topic_ids,
        note=note.text or None,
        wished_for=PersonId(wish.again) if wish.whom == "same-volunteer" else None,
    )
    shortened = turn.answer("note-shortened", most=NOTE_LIMIT) if note.shortened else Decision()
    return appointment, shortened


def may_book(turn: Turn, db: Transaction) -> None:
    """Raises the Refusal that says why not now."""
    if contacts.open_of(db, turn.person.id):
        raise Refusal("book-in-contact")
    state = programme_states.get(db, turn.programme.name)
    if state.paused:
        raise Refusal("talk-paused", message=state.message)
    most = turn.programme.booking.at_once
    if recurring.things(appointments.received_by(db, turn.person.id)) >= most:
        raise Refusal("book-enough", most=most)


def check(begins: datetime, minutes: int, turn: Turn, db: Transaction) -> None:
    """Whether they can have that time. Raises the Refusal that says why not."""
    fitting.can_have(turn.person, begins, minutes, turn.programme, db, turn.now)


def settled(turn: Turn, db: Transaction) -> dict[str, str]:
    """What need not be asked."""
    known = {"again": _last_volunteer(turn, db)}
    if len(turn.programme.languages) == 1:
        known["language"] = turn.programme.languages[0]
    if len(turn.programme.forms) == 1:
        known["form"] = turn.programme.forms[0]
    return known


def _last_volunteer(turn: Turn, db: Transaction) -> str:
    last = contacts.latest_given_to(db, turn.person.id)
    giver = volunteers.get(db, last.volunteer) if last else None
    if giver is None or never_again.among(db, turn.person.id, [giver.person]):
        return ""
    return giver.person


def _picked(reply: str, turn: Turn) -> Understood | None:
    try:
        moment = datetime.fromisoformat(reply)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return Understood(moment.astimezone(ZoneInfo(turn.person.zone)))


def _remembering(kept: dialogues.Kept | None, said: str, turn: Turn) -> Decision:
    """What they said of the time stays until the rest of it is said."""
    if kept is None:
        return Decision()
    answers = {**kept.answers, "said": said[-SAID_LIMIT:]}
    keep = KeepDialogue(turn.person.id, kept.name, kept.version, kept.step, answers)
    return Decision(effects=(keep,))


def form_of(wish: Wanted, turn: Turn) -> str:
    """How they are to be in touch."""
    return wish.form if wish.form in turn.programme.forms else turn.programme.forms[0]


def minutes_of(wish: Wanted, turn: Turn) -> int:
    """How long it is to last."""
    chosen = MINUTES.get(wish.length) or (int(wish.length) if wish.length.isdigit() else 0)
    minutes = chosen or turn.programme.limits.session_minutes
    return max(10, min(minutes, turn.programme.booking.longest_minutes))
