"""The hard rules: who may be asked at all."""

from datetime import time, timedelta

import pytest

from bot.domain.fitness import OF_THE_PERSON, Candidate, Load, Unfit, is_quiet, reasons, unfit
from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import OwnLimits
from tests.domain.people import NOW, PROGRAMME, request, volunteer


def why_not(candidate: Candidate, **wish: object) -> Unfit | None:
    return unfit(candidate, request(**wish), PROGRAMME, NOW, widened=False)


def test_somebody_active_on_duty_rested_and_fitting_may_be_asked():
    assert why_not(Candidate(volunteer=volunteer())) is None


@pytest.mark.parametrize(
    ("candidate", "reason"),
    [
        (Candidate(volunteer=volunteer(person=PersonId("rosa"))), Unfit.SELF),
        (Candidate(volunteer=volunteer(), never=True), Unfit.NEVER_AGAIN),
        (Candidate(volunteer=volunteer(status=VolunteerStatus.SUSPENDED)), Unfit.NOT_ACTIVE),
        (Candidate(volunteer=volunteer(on_duty_until=NOW)), Unfit.OFF_DUTY),
        (Candidate(volunteer=volunteer(on_duty_until=None)), Unfit.OFF_DUTY),
        (Candidate(volunteer=volunteer(languages=frozenset({"en"}))), Unfit.LANGUAGE),
        (Candidate(volunteer=volunteer(forms=frozenset())), Unfit.FORM),
        (Candidate(volunteer=volunteer(topics=frozenset({"eating"}))), Unfit.TOPIC),
        (Candidate(volunteer=volunteer(), load=Load(in_contact=True)), Unfit.IN_CONTACT),
        (Candidate(volunteer=volunteer(), load=Load(being_asked=True)), Unfit.BEING_ASKED),
        (Candidate(volunteer=volunteer(), asked_before=True), Unfit.ASKED_BEFORE),
        (Candidate(volunteer=volunteer(rest_until=NOW + timedelta(minutes=1))), Unfit.RESTING),
        (Candidate(volunteer=volunteer(), load=Load(contacts_today=2)), Unfit.DAY_CAP),
        (Candidate(volunteer=volunteer(), load=Load(asks_today=6)), Unfit.ASK_CAP),
        (
            Candidate(volunteer=volunteer(), load=Load(contact_minutes_this_week=12 * 60 - 44)),
            Unfit.WEEK_CAP,
        ),
    ],
)
def test_each_rule_alone_is_enough_not_to_ask(candidate, reason):
    assert why_not(candidate) is reason


@pytest.mark.parametrize(
    "load",
    [Load(contacts_today=1), Load(asks_today=5), Load(contact_minutes_this_week=12 * 60 - 45)],
)
def test_just_below_a_cap_is_below_it(load):
    assert why_not(Candidate(volunteer=volunteer(), load=load)) is None


def test_own_caps_hold_when_they_are_lower_and_never_when_they_are_higher():
    modest = volunteer(limits=OwnLimits(contacts_a_day=1))
    eager = volunteer(limits=OwnLimits(contacts_a_day=9))

    assert why_not(Candidate(volunteer=modest, load=Load(contacts_today=1))) is Unfit.DAY_CAP
    assert why_not(Candidate(volunteer=eager, load=Load(contacts_today=2))) is Unfit.DAY_CAP


def test_a_wish_without_topics_suits_everybody_and_widening_looks_past_topics_only():
    stranger = Candidate(volunteer=volunteer(topics=frozenset()))
    asleep = Candidate(volunteer=volunteer(topics=frozenset(), on_duty_until=NOW))

    assert why_not(stranger, topics=frozenset()) is None
    assert unfit(stranger, request(), PROGRAMME, NOW, widened=True) is None
    assert unfit(asleep, request(), PROGRAMME, NOW, widened=True) is Unfit.OFF_DUTY


def test_the_gravest_reason_is_told_first():
    candidate = Candidate(volunteer=volunteer(on_duty_until=NOW), never=True)

    assert reasons(candidate, request(), PROGRAMME, NOW, widened=False) == (
        Unfit.NEVER_AGAIN,
        Unfit.OFF_DUTY,
    )


def test_a_coordinator_may_look_past_nothing_that_protects_people():
    protects = set(Unfit) - OF_THE_PERSON
    assert {Unfit.NEVER_AGAIN, Unfit.RESTING, Unfit.DAY_CAP, Unfit.QUIET, Unfit.SELF} <= protects


@pytest.mark.parametrize(("start", "end", "quiet"), [(20, 8, True), (21, 8, False), (8, 21, True)])
def test_quiet_hours_are_by_the_volunteers_own_clock_and_may_pass_midnight(start, end, quiet):
    mia = volunteer(limits=OwnLimits(quiet_from=time(start), quiet_to=time(end)))

    assert is_quiet(mia, PROGRAMME, NOW) is quiet, "it is eight in the evening for her"
