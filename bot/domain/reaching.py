"""How the two of an appointment by voice or in person reach each other: by their own consent only."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import meeting, reminding
from bot.domain.appointment import Appointment, ContactWay
from bot.domain.contact import Contact
from bot.domain.decision import (
    NOTHING,
    CloseQuestions,
    Decision,
    Effect,
    Note,
    StartTimer,
    StopTimer,
    Tell,
)
from bot.domain.ids import PersonId
from bot.domain.programme import Form
from bot.domain.refusal import Arg
from bot.domain.row_effects import DropWays

WAYS_OVER = "contact-ways-over"
KEPT: Mapping[str, timedelta] = {
    Form.VOICE: timedelta(hours=1),
    # As long as a coordinator may have to know where two people met.
    Form.IN_PERSON: timedelta(hours=24),
}
"""How long after an appointment ends what was told for it is kept."""

CHOICES: Mapping[str, str] = {Form.VOICE: "share-way", Form.IN_PERSON: "suggest-place"}


def ask(appointment: Appointment, told: Collection[PersonId]) -> tuple[Effect, ...]:
    """Whoever has not told it yet may tell now how they can be reached, or where to meet."""
    return tuple(
        _asked(appointment, person)
        for person in appointment.people
        if appointment.form in KEPT and person not in told
    )


def _asked(appointment: Appointment, person: PersonId) -> Tell:
    when: dict[str, Arg] = {"zoned": appointment.begins_at}
    about, code = appointment.id, appointment.code
    if appointment.form == Form.VOICE:
        choices = ("share-way", "no-thanks")
        return Tell(person, "way-ask", when, choices=choices, about=about, code=code)
    places = ("suggest-place", "no-thanks")
    return Tell(person, "place-ask", when, choices=places, about=about, code=code)


def keep(appointment: Appointment, person: PersonId, way: str) -> Decision:
    """It is kept until the time comes."""
    told = ContactWay(appointment=appointment.id, person=person, way=way)
    return Decision(
        save=(told,),
        effects=(
            CloseQuestions(appointment.id, person),
            Tell(person, "way-kept", {"zoned": appointment.begins_at},
                 choices=("take-back-way",), about=appointment.id, code=appointment.code),
            Note("contact-way-told", appointment.id, appointment.programme),
        ),
    )  # fmt: skip


def take_back(appointment: Appointment, person: PersonId) -> Decision:
    """They would rather not be reached like that after all."""
    told = ContactWay(appointment=appointment.id, person=person, way="")
    return Decision(save=(told,), effects=(CloseQuestions(appointment.id, person),))


def suggest(appointment: Appointment, by: PersonId, place: str) -> Decision:
    """The other one is asked about a place to meet."""
    assert appointment.volunteer is not None
    other = appointment.volunteer if by == appointment.receiver else appointment.receiver
    asked = Tell(
        other,
        "place-suggested",
        {"zoned": appointment.begins_at, "place": place},
        choices=("place-fits", "suggest-place"),
        about=appointment.id,
        code=appointment.code,
        expires=appointment.begins_at,
        kept=place,
    )
    told = Tell(by, "place-passed-on", {"place": place})
    return Decision(effects=(CloseQuestions(appointment.id), asked, told))


def agree(appointment: Appointment, place: str) -> Decision:
    """Both will be there."""
    return Decision(
        save=tuple(
            ContactWay(appointment=appointment.id, person=person, way=place)
            for person in appointment.people
        ),
        effects=(
            CloseQuestions(appointment.id),
            *(
                Tell(
                    person,
                    "place-agreed",
                    {"zoned": appointment.begins_at, "place": place},
                    choices=("suggest-place",),
                    about=appointment.id,
                    code=appointment.code,
                )
                for person in appointment.people
            ),
            Note("place-agreed", appointment.id, appointment.programme),
        ),
    )


def begin(
    appointment: Appointment, contact: Contact, told: Mapping[PersonId, str]
) -> Decision:  # fmt: skip
    """The time has come: each is shown what the other told for it."""
    if appointment.form not in KEPT:
        return NOTHING
    shown = tuple(_shown(appointment, contact, person, told) for person in appointment.people)
    ends = contact.ends_at + KEPT[Form(appointment.form)]
    # They are on the telephone or at a table: that they write nothing says nothing.
    silent = StopTimer(meeting.UNANSWERED, contact.id)
    return Decision(effects=(*shown, silent, StartTimer(WAYS_OVER, appointment.id, ends)))


def _shown(
    appointment: Appointment, contact: Contact, person: PersonId, told: Mapping[PersonId, str]
) -> Tell:
    other = contact.other(person)
    name, way = contact.name_of(other), told.get(other, "")
    if appointment.form == Form.VOICE:
        mine = person in told
        args: dict[str, Arg] = {"name": name, "way": way, "mine": mine}
        return Tell(person, "way-shown", args)
    return Tell(person, "meet-now", {"name": name, "way": way})


def over(
    appointment: Appointment, following: Appointment | None, told: Mapping[PersonId, str]
) -> Decision:
    """It is deleted; in a series of the same two it goes on to the date that follows."""
    moved: tuple[ContactWay, ...] = ()
    if following is not None:
        moved = tuple(
            ContactWay(appointment=following.id, person=person, way=way)
            for person, way in told.items()
        )
    return Decision(save=moved, effects=(DropWays(appointment.id),))


def reached(contact: Contact) -> Decision:
    """They have: neither is missing, whatever they write here."""
    both = replace(contact, volunteer_spoke=True, receiver_spoke=True)
    quiet = StopTimer(meeting.NO_WORD, contact.id)
    return Decision(save=(both,), effects=(CloseQuestions(contact.id), quiet))


def ask_whether_reached(contact: Contact, now: datetime) -> Decision:
    """Ten minutes in: whether they have found each other. Nobody is blamed if not."""
    if contact.volunteer_spoke and contact.receiver_spoke:
        return NOTHING
    receiver, volunteer = contact.receiver, contact.volunteer
    names = {person: contact.name_of(contact.other(person)) for person in (receiver, volunteer)}
    until = now + reminding.NO_SHOW_AFTER
    return Decision(
        effects=(
            Tell(
                receiver,
                "reached-ask",
                {"name": names[receiver]},
                choices=("we-talk", "somebody-else", "another-time"),
                about=contact.id,
                code=contact.code,
                expires=until,
            ),
            Tell(
                volunteer,
                "reached-ask",
                {"name": names[volunteer]},
                choices=("we-talk", "another-time"),
                about=contact.id,
                code=contact.code,
                expires=until,
            ),
        )
    )
