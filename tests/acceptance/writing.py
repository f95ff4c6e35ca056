"""What two people in touch do with words, whatever platforms they are on."""

import io

from PIL import Image

from tests.acceptance.company import asks
from tests.acceptance.seats import MatrixSeat, Seat

HIDDEN = "taken at home, Rosenvej"


async def they_write(rosa: Seat, mia: Seat) -> None:
    """Words, answers and hearts, both ways."""
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


async def what_is_changed_changes(one: Seat, other: Seat) -> None:
    """One changes a message, and takes it back."""
    said = await one.says("I am find")
    came = await other.reads_next("I am find")
    await one.edits(said, "I am fine")
    changed = await other.reads_next("I am fine")
    assert changed.id == came.id
    await one.takes_back(said)
    await other.sees_gone(came.id)


async def pictures_pass_without_what_they_hide(rosa: Seat, mia: Seat) -> None:
    """A picture each way."""
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


async def ways_to_find_each_other_are_held_back(rosa: Seat, mia: Seat) -> None:
    """Until their writer says yes; here they say no."""
    for one, other in ((rosa, mia), (mia, rosa)):
        held = await asks(one, "write me at rosa@example.org", "relay-contact-details-ask")
        await one.answers(held, "do-not-send")
        await one.hears_next("relay-not-sent")
        await one.says("never mind")
        await other.reads_next("never mind")
        assert not [raw for raw in await other.everything() if "rosa@example.org" in raw]


async def no_room_where_the_two_cannot_meet(rosa: Seat, mia: Seat) -> None:
    """Neither is told of one, nor given one."""
    for one in (rosa, mia):
        assert "!room" not in (await asks(one, "!help", "help-in-contact")).body
        await asks(one, "!room", "room-not-possible")
    await rosa.says("we stay here, then")
    await mia.reads_next("we stay here, then")
