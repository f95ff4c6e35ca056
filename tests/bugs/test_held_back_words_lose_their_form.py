"""What was held back and then sent lost its form, its picture and what it answered; an edit slipped by."""

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch
from tests.stories.test_relay import picture


async def test_a_picture_with_a_number_under_it_is_sent_with_its_picture(town: Town):
    from bot.messages import IncomingFile, Said

    rosa, mia = await in_touch(town)
    mia.heard()
    town.wire.files["$photo"] = data = picture()
    file = IncomingFile(handle="$photo", name="a.jpg", mime="image/jpeg", size=len(data))
    await town.happens(
        Said(id="e:photo", at=town.now, sender=rosa.address, place=rosa.place, message="$photo",
             text="22 33 44 55", file=file)
    )  # fmt: skip
    assert mia.heard() == []

    await rosa.presses("send-anyway")

    assert mia.last().letter.file is not None and "22 33 44 55" in mia.last().text


async def test_a_number_in_the_html_alone_is_noticed(town: Town):
    rosa, mia = await in_touch(town)
    mia.heard()

    await rosa.says("hi", html="hi, <b>22</b> 33 44 55")

    assert rosa.last().letter.mark.text_id == "relay-contact-details-ask"
    assert mia.heard() == []


async def test_an_edit_cannot_bring_what_a_message_could_not(town: Town):
    rosa, mia = await in_touch(town)
    message = await rosa.says("hi")

    await rosa.edits(message, "22 33 44 55")

    assert rosa.last().letter.mark.text_id == "relay-not-changed"
    assert mia.last().text.endswith("hi")
