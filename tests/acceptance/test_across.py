"""A pair from two platforms is an ordinary pair: one at our page, one at a Matrix client."""

import io
from pathlib import Path

import pytest
from PIL import Image

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
from tests.acceptance.seats import MatrixSeat, Seat, everything_is_marked, nothing_of_the_other
from tests.parts.js_client import JsClient
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

HIDDEN = "taken at home, Rosenvej"
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
        await _they_write(rosa, mia)
        await _what_is_changed_changes(rosa, mia)
        await _what_is_changed_changes(mia, rosa)
        await _pictures_pass_without_what_they_hide(rosa, mia)
        await _ways_to_find_each_other_are_held_back(rosa, mia)
        await _no_room_where_the_two_cannot_meet(rosa, mia)

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


async def _they_write(rosa: Seat, mia: Seat) -> None:
    said = await mia.says("Good evening, I am here *really* <b>here</b>")
    came = await rosa.reads_next("Good evening, I am here *really* <b>here</b>")
    assert came.text_id == "relay"
    back = await rosa.replies(came.id, "I am glad, @room and https://example.org/x")
    answer = await mia.reads_next("I am glad")
    assert answer.answers == said
    again = await mia.replies(answer.id, "so am I")
    reply = await rosa.reads_next("so am I")
    assert reply.answers == back

    await mia.hearts(answer.id)
    await rosa.sees_heart(back)
    await rosa.hearts(reply.id)
    await mia.sees_heart(again)

    for one, other in ((rosa, mia), (mia, rosa)):
        if isinstance(one, MatrixSeat):
            bold = {
                "msgtype": "m.text",
                "body": "that is **hard**",
                "format": "org.matrix.custom.html",
                "formatted_body": 'that is <b>hard</b><script>x</script><img src="mxc://a/b">',
            }
            await one.person.send_content(one.room, bold)
            form = (await other.reads_next("that is")).form
            assert "hard</" in form
            assert "script" not in form and "mxc" not in form


async def _what_is_changed_changes(one: Seat, other: Seat) -> None:
    said = await one.says("I am find")
    came = await other.reads_next("I am find")
    await one.edits(said, "I am fine")
    changed = await other.reads_next("I am fine")
    assert changed.id == came.id
    await one.takes_back(said)
    await other.sees_gone(came.id)


async def _pictures_pass_without_what_they_hide(rosa: Seat, mia: Seat) -> None:
    exif = Image.Exif()
    exif[0x010E] = HIDDEN  # ImageDescription
    for one, other in ((rosa, mia), (mia, rosa)):
        drawn = io.BytesIO()
        Image.new("RGB", (40, 30), (200, 30, 60)).save(drawn, "JPEG", exif=exif)
        assert HIDDEN.encode() in drawn.getvalue()
        await one.sends_picture(drawn.getvalue(), "rosa-at-home.jpg")
        received = await other.sees_picture()
        assert HIDDEN.encode() not in received
        assert Image.open(io.BytesIO(received)).size == (40, 30)
        assert not [raw for raw in await other.everything() if "rosa-at-home" in raw]


async def _ways_to_find_each_other_are_held_back(rosa: Seat, mia: Seat) -> None:
    for one, other in ((rosa, mia), (mia, rosa)):
        held = await asks(one, "write me at rosa@example.org", "relay-contact-details-ask")
        await one.answers(held, "do-not-send")
        await one.hears_next("relay-not-sent")
        await one.says("never mind")
        await other.reads_next("never mind")
        assert not [raw for raw in await other.everything() if "rosa@example.org" in raw]


async def _no_room_where_the_two_cannot_meet(rosa: Seat, mia: Seat) -> None:
    for one in (rosa, mia):
        assert "!room" not in (await asks(one, "!help", "help-in-contact")).body
        await asks(one, "!room", "room-not-possible")
    await rosa.says("we stay here, then")
    await mia.reads_next("we stay here, then")


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
