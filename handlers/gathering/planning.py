"""A coordinator plans a gathering: asked for what has to be known, shown it all, and done after a yes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from bot.conversation import access, asking
from bot.conversation.commands import Command, Role
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import group, holding
from bot.domain.decision import NOTHING, Audit, CloseQuestions, Decision
from bot.domain.gathering import LONGEST, LONGEST_SAID, SHORTEST, Gathering, Kind
from bot.domain.ids import GatheringId
from bot.domain.refusal import Refusal
from bot.domain.when import Understood, how_long
from bot.relaying.words import clean_text
from handlers.coordinator import planning
from handlers.gathering.named import named
from handlers.gathering.reminding import free
from storage.database import Transaction

router = Router()

NEW = Command(
    name="new-gathering", words=("new gathering", "nyt træf"), who=Role.COORDINATOR,
    for_others="gatherings",
)  # fmt: skip
FOR_A_GROUP = "gathering-group"
LENGTHS = {"full-hour": 60, "hour-and-half": 90, "two-hours": 120}


class Planned(BaseModel):
    """What a coordinator said of it."""

    kind: str = ""
    name: str = ""
    when: str = ""
    minutes: str = ""
    place: str = ""
    who: str = ""

    @property
    def of_group(self) -> bool:
        """Whether only those who are asked may come."""
        return self.kind == FOR_A_GROUP


DIALOGUE = Dialogue(
    name="gathering",
    answers=Planned,
    steps=(
        Step(name="kind", choices=("gathering-open", "gathering-group")),
        Step(name="name"),
        Step(name="when"),
        Step(name="minutes", also=("full-hour", "hour-and-half", "two-hours")),
        Step(name="place", only_if=lambda said: not said.of_group),
        Step(name="who", only_if=lambda said: said.of_group),
    ),
    version=2,
)


@router.command(NEW)
def new(turn: Turn, db: Transaction) -> Decision:
    """Ask, in private, for what has to be known."""
    access.coordinator(turn)
    told = turn.answer("gathering-in-private") if turn.in_coordinators_room else NOTHING
    known = {} if turn.desk.config.platforms.groups_on else {"kind": "gathering-open"}
    return told + asking.start(router, DIALOGUE, turn, db, known)


@router.reads(DIALOGUE, "name")
def read_name(turn: Turn, reply: str, db: Transaction) -> dict[str, str]:
    """A name that fits where it is shown."""
    return {"name": _line(reply)}


@router.reads(DIALOGUE, "place")
def read_place(turn: Turn, reply: str, db: Transaction) -> dict[str, str]:
    """A place that fits where it is shown."""
    return {"place": _line(reply)}


@router.reads(DIALOGUE, "who")
def read_who(turn: Turn, reply: str, db: Transaction) -> dict[str, str]:
    """Whom they mean, if all of them can be asked."""
    group.check(named(reply, turn, db).people, ())
    return {"who": reply}


@router.reads(DIALOGUE, "when")
def read_when(turn: Turn, reply: str, db: Transaction) -> dict[str, str]:
    """The moment the words say, and how long if they say that too."""
    try:
        begins, minutes = planning.moment_in(reply, turn)
    except Refusal as no:
        if no.text == "plan-once-only":
            raise Refusal("gathering-once") from None
        raise
    if begins <= turn.now:
        raise Refusal("gathering-past")
    read = {"when": begins.isoformat()}
    return {**read, "minutes": str(minutes)} if SHORTEST <= minutes <= LONGEST else read


@router.reads(DIALOGUE, "minutes")
def read_minutes(turn: Turn, reply: str, db: Transaction) -> dict[str, str]:
    """How long it is to be."""
    if reply in LENGTHS:
        return {"minutes": str(LENGTHS[reply])}
    match how_long(reply[: planning.SAID_LIMIT], turn.now, ZoneInfo(turn.person.zone)):
        case Understood(duration=timedelta() as duration):
            minutes = int(duration / timedelta(minutes=1))
            if SHORTEST <= minutes <= LONGEST:
                return {"minutes": str(minutes)}
    raise Refusal("gathering-how-long", hours=LONGEST // 60)


@router.finished(DIALOGUE)
def shown_first(turn: Turn, said: Planned, db: Transaction) -> Decision:
    """All of it, who will see it, and what that means."""
    gathering = _made(said, turn, db)
    if said.of_group:
        return turn.answer("gathering-group-limits") + turn.answer(
            "gathering-confirm-group",
            choices=("confirm-yes", "no-thanks"),
            about=turn.person.id,
            kept=said.model_dump_json(),
            gathering=gathering.name,
            zoned=gathering.begins_at,
            minutes=gathering.minutes,
            who=named(said.who, turn, db).called,
        )
    if boards := turn.desk.config.platforms.boards:
        return turn.answer(
            "gathering-confirm-shown",
            choices=("gathering-shown", "gathering-unshown", "no-thanks"),
            about=turn.person.id,
            kept=said.model_dump_json(),
            gathering=gathering.name,
            zoned=gathering.begins_at,
            minutes=gathering.minutes,
            place=gathering.where,
            platform=boards[0],
        )
    return turn.answer(
        "gathering-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=turn.person.id,
        kept=said.model_dump_json(),
        gathering=gathering.name,
        zoned=gathering.begins_at,
        minutes=gathering.minutes,
        place=gathering.where,
    )


@router.press("gathering-confirm-shown", "gathering-shown", "gathering-unshown")
@router.press("gathering-confirm", "confirm-yes")
@router.press("gathering-confirm-group", "confirm-yes")
def planned(turn: Turn, db: Transaction) -> Decision:
    """It is to be, and shown where it may be."""
    me = access.coordinator(turn)
    assert turn.question is not None
    said = Planned.model_validate_json(turn.question.kept)
    gathering = _made(said, turn, db, shown=turn.choice == "gathering-shown")
    if gathering.begins_at <= turn.now:
        raise Refusal("gathering-past")
    done = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "gathering", gathering.code),
        )
    )
    if said.of_group:
        people = named(said.who, turn, db).people
        awake = free(people, gathering.begins_at, db, turn.now)
        plan = group.plan(gathering, people, me.person, awake, turn.now)
        asked = sum(person != me.person for person in people)
        told = turn.answer("gathering-group-planned", code=gathering.code, asked=asked)
        return done + plan + told
    plan = holding.plan(gathering, turn.desk.config.platforms.boards)
    return done + plan + turn.answer("gathering-planned", code=gathering.code)


def _made(said: Planned, turn: Turn, db: Transaction, *, shown: bool = False) -> Gathering:
    return Gathering(
        id=GatheringId(db.new_id()),
        programme=turn.programme.name,
        kind=Kind.GROUP if said.of_group else Kind.OPEN,
        name=said.name,
        where=said.place,
        begins_at=datetime.fromisoformat(said.when),
        minutes=int(said.minutes),
        made_at=turn.now,
        shown=shown,
    )


def _line(reply: str) -> str:
    said = " ".join(clean_text(reply).text.split())
    if not said or len(said) > LONGEST_SAID:
        raise Refusal("gathering-too-long", most=LONGEST_SAID)
    return said
