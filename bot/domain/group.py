"""A gathering of a group: who was asked, who said yes, and the closed room they meet in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain import holding, inviting
from bot.domain.decision import (
    NOTHING,
    Amend,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.gathering import Gathering, Guest
from bot.domain.gathering_effects import CloseGroup, LetIntoGroup, OpenGroup, PutOutOfGroup
from bot.domain.ids import PersonId
from bot.domain.lifecycle import GatheringStatus, GuestStatus
from bot.domain.refusal import Refusal

OPENS = "gathering-opens"
FEWEST = 2  # one alone in a room is no group
MOST = 25  # ours: more do not come to a word; Discord lets 1,000 into a thread


def plan(
    gathering: Gathering,
    people: Sequence[PersonId],
    by: PersonId,
    free: Mapping[PersonId, datetime],
    now: datetime,
) -> Decision:
    """It is to be, and these are asked. Nobody is in it before their own yes.

    `by`: who plans it. If they named themself, that is their yes. `free`: as for `invite`.
    """
    opens = StartTimer(OPENS, gathering.id, gathering.begins_at)
    reminders = inviting.reminders(gathering, now)
    planned = holding.plan(gathering, ()) + Decision(effects=(opens, *reminders))
    return planned + invite(gathering, people, by, free, now)


def invite(
    gathering: Gathering,
    people: Sequence[PersonId],
    by: PersonId,
    free: Mapping[PersonId, datetime],
    now: datetime,
) -> Decision:
    """These are asked whether they would like to be in it; whoever asks need not ask themself.

    `free`: of these and of all who were left to sleep, when each may be asked.
    """
    asked = [person for person in people if person != by]
    guests = tuple(Guest(gathering=gathering.id, person=person) for person in asked)
    awake = {person: at for person, at in free.items() if person != by}
    put = Decision(guests) + inviting.ask(gathering, awake, now)
    return put if by not in people else put + agree(Guest(gathering=gathering.id, person=by))


def agree(guest: Guest) -> Decision:
    """They would like to; if the room is open they are let in at once."""
    return Decision(
        save=(guest.to(GuestStatus.COMING),),
        effects=(
            CloseQuestions(guest.gathering, guest.person),
            LetIntoGroup(guest.gathering, guest.person),
        ),
    )


def rather_not(guest: Guest) -> Decision:
    """They would not, or not any more. Nobody is told."""
    out = PutOutOfGroup(guest.gathering, guest.person)
    return Decision(
        save=(guest.to(GuestStatus.NOT_COMING),),
        effects=(CloseQuestions(guest.gathering, guest.person), out),
    )


def coming(guests: Sequence[Guest]) -> list[Guest]:
    """Those of them who said yes."""
    return [guest for guest in guests if guest.status is GuestStatus.COMING]


def unanswered(guests: Sequence[Guest]) -> list[Guest]:
    """Those of them who have said neither."""
    return [guest for guest in guests if guest.status is GuestStatus.ASKED]


def open_up(gathering: Gathering, guests: Sequence[Guest], platform: str) -> Decision:
    """The room is opened for those who said yes; with too few it is called off, and they are told."""
    if gathering.status is not GatheringStatus.PLANNED:
        return NOTHING
    said_yes = coming(guests)
    if len(said_yes) < FEWEST:
        heard = TellCoordinators(
            gathering.programme,
            "gathering-too-few",
            {"code": gathering.code, "coming": len(said_yes)},
        )
        return call_off(gathering, guests) + Decision(effects=(heard,))
    begun = gathering.to(GatheringStatus.BEGUN)
    noted = Note("gathering-opened", begun.id, begun.programme, {"people": len(said_yes)})
    opened = OpenGroup(begun.id, platform)
    stop = (StopTimer(OPENS, begun.id), StopTimer(inviting.REMIND, begun.id))
    return Decision(save=(begun,), effects=(*stop, opened, noted))


def is_open(gathering: Gathering, guests: Sequence[Guest]) -> Decision:
    """The room is there: everybody who said yes is let in, if it is not over by now."""
    if gathering.status is not GatheringStatus.BEGUN:
        return Decision(effects=(CloseGroup(gathering.id),))
    said_yes = coming(guests)
    return Decision(
        effects=(
            *(LetIntoGroup(gathering.id, guest.person) for guest in said_yes),
            *(
                Tell(guest.person, "gathering-opened", inviting.told(gathering))
                for guest in said_yes
            ),
        )
    )


def not_opened(gathering: Gathering, guests: Sequence[Guest], why: str) -> Decision:
    """The room could not be opened: it is over, and everybody who is to know is told."""
    over = gathering.to(GatheringStatus.OVER)
    heard = TellCoordinators(
        gathering.programme, "gathering-not-opened", {"code": gathering.code, "why": why}
    )
    stop = (StopTimer(holding.ENDS, gathering.id), *inviting.stop(gathering))
    return Decision(save=(over,), effects=(*stop, heard, *_told_off(gathering, guests)))


def end(gathering: Gathering) -> Decision:
    """Its time is over: nobody can write there any more."""
    if not gathering.to_come:
        return NOTHING
    closed = (CloseQuestions(gathering.id), CloseGroup(gathering.id))
    return holding.end(gathering) + Decision(effects=(*closed, *inviting.stop(gathering)))


def move(
    gathering: Gathering,
    guests: Sequence[Guest],
    to: datetime,
    free: Mapping[PersonId, datetime],
    now: datetime,
) -> Decision:
    """It is at another time: who said yes is told, and whoever has not answered is asked anew.

    `free`: of those who have not answered, when each may be asked.
    """
    moved = holding.move(gathering, to, (), now)
    after = replace(gathering, begins_at=to)
    told: list[CloseQuestions | Tell] = []
    for guest in guests:
        if guest.status is GuestStatus.COMING:
            told.append(Tell(guest.person, "gathering-moved", inviting.told(after)))
        elif guest.status is GuestStatus.ASKED:
            told.append(CloseQuestions(gathering.id, guest.person))
    timers: tuple[Effect, ...] = (
        StartTimer(OPENS, gathering.id, to),
        *inviting.reminders(after, now),
    )
    return moved + Decision(effects=(*timers, *told)) + inviting.ask(after, free, now)


def call_off(gathering: Gathering, guests: Sequence[Guest]) -> Decision:
    """It is not to be; or, if it is going on, it is closed. Who was asked is told."""
    if gathering.status is GatheringStatus.BEGUN:
        return end(gathering) + Decision(effects=(StopTimer(holding.ENDS, gathering.id),))
    off = holding.call_off(gathering, ())
    stop = (StopTimer(OPENS, gathering.id), *inviting.stop(gathering))
    return off + Decision(effects=(*stop, *_told_off(gathering, guests)))


def check(people: Sequence[PersonId], guests: Sequence[Guest]) -> None:
    """Whether so many can be asked. Raises Refusal."""
    if len(people) + len(guests) > MOST:
        raise Refusal("gathering-too-many", most=MOST)


def _told_off(gathering: Gathering, guests: Sequence[Guest]) -> tuple[Tell | Amend, ...]:
    told: list[Tell | Amend] = []
    for guest in guests:
        if guest.status is GuestStatus.COMING:
            told.append(Tell(guest.person, "gathering-called-off", inviting.told(gathering)))
        elif guest.status is GuestStatus.ASKED:
            told.append(Amend(guest.person, "gathering-ask", gathering.id, "gathering-ask-over"))
    return tuple(told)
