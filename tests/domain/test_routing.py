"""Whom to ask next: a pure choice."""

from datetime import timedelta

from bot.domain import routing
from bot.domain.fitness import Candidate
from bot.domain.ids import PersonId
from tests.domain.people import NOW, PROGRAMME, request, volunteer


def chosen(*people, **wish):
    candidates = [Candidate(volunteer=person) for person in people]
    return [v.person for v in routing.choose(request(**wish), candidates, PROGRAMME, NOW)]


def test_at_most_a_wave_the_longest_rested_first():
    people = [
        volunteer(name, last_contact_at=NOW - timedelta(days=days))
        for name, days in (("ida", 1), ("bo", 9), ("eva", 4), ("kai", 2))
    ]

    assert chosen(*people) == ["bo", "eva", "kai"]


def test_somebody_who_never_had_a_contact_goes_before():
    assert chosen(volunteer("ida", last_contact_at=NOW - timedelta(days=99)), volunteer("bo")) == [
        "bo",
        "ida",
    ]


def test_the_wished_for_is_asked_alone_in_the_first_wave_and_others_after_that():
    people = [volunteer("ida"), volunteer("bo"), volunteer("eva")]

    assert chosen(*people, wished_for=PersonId("eva")) == ["eva"]
    assert len(chosen(*people, wished_for=PersonId("eva"), wave=1)) == 3
    assert len(chosen(*people, wished_for=PersonId("nobody"))) == 3


def test_when_the_topic_fits_nobody_others_are_asked_at_once():
    assert chosen(volunteer("ida", topics=frozenset({"eating"}))) == ["ida"]


def test_when_it_fits_somebody_others_wait_until_it_is_widened():
    fits, does_not = volunteer("ida"), volunteer("bo", topics=frozenset({"eating"}))

    assert chosen(fits, does_not) == ["ida"]
    assert set(chosen(fits, does_not, wave=2)) == {"ida", "bo"}


def test_nobody_is_chosen_when_nobody_may_be_asked():
    assert chosen() == []
    assert chosen(volunteer("ida", on_duty_until=NOW)) == []


def test_the_same_people_in_any_order_give_the_same_choice():
    people = [volunteer(name) for name in ("ida", "bo", "eva", "kai")]

    assert chosen(*people) == chosen(*reversed(people))
