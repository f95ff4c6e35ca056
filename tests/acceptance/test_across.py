"""A pair from two platforms is an ordinary pair: one at our page, one at a Matrix client."""

from pathlib import Path

import pytest

from tests.acceptance.cast import a_night
from tests.acceptance.company import (
    applies,
    asks,
    becomes_a_volunteer,
    comes_in,
    get_in_touch,
    goes_on_duty,
    signs_in,
    takes_a_seat,
    wishes,
)
from tests.acceptance.promised import no_shield
from tests.acceptance.seats import MatrixSeat, everything_is_marked, nothing_of_the_other
from tests.acceptance.writing import (
    no_room_where_the_two_cannot_meet,
    pictures_pass_without_what_they_hide,
    they_write,
    ways_to_find_each_other_are_held_back,
    what_is_changed_changes,
)
from tests.parts.js_client import JsClient
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

ENGLISH = 'languages = ["en"]'


@pytest.mark.parametrize(
    ("receiver", "volunteer"),
    [("page", "nio"), ("page", "js"), ("js", "page"), ("nio", "page"), ("page", "page")],
)
@pytest.mark.timeout(240)
async def test_rosa_and_mia_talk_from_two_platforms_and_notice_nothing_of_it(
    synapse: Synapse, tmp_path: Path, receiver: str, volunteer: str
):
    async with a_night(synapse, tmp_path, more=ENGLISH, page=True) as night:
        mia = await takes_a_seat(night, volunteer, "mia")
        await becomes_a_volunteer(mia, night)
        await goes_on_duty(mia)
        rosa = await takes_a_seat(night, receiver, "rosa")
        await comes_in(rosa)

        await get_in_touch(rosa, mia)
        await they_write(rosa, mia)
        await what_is_changed_changes(rosa, mia)
        await what_is_changed_changes(mia, rosa)
        await pictures_pass_without_what_they_hide(rosa, mia)
        await ways_to_find_each_other_are_held_back(rosa, mia)
        await no_room_where_the_two_cannot_meet(rosa, mia)

        await rosa.says("!end")
        await rosa.hears_next("contact-ended")
        await mia.hears_next("contact-ended")
        await mia.answers(await mia.hears_next("debrief-ask"), "light")
        await mia.answers(await mia.hears_next("debrief-light"), "no-thanks")
        await mia.hears_next("debrief-thanks")

        for one, other in ((rosa, mia), (mia, rosa)):
            everything_is_marked(one)
            await nothing_of_the_other(one, other)
            if isinstance(one, MatrixSeat) and isinstance(one.person, JsClient):
                no_shield(one)


@pytest.mark.timeout(240)
async def test_two_coordinators_hear_the_same_and_what_one_decides_is_decided(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, more=ENGLISH, page=True) as night:
        karen, noor = night.karen, await signs_in(night, coordinates=True)
        rosa = await takes_a_seat(night, "page", "rosa")
        await comes_in(rosa)

        mia = await takes_a_seat(night, "nio", "mia")
        await comes_in(mia)
        await applies(mia)
        at_noors = await noor.hears_next("volunteer-application")
        in_the_room = await karen.hears("volunteer-application")
        await noor.answers(at_noors, "approve-volunteer")
        await noor.hears_next("approve-done")
        await mia.hears_next("volunteer-approved")
        await karen.reacts(in_the_room, "turn-down")
        await karen.hears("too-late")

        ali = await takes_a_seat(night, "page", "ali")
        await comes_in(ali)
        await applies(ali)
        at_noors = await noor.hears_next("volunteer-application")
        await karen.reacts(await karen.hears("volunteer-application"), "turn-down")
        await karen.hears("volunteers-turned-down")
        await noor.answers(at_noors, "approve-volunteer")
        await noor.hears_next("too-late")

        code = await wishes(rosa)
        assert code in (await asks(noor, "queue", "queue-row")).body
        assert code in (await karen.asks("queue", "queue-row")).body
        card = await asks(rosa, "akut", "crisis-card")
        await rosa.answers(card, "tell-coordinator")
        await rosa.hears_next("crisis-coordinator-told")
        in_the_room = await karen.hears("alarm-crisis")
        await noor.answers(await noor.hears_next("alarm-crisis"), "write-to-them")
        await noor.hears_next("contact-opened")
        assert "a coordinator" in (await rosa.hears_next("contact-opened")).body
        await noor.says("I am with you")
        await rosa.reads_next("I am with you")
        await karen.reacts(in_the_room, "write-to-them")
        await karen.hears("too-late")
        await rosa.says("thank you")
        await noor.reads_next("thank you")
        await noor.says("!end")
        await rosa.hears_next("contact-ended")
        everything_is_marked(noor)
        for one, other in ((rosa, noor), (noor, rosa), (rosa, mia)):
            await nothing_of_the_other(one, other)
