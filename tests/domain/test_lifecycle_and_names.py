"""Steps that may be taken, names that may be given, codes that can be read aloud."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import pseudonyms
from bot.domain.contact import EndedBy
from bot.domain.ids import CODE_LETTERS, code_of
from bot.domain.lifecycle import (
    APPOINTMENT_STEPS,
    CONTACT_STEPS,
    OFFER_STEPS,
    REQUEST_STEPS,
    VOLUNTEER_STEPS,
    ContactStatus,
    IllegalStep,
    RequestStatus,
    VolunteerStatus,
    step,
)
from tests.domain.people import NOW, contact, offer, request

IDS = st.text(alphabet="0123456789abcdefghijklmnopqrstuv", min_size=26, max_size=26)
TABLES = (REQUEST_STEPS, OFFER_STEPS, CONTACT_STEPS, APPOINTMENT_STEPS, VOLUNTEER_STEPS)


@pytest.mark.parametrize("table", TABLES)
def test_every_status_has_its_place_and_leads_only_to_statuses(table):
    kind: Any = type(next(iter(table)))

    assert set(table) == set(kind)
    assert all(set(then) <= set(kind) for then in table.values())


@pytest.mark.parametrize("table", TABLES)
def test_staying_is_no_step_and_what_is_not_in_the_table_is_our_bug(table):
    for now, allowed in table.items():
        assert step(table, now, now) is now
        for then in set(table) - allowed - {now}:
            with pytest.raises(IllegalStep):
                step(table, now, then)


def test_what_was_taken_back_is_never_taken_up_again():
    taken_back = request(status=RequestStatus.WITHDRAWN)
    with pytest.raises(IllegalStep):
        taken_back.to(RequestStatus.OPEN)


def test_nobody_becomes_active_without_being_approved_or_taken_back_in():
    ways = {now for now, then in VOLUNTEER_STEPS.items() if VolunteerStatus.ACTIVE in then}
    assert ways == {
        VolunteerStatus.APPLIED,
        VolunteerStatus.IN_TRAINING,
        VolunteerStatus.SUSPENDED,
    }


@given(IDS)
def test_the_two_of_a_contact_have_different_names(id):
    one, other = pseudonyms.pair(id)
    assert one != other and {one, other} <= set(pseudonyms.NAMES)


@given(IDS, st.sets(st.sampled_from(pseudonyms.NAMES)))
def test_a_volunteers_name_is_nobody_elses(id, taken):
    assert pseudonyms.free(id, frozenset(taken)) not in taken


@given(IDS)
def test_when_all_names_are_taken_they_are_numbered(id):
    name = pseudonyms.free(id, frozenset(pseudonyms.NAMES))
    assert name.endswith(" 2")


@given(IDS)
def test_a_code_is_six_letters_that_cannot_be_misread(id):
    code = code_of(id)
    assert len(code) == 6 and set(code) <= set(CODE_LETTERS)
    assert not set("IO01") & set(CODE_LETTERS)


def test_a_contact_ends_once_and_each_side_is_known_by_the_others_name():
    over = contact().ended(EndedBy.RECEIVER, NOW)

    assert over.status is ContactStatus.ENDED and over.ended_at == NOW
    assert over.other(over.receiver) == over.volunteer
    assert over.name_of(over.volunteer) == "Lind"


@pytest.mark.parametrize(("by", "counts"), [("drop", False), ("handover", False), ("time", True)])
def test_only_a_talk_that_was_one_counts(by, counts):
    assert contact(ended_by=EndedBy(by)).counts is counts


def test_things_do_not_show_what_they_are_about():
    shown = repr((request(note="a secret"), contact(), offer()))
    assert "secret" not in shown and "grief" not in shown
