"""The time of an appointment has come: the two are brought together, or told why not."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain import meeting, reminding, safety
from bot.domain.appointment import Appointment
from bot.domain.decision import Decision, Note, StartTimer, StopTimer, Tell, TellCoordinators
from bot.domain.ids import ContactId, PersonId, RequestId
from bot.domain.lifecycle import AppointmentStatus
from bot.domain.programme import Form, Programme
from bot.domain.request import Request

SHORTEST = timedelta(minutes=15)  # what is worth opening a contact for, when we come late


def begin(
    appointment: Appointment,
    programme: Programme,
    request_id: RequestId,
    contact_id: ContactId,
    now: datetime,
    known_as: str,
) -> Decision:
    """Both can write at once. What is left of the time is theirs, if we come late ourselves."""
    assert appointment.volunteer is not None
    wish = Request(
        id=request_id,
        receiver=appointment.receiver,
        programme=appointment.programme,
        opened_at=now,
        waiting_since=now,
        language=appointment.language,
        form=appointment.form,
        topics=appointment.topics,
        note=appointment.note,
        wished_for=appointment.wished_for,
    )
    left = max(SHORTEST, appointment.ends_at - now)
    begun = replace(appointment.to(AppointmentStatus.BEGUN), contact=contact_id)
    met = meeting.begin(
        wish, appointment.volunteer, programme, contact_id, now,
        known_as=known_as, lasts=left, by="appointment",
    )  # fmt: skip
    late = int((now - appointment.begins_at) / timedelta(minutes=1))
    noted = Note("appointment-begun", begun.id, begun.programme, {"late": late})
    # Both have come for this, and are given longer than somebody who said yes a minute ago.
    watched = (*reminding.stop(begun), StopTimer(meeting.FIRST_WORD, contact_id), noted)
    no_show = StartTimer(reminding.NO_SHOW, begun.id, now + reminding.NO_SHOW_AFTER)
    in_person = begun.form == Form.IN_PERSON  # then they are asked whether they are well
    asked = safety.begin(begun, now) if in_person else Decision(effects=(no_show,))
    return Decision(save=(begun,)) + met + Decision(effects=watched) + asked


def hindered(appointment: Appointment, busy: frozenset[PersonId]) -> Decision:
    """One of them is in touch with somebody else. Both are told kindly, and coordinators hear it."""
    missed = appointment.to(AppointmentStatus.MISSED)
    return Decision(
        save=(missed,),
        effects=(
            *(_could_not(missed, person, "you" if person in busy else "other")
              for person in missed.people),
            TellCoordinators(
                missed.programme,
                "alarm-appointment-hindered",
                {"code": missed.code, "when": missed.begins_at},
            ),
            Note("appointment-missed", missed.id, missed.programme, {"why": "in-contact"}),
        ),
    )  # fmt: skip


def slept_through(appointment: Appointment) -> Decision:
    """We did not run when the time came, and now it is over: the truth, and another time."""
    missed = appointment.to(AppointmentStatus.MISSED)
    return Decision(
        save=(missed,),
        effects=(
            *(_could_not(missed, person, "bot") for person in missed.people),
            TellCoordinators(
                missed.programme,
                "alarm-appointment-hindered",
                {"code": missed.code, "when": missed.begins_at},
            ),
            Note("appointment-missed", missed.id, missed.programme, {"why": "outage"}),
        ),
    )


def did_not_meet(appointment: Appointment) -> Decision:
    """They did not meet, and nobody is blamed: the receiver may find another time."""
    offered = Tell(
        appointment.receiver,
        "no-show-another-time",
        choices=("another-time", "talk", "other-doors"),
        about=appointment.id,
        code=appointment.code,
    )
    return Decision(save=(appointment.to(AppointmentStatus.MISSED),), effects=(offered,))


def withdrawn_quietly(request: Request, decision: Decision) -> Decision:
    """What somebody waited for is taken back because their appointment begins: nothing to say of it."""
    return Decision(
        decision.save,
        tuple(
            effect
            for effect in decision.effects
            if not (isinstance(effect, Tell) and effect.to == request.receiver)
        ),
    )


def _could_not(appointment: Appointment, person: PersonId, who: str) -> Tell:
    side = appointment.side_of(person)
    ways = ("another-time", "talk", "other-doors") if side == "receiver" else ()
    return Tell(
        person,
        "appointment-could-not-begin",
        {"when": appointment.begins_at, "who": who, "side": side},
        choices=ways,
        about=appointment.id,
        code=appointment.code,
    )
