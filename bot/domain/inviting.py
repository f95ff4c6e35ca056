"""Guests of a group are asked when they are awake, and reminded before it begins."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from bot.domain.decision import Decision, Effect, StartTimer, StopTimer, Tell
from bot.domain.gathering import Gathering
from bot.domain.ids import PersonId

ASK = "gathering-asks"
REMIND = "gathering-reminder"
LEADS = (timedelta(days=1), timedelta(hours=1))  # before it begins; as usual for appointments
SHORTEST = timedelta(minutes=10)  # nearer than that a reminder helps nobody
TIME_TO_ANSWER = timedelta(minutes=30)  # whoever would have less is asked at once


def ask(gathering: Gathering, people: Mapping[PersonId, datetime], now: datetime) -> Decision:
    """These are asked, each at the time beside them: when their night is over, or at once.

    All who are to be asked, also those who were left to sleep before: there is one timer for them.
    """
    late = gathering.begins_at - TIME_TO_ANSWER
    later = [free for free in people.values() if now < free <= late]
    asked = (question(gathering, one) for one, free in people.items() if not now < free <= late)
    waits = (StartTimer(ASK, gathering.id, min(later)),) if later else ()
    return Decision(effects=(*asked, *waits))


def question(gathering: Gathering, person: PersonId) -> Tell:
    """Whether they would like to be in it."""
    return Tell(
        person,
        "gathering-ask",
        {**told(gathering), "minutes": gathering.minutes},
        choices=("gathering-yes", "no-thanks"),
        about=gathering.id,
        code=gathering.code,
        expires=gathering.ends_at,
    )


def reminders(gathering: Gathering, now: datetime) -> tuple[Effect, ...]:
    """The next reminder that is still to come; those that are past are not said."""
    to_come = [moment for lead in LEADS if (moment := gathering.begins_at - lead) > now]
    stop = StopTimer(REMIND, gathering.id)
    return (StartTimer(REMIND, gathering.id, min(to_come)),) if to_come else (stop,)


def remind(gathering: Gathering, people: Iterable[PersonId], now: datetime) -> Decision:
    """These are told that it is soon, if that still helps; and the next reminder is set."""
    after = reminders(gathering, now)
    if now > gathering.begins_at - SHORTEST:
        return Decision(effects=after)
    said = (
        Tell(one, "gathering-reminder", told(gathering), expires=gathering.begins_at)
        for one in people
    )
    return Decision(effects=(*said, *after))


def stop(gathering: Gathering) -> tuple[StopTimer, ...]:
    """Nobody is asked or reminded any more."""
    return StopTimer(ASK, gathering.id), StopTimer(REMIND, gathering.id)


def told(gathering: Gathering) -> dict[str, str | datetime]:
    """What a guest reads of it."""
    return {"gathering": gathering.name, "zoned": gathering.begins_at}
