"""What follows for a wish that waits, an offer that is answered, two who meet and part."""

from datetime import timedelta

import pytest

from bot.domain import duty, meeting, offering, parting, waiting
from bot.domain.contact import Contact, EndedBy
from bot.domain.decision import (
    NOTHING,
    Amend,
    CloseQuestions,
    StartTimer,
    StopTimer,
    Tell,
    TellCoordinators,
)
from bot.domain.ids import ContactId, OfferId, PersonId
from bot.domain.lifecycle import OfferStatus, RequestStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from bot.domain.request import Offer, Request
from tests.domain.people import NOW, PROGRAMME, ROSA, contact, offer, request, volunteer


def told(decision, to=None):
    return [e.text for e in decision.effects if isinstance(e, Tell) and to in (None, e.to)]


def the(kind, decision):
    (found,) = (thing for thing in decision.save if isinstance(thing, kind))
    return found


def test_a_wish_is_watched_over_from_its_first_moment():
    begun = waiting.begin(request(), PROGRAMME, NOW)

    started = {e.kind: e.due - NOW for e in begun.effects if isinstance(e, StartTimer)}
    assert started == {
        waiting.SIGN_OF_LIFE: timedelta(minutes=2),
        waiting.ALARM: timedelta(minutes=5),
        waiting.GIVE_UP: timedelta(minutes=30),
    }
    assert told(begun) == ["talk-looking"]


def test_signs_of_life_are_never_closer_than_two_minutes_and_never_hurry():
    pauses = [waiting.until_next_sign(signs, PROGRAMME) for signs in range(12)]

    assert pauses[0] == timedelta(minutes=2)
    assert pauses == sorted(pauses)
    assert pauses[-1] == timedelta(minutes=8)


def test_when_nobody_can_be_asked_it_is_tried_again_and_nothing_else_changes():
    decided = waiting.ask(request(), [], PROGRAMME, [], NOW)

    assert the(Request, decided).status is RequestStatus.OPEN
    assert [type(e) for e in decided.effects] == [StartTimer]


@pytest.mark.parametrize("over", [RequestStatus.MATCHED, RequestStatus.WITHDRAWN])
def test_nothing_is_said_for_a_wish_that_no_longer_waits(over):
    gone = request(status=over)

    assert waiting.sign_of_life(gone, 0, PROGRAMME, NOW) == NOTHING
    assert waiting.alarm(gone, 0, NOW) == NOTHING
    assert waiting.give_up(gone, [], NOW) == NOTHING


def test_giving_up_is_told_and_takes_every_question_back():
    given_up = waiting.give_up(request(), [offer("mia"), offer("ida")], NOW)

    assert the(Request, given_up).status is RequestStatus.UNMET
    assert told(given_up, ROSA) == ["talk-nobody-free"]
    assert [e.text for e in given_up.effects if isinstance(e, Amend)] == ["offer-recalled"] * 2
    assert any(isinstance(e, TellCoordinators) for e in given_up.effects)
    stopped = {e.kind for e in given_up.effects if isinstance(e, StopTimer)}
    assert set(waiting.TIMERS) <= stopped


def test_waiting_on_after_that_begins_afresh_at_the_front():
    unmet = request(status=RequestStatus.UNMET, wave=4, signs=9, wished_for=PersonId("mia"))

    again = the(Request, waiting.keep_looking(unmet, PROGRAMME, NOW + timedelta(hours=1)))

    assert (again.front, again.wave, again.signs, again.wished_for) == (True, 0, 0, None)
    assert again.waiting_since == NOW + timedelta(hours=1) and again.opened_at == NOW


def test_waiting_on_for_what_was_taken_back_is_refused():
    with pytest.raises(Refusal, match="too-late"):
        waiting.keep_looking(request(status=RequestStatus.WITHDRAWN), PROGRAMME, NOW)


def test_an_offer_is_not_sent_after_it_has_lapsed():
    put = offering.offer(request(), volunteer(), PROGRAMME, OfferId("o"), NOW)

    (letter,) = (e for e in put.effects if isinstance(e, Tell))
    assert letter.expires == the(Offer, put).lapses_at == NOW + timedelta(minutes=15)
    assert letter.choices == ("accept", "decline")


