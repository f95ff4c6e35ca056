"""Several questions answered at once, where a platform has forms: nothing is lost, nothing asked twice."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest_asyncio

from bot.domain.ids import PersonId
from bot.domain.programme import Form
from bot.programmes.loading import load
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Shown
from storage import appointments, dialogues, people, requests
from storage.database import Transaction
from tests.stories.several_platforms import OFF_DISCORD, BroadTown


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[BroadTown]:
    town = await BroadTown.begin(tmp_path, config=OFF_DISCORD)
    yield town
    await town.close()


async def _rosa(town: BroadTown) -> Townsperson:
    rosa = await town.receiver("rosa@discord")
    rosa.heard()
    return rosa


def _asked(person: Townsperson) -> Shown:
    return next(s for s in reversed(person.seen()) if s.letter.form is not None)


async def _id(town: BroadTown, person: Townsperson) -> PersonId:
    known = await town.database.read(people.recognise, person.address)
    assert known is not None
    return known.id


async def test_rosa_answers_all_at_once_and_is_looked_for(town: BroadTown):
    rosa, mia = await _rosa(town), await town.volunteer("mia")
    await rosa.says("talk")
    form = _asked(rosa).letter.form
    assert form is not None and form.label == "Answer it all at once"
    rosa.heard()

    await rosa.fills_in(_asked(rosa), language="en", note="I have until nine")

    assert rosa.heard() == ["talk-looking"]
    assert "offer" in mia.heard()
    whose = await _id(town, rosa)
    request = await town.database.read(requests.waiting_by, whose)
    assert request is not None
    assert (request.language, request.note) == ("en", "I have until nine")


async def test_what_is_left_out_is_skipped_if_it_may_be(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("talk")
    rosa.heard()
    await rosa.fills_in(_asked(rosa), language="", note="")
    assert rosa.heard() == ["talk-looking"]


async def test_what_must_be_chosen_and_was_not_is_asked_as_ever_and_the_rest_is_kept(
    tmp_path: Path,
):
    several = replace(load("drop-in"), forms=(Form.CHAT, Form.VOICE))
    town = await BroadTown.begin(tmp_path, config=OFF_DISCORD, programme=several)
    ann = await _rosa(town)
    await ann.says("volunteer")
    ann.heard()
    await ann.fills_in(_asked(ann), languages="en,klingon", forms="")
    assert ann.heard() == ["apply-forms-ask"]
    await ann.presses(ann.last().letter.choices[0].id)
    assert ann.heard()[-1] == "volunteer-applied"
    await town.close()


async def test_a_time_that_is_not_understood_costs_nothing_else(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("book")
    rosa.heard()
    filled = {"length": "half-hour", "form": "", "language": "en", "note": "by the back door"}
    await rosa.fills_in(_asked(rosa), when="when the moon is full", **filled)
    assert rosa.heard() == ["book-when-not-understood"]

    await rosa.says("on Thursday at 10:30")

    assert rosa.heard()[-1] == "book-proposed"
    assert "30 minutes" in rosa.last().text
    await rosa.presses("confirm-yes")
    (booked,) = await town.database.read(_booked, await _id(town, rosa))
    assert booked.note == "by the back door" and booked.minutes == 30


async def test_a_time_that_needs_a_question_back_is_asked_and_then_it_goes_on(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("book")
    rosa.heard()
    await rosa.fills_in(
        _asked(rosa), when="on Thursday", length="full-hour", language="en", note=""
    )
    assert rosa.heard() == ["book-when-unclear"]
    await rosa.says("at 14")
    assert rosa.heard()[-1] == "book-proposed"
    assert "one hour" in rosa.last().text or "60 minutes" in rosa.last().text


async def test_words_of_danger_in_a_form_are_answered_first_and_the_form_counts(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("talk")
    rosa.heard()
    await rosa.fills_in(_asked(rosa), language="en", note="I want to die")
    assert rosa.heard() == ["crisis-card", "talk-looking"]


async def test_a_form_sent_after_it_was_left_says_where_one_is(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("talk")
    form = _asked(rosa)
    await rosa.says("stop")
    rosa.heard()
    await rosa.fills_in(form, language="en", note="too late")
    assert rosa.heard()[0] == "too-late"
    assert await town.database.read(requests.waiting_by, await _id(town, rosa)) is None


async def test_a_form_sent_after_one_answer_was_typed_counts_whole(town: BroadTown):
    rosa = await _rosa(town)
    await rosa.says("talk")
    form = _asked(rosa)
    await rosa.says("1")
    assert rosa.heard()[-1] == "talk-note-ask"
    await rosa.fills_in(form, language="da", note="with me in Danish after all")
    assert rosa.heard() == ["talk-looking"]
    request = await town.database.read(requests.waiting_by, await _id(town, rosa))
    assert request is not None and request.language == "da"


async def test_a_form_of_somebody_else_is_not_theirs(town: BroadTown):
    rosa, ben = await _rosa(town), await town.receiver("ben@discord")
    await rosa.says("talk")
    await ben.says("talk")
    ben.heard(), rosa.heard()
    await ben.fills_in(_asked(rosa), language="en", note="let me in")
    assert ben.heard()[0] == "too-late" and not rosa.heard()
    kept = await town.database.read(dialogues.of, await _id(town, rosa))
    assert kept is not None and "note" not in kept.answers and "language" not in kept.answers


def _booked(db: Transaction, person: PersonId):
    return appointments.received_by(db, person)
