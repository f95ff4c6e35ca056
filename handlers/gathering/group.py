"""People are asked to a group, say yes or no, and leave when they like; coordinators ask more."""

import json

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain import group
from bot.domain.decision import NOTHING, Audit, CloseQuestions, Decision, Tell, TellCoordinators
from bot.domain.gathering import Gathering, Guest, Kind
from bot.domain.ids import PersonId
from bot.domain.lifecycle import GuestStatus
from bot.domain.refusal import Refusal
from bot.messages import Undelivered
from bot.texts import moments
from bot.texts.calendars import Entry, calendar_file, title
from handlers.gathering import changing
from handlers.gathering.named import named
from handlers.gathering.reminding import free, not_asked_yet
from storage import gathering_guests, gatherings, never_again
from storage.database import Transaction

router = Router()

ASK = Command(
    name="ask-to-gathering", words=("ask to gathering", "spørg til træf"), who=Role.COORDINATOR,
    for_others="gatherings", takes=(Takes("code"), Takes("who", rest=True)),
)  # fmt: skip
LEAVE = Command(name="leave-gathering", words=("leave gathering", "meld fra"))
PICKS = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
FILE = "gathering.ics"


@router.command(ASK)
def ask(turn: Turn, db: Transaction) -> Decision:
    """Shown first: who is asked, and that nobody is in it before their own yes."""
    gathering = _group(changing.coded(turn, db), turn)
    guests = gathering_guests.of(db, gathering.id)
    chosen = named(turn.args["who"], turn, db, [guest.person for guest in guests])
    group.check(chosen.people, guests)
    return turn.answer(
        "gathering-ask-confirm",
        choices=("confirm-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        kept=json.dumps(list(chosen.people)),
        who=chosen.called,
        zoned=gathering.begins_at,
    )


@router.press("gathering-ask-confirm", "confirm-yes")
def asked(turn: Turn, db: Transaction) -> Decision:
    """They are asked."""
    me = access.coordinator(turn)
    assert turn.question is not None
    gathering = _group(gatherings.get(db, turn.question.about), turn)
    already = {guest.person for guest in gathering_guests.of(db, gathering.id)}
    fresh = [PersonId(p) for p in json.loads(turn.question.kept) if p not in already]
    acted = Decision(
        effects=(
            CloseQuestions(turn.question.about, turn.question.person),
            Audit(me.person, "gathering-ask", f"{gathering.code} {len(fresh)}"),
        )
    )
    to_ask = [*fresh, *not_asked_yet(gathering, db)]
    awake = free(to_ask, gathering.begins_at, db, turn.now)
    put = group.invite(gathering, fresh, me.person, awake, turn.now)
    others = sum(person != me.person for person in fresh)
    return acted + put + turn.answer("gathering-asked", code=gathering.code, asked=others)


@router.press("gathering-ask", "gathering-yes")
def agreed(turn: Turn, db: Transaction) -> Decision:
    """They would like to be in it."""
    guest, gathering = _theirs(turn, db)
    coming = [one.person for one in group.coming(gathering_guests.of(db, gathering.id))]
    if never_again.among(db, turn.person.id, coming):
        return group.rather_not(guest) + turn.answer("gathering-not-this-one")
    told = Tell(
        turn.person.id,
        "gathering-coming",
        {"gathering": gathering.name, "zoned": gathering.begins_at},
        attached=calendar_file(entry(gathering, turn)),
        attached_as=FILE,
    )
    return group.agree(guest) + Decision(effects=(told,))


@router.press("gathering-ask", "no-thanks")
def rather_not(turn: Turn, db: Transaction) -> Decision:
    """They would rather not; nobody is told."""
    guest, _ = _theirs(turn, db)
    return group.rather_not(guest) + turn.answer("gathering-not-coming")


@router.command(LEAVE)
def leave(turn: Turn, db: Transaction) -> Decision:
    """They are in it no longer; of several they are asked which."""
    theirs = [(guest, one) for guest, one in coming_to(turn.person.id, db)][: len(PICKS)]
    if not theirs:
        return turn.answer("gathering-in-none")
    if len(theirs) == 1:
        return group.rather_not(theirs[0][0]) + turn.answer("gathering-left")
    told = [moments.told(one.begins_at, "zoned", turn.person.language, turn.person.zone)
            for _, one in theirs]  # fmt: skip
    which = Tell(
        turn.person.id,
        "gathering-leave-which",
        choices=PICKS[: len(theirs)],
        about=turn.person.id,
        labels=dict(zip(PICKS, told, strict=False)),
        kept=json.dumps([one.id for _, one in theirs]),
    )
    return Decision(effects=(which,))


@router.press("gathering-leave-which", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
def left(turn: Turn, db: Transaction) -> Decision:
    """They said which."""
    assert turn.question is not None
    id = json.loads(turn.question.kept)[PICKS.index(turn.choice)]
    guest = gathering_guests.get(db, id, turn.person.id)
    if guest is None or guest.status is not GuestStatus.COMING:
        raise Refusal("too-late")
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    return close + group.rather_not(guest) + turn.answer("gathering-left")


@router.undelivered("gathering-ask")
def not_asked(happening: Happening, db: Transaction) -> Decision:
    """Somebody could not be asked: coordinators hear so, not who."""
    event = happening.event
    assert isinstance(event, Undelivered)
    guest = gathering_guests.get(db, event.about, PersonId(event.to))
    gathering = gatherings.get(db, event.about)
    if guest is None or gathering is None or guest.status is not GuestStatus.ASKED:
        return NOTHING
    told = TellCoordinators(
        gathering.programme, "gathering-one-not-asked", {"code": gathering.code}
    )
    return Decision((guest.to(GuestStatus.NOT_COMING),), (told,))


def coming_to(person: PersonId, db: Transaction) -> list[tuple[Guest, Gathering]]:
    """The groups somebody has said yes to, the earliest first."""
    found = [
        (guest, gathering)
        for guest in gathering_guests.of_person(db, person)
        if guest.status is GuestStatus.COMING
        and (gathering := gatherings.get(db, guest.gathering))
        and gathering.to_come
    ]
    return sorted(found, key=lambda both: (both[1].begins_at, both[1].id))


def mine(turn: Turn, db: Transaction) -> Decision:
    """The groups they have said yes to, each with how to leave it."""
    said = NOTHING
    for _, one in coming_to(turn.person.id, db):
        said += turn.answer(
            "gathering-mine", gathering=one.name, zoned=one.begins_at, minutes=one.minutes
        )
    return said


def left_all(person: PersonId, db: Transaction) -> Decision:
    """Somebody is forgotten, or suspended: they are in no group any more, and asked to none."""
    gone = NOTHING
    for guest in gathering_guests.of_person(db, person):
        if guest.status is not GuestStatus.NOT_COMING:
            gone += group.rather_not(guest)
    return gone


def entry(one: Gathering, turn: Turn) -> Entry:
    """A gathering for somebody's own calendar; it says when and where, not what."""
    return Entry(
        of=f"{one.id} {turn.person.id}",
        title=title("gathering", turn.person.language),
        begins=one.begins_at,
        ends=one.ends_at,
        told_at=turn.now,
        sequence=one.changes - 1,
        where=one.where,
    )


def _group(gathering: Gathering | None, turn: Turn) -> Gathering:
    """The group, if more can be asked to it. Raises Refusal."""
    if gathering is None or gathering.programme != turn.programme.name:
        raise Refusal("gathering-no-such-code")
    if gathering.kind is not Kind.GROUP:
        raise Refusal("gathering-is-open", code=gathering.code)
    if not gathering.to_come:
        raise Refusal("gathering-over", code=gathering.code)
    return gathering


def _theirs(turn: Turn, db: Transaction) -> tuple[Guest, Gathering]:
    """What they were asked, if it still is. Raises Refusal."""
    assert turn.question is not None
    guest = gathering_guests.get(db, turn.question.about, turn.person.id)
    gathering = gatherings.get(db, turn.question.about)
    if guest is None or gathering is None or guest.status is not GuestStatus.ASKED:
        raise Refusal("too-late")
    return guest, gathering