def test_the_last_no_asks_on_at_once_and_an_earlier_one_does_not():
    mine, hers = offer("mia"), offer("ida")
    asked = request(status=RequestStatus.OFFERED)

    last = offering.decline(mine, asked, [mine], NOW)
    not_last = offering.decline(mine, asked, [mine, hers], NOW)

    assert any(isinstance(e, StartTimer) and e.due == NOW for e in last.effects)
    assert the(Request, last).status is RequestStatus.OPEN
    assert not any(isinstance(e, StartTimer) for e in not_last.effects)


def test_one_yes_wins_and_a_later_one_changes_nothing():
    mine, hers = offer("mia"), offer("ida")
    asked = request(status=RequestStatus.OFFERED)

    won = meeting.accept(mine, asked, [mine, hers], PROGRAMME, ContactId("c" * 26), NOW)
    late = meeting.accept(
        hers.to(OfferStatus.SUPERSEDED), asked, [], PROGRAMME, ContactId("d" * 26), NOW
    )

    assert the(Contact, won).volunteer == "mia"
    assert [e.text for e in won.effects if isinstance(e, Amend)] == [
        "offer-accepted",
        "offer-taken",
    ]
    assert late.save == () and told(late) == ["offer-taken"]


def test_nobody_is_put_in_touch_with_themselves():
    with pytest.raises(Refusal, match="not-with-yourself"):
        meeting.begin(request(), ROSA, PROGRAMME, ContactId("c" * 26), NOW)


def test_it_is_made_longer_once():
    longer = the(Contact, meeting.extend(contact(), PROGRAMME))

    assert longer.ends_at == NOW + timedelta(minutes=60)
    with pytest.raises(Refusal, match="already-extended"):
        meeting.extend(longer, PROGRAMME)


def test_the_end_stops_every_clock_closes_every_question_and_gives_rest():
    over = parting.end(contact(), EndedBy.TIME, volunteer(), PROGRAMME, NOW)

    assert {e.kind for e in over.effects if isinstance(e, StopTimer)} >= set(meeting.TIMERS)
    assert any(isinstance(e, CloseQuestions) for e in over.effects)
    assert the(Volunteer, over).rest_until == NOW + timedelta(minutes=15)
    assert the(Volunteer, over).on_duty(NOW)


def test_whoever_dropped_a_contact_is_not_asked_until_they_say_so():
    over = parting.end(contact(), EndedBy.DROP, volunteer(), PROGRAMME, NOW)

    assert not the(Volunteer, over).on_duty(NOW)


def test_a_longer_rest_is_never_cut_by_a_shorter_one():
    resting = volunteer(rest_until=NOW + timedelta(hours=9))

    over = parting.end(contact(), EndedBy.TIME, resting, PROGRAMME, NOW)

    assert the(Volunteer, over).rest_until == NOW + timedelta(hours=9)


def test_duty_is_cut_to_what_the_programme_allows_also_when_it_is_renewed():
    fresh = volunteer(on_duty_since=None, on_duty_until=None)
    first = the(Volunteer, duty.on(fresh, NOW + timedelta(hours=9), [], PROGRAMME, NOW))
    assert first.on_duty_until == NOW + timedelta(hours=3)

    later = NOW + timedelta(hours=2)
    again = the(Volunteer, duty.on(first, later + timedelta(hours=3), [], PROGRAMME, later))

    assert again.on_duty_until == NOW + timedelta(hours=3)


def test_a_week_that_is_full_has_no_more_duty_in_it():
    fresh = volunteer(on_duty_since=None, on_duty_until=None)
    week = [(NOW - timedelta(days=n, hours=3), NOW - timedelta(days=n)) for n in range(1, 5)]

    with pytest.raises(Refusal, match="duty-enough"):
        duty.on(fresh, NOW + timedelta(hours=1), week, PROGRAMME, NOW)


@pytest.mark.parametrize(("feeling", "on"), [("light", True), ("okay", True), ("heavy", False)])
def test_only_a_heavy_contact_takes_off_duty(feeling, on):
    after = duty.debriefed(volunteer(), feeling, PROGRAMME, NOW)

    assert after.on_duty(NOW) is on
    assert (after.rest_until == NOW + timedelta(hours=24)) is not on
