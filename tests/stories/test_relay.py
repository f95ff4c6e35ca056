"""What two people write to each other: passed on as it was meant, and no more than that."""

import io

import pytest
from PIL import Image

from bot.platforms.platform import GaveUp, Letter, Message, Reaction, Retraction, Why
from bot.rehearsal.town import Town
from tests.stories.steps import in_touch


def picture() -> bytes:
    """A real picture, with a camera's notes in it."""
    data = io.BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "CAMERA-OF-ROSA"
    Image.new("RGB", (40, 30), "teal").save(data, "JPEG", exif=exif)
    return data.getvalue()


async def test_words_go_both_ways_under_names_made_for_this_one_contact(town: Town):
    rosa, mia = await in_touch(town)

    await mia.says("Hej, her er jeg")
    await rosa.says("Hi 👋, thank you")

    assert rosa.last().letter.mark.text_id == mia.last().letter.mark.text_id == "relay"
    his, hers = rosa.last().text.split(":")[0], mia.last().text.split(":")[0]
    assert his != hers
    assert "👋" in mia.last().text
    for shown in (*rosa.seen(), *mia.seen()):
        assert "rosa" not in shown.text.lower() and "mia" not in shown.text.lower()


async def test_another_contact_has_other_names(town: Town):
    rosa, mia = await in_touch(town)
    await mia.says("hello")
    names = {rosa.last().text.split(":")[0]}
    for volunteer in ("ida", "zoe"):  # two by chance may share one of sixty names; three do not
        await rosa.says("!end")
        for name in town.people:
            if name != "rosa":
                await town.people[name].says("off")
        _, giver = await in_touch(town, volunteer=volunteer)
        await giver.says("hello")
        names.add(rosa.last().text.split(":")[0])

    assert len(names) > 1


async def test_formatted_words_come_as_safe_html(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("very tired", html="<b>very</b> <script>alert(1)</script>tired")

    html = mia.last().letter.html
    assert html is not None and "<script" not in html and "very</" in html


async def test_a_reply_points_at_the_right_message_on_the_other_side(town: Town):
    rosa, mia = await in_touch(town)
    asked = await mia.says("How are you?")
    seen_by_rosa = rosa.last().id

    await rosa.says("Better", to=seen_by_rosa)

    assert mia.last().letter.reply_to == asked


async def test_a_changed_message_changes_on_the_other_side(town: Town):
    rosa, mia = await in_touch(town)
    message = await rosa.says("I am fnie")
    copy = mia.last()

    await rosa.edits(message, "I am fine")

    assert copy.text.endswith("I am fine")


async def test_a_change_after_the_end_is_said_not_to_have_reached_the_other(town: Town):
    rosa, mia = await in_touch(town)
    message = await rosa.says("I am fnie")
    copy = mia.last()
    await rosa.says("!end")
    rosa.heard()

    await rosa.edits(message, "I am fine")

    assert rosa.heard() == ["relay-not-changed"] and "is over" in rosa.last().text
    assert copy.text.endswith("fnie")


@pytest.mark.parametrize("changed", ["call me on 22 33 44 55", "   "])
async def test_a_change_does_not_slip_past_what_a_message_cannot(town: Town, changed):
    rosa, mia = await in_touch(town)
    message = await rosa.says("hello")
    copy = mia.last()
    rosa.heard()

    await rosa.edits(message, changed)

    assert rosa.heard() == ["relay-not-changed"]
    assert copy.text.endswith("hello")


async def test_what_is_taken_back_is_gone_on_the_other_side_also_after_the_end(town: Town):
    rosa, mia = await in_touch(town)
    first, second = await rosa.says("one"), await rosa.says("two")
    copies = mia.seen()[-2:]

    await rosa.deletes(first)
    await rosa.says("!end")
    await rosa.deletes(second)

    assert [copy.gone for copy in copies] == [True, True]


async def test_nobody_can_take_back_or_change_what_the_other_wrote(town: Town):
    rosa, mia = await in_touch(town)
    message = await mia.says("I was there, too")
    copy = rosa.last()

    await rosa.deletes(message)
    await rosa.edits(message, "I lied")

    assert not copy.gone and copy.text.endswith("I was there, too")


async def test_a_heart_is_a_heart_on_the_other_side_until_it_is_taken_back(town: Town):
    rosa, mia = await in_touch(town)
    message = await mia.says("You did well")
    letters: list[Letter] = []
    town.wire.trouble = letters.append

    heart = await rosa.reacts("❤️", rosa.last().id)
    (shown,) = letters
    assert isinstance(shown, Reaction) and (shown.message, shown.key) == (message, "❤️")
    await rosa.deletes(heart)

    assert isinstance(letters[-1], Retraction) and letters[-1].message != message


async def test_a_picture_comes_without_its_name_and_what_the_camera_noted(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.sends(picture(), name="IMG_rosa_at_home.jpg")

    file = mia.last().letter.file
    assert file is not None
    assert b"CAMERA-OF-ROSA" not in file.data and "rosa" not in file.name


@pytest.mark.parametrize(
    ("data", "name", "mime"),
    [
        (b"%PDF-1.7 hello", "cv.pdf", "application/pdf"),
        (b"<svg onload='x()'/>", "x.svg", "image/svg+xml"),
        (b"", "empty.png", "image/png"),
        (b"not a picture", "a.png", "image/png"),
    ],
)
async def test_a_file_that_is_not_passed_on_is_refused_with_the_reason(
    town: Town, data, name, mime
):
    rosa, mia = await in_touch(town)
    mia.heard()

    await rosa.sends(data, name=name, mime=mime)

    assert rosa.heard() == ["relay-not-delivered"]
    assert "could not say" not in rosa.last().text and "on my side" not in rosa.last().text
    assert mia.heard() == []


@pytest.mark.parametrize(
    "details", ["my number is 22 33 44 55", "rosa@example.org", "find me: instagram: rosa_h"]
)
async def test_a_way_to_find_each_other_is_held_back_until_its_writer_has_thought(
    town: Town, details
):
    rosa, mia = await in_touch(town)
    mia.heard(), rosa.heard()

    await rosa.says(details)
    assert rosa.heard() == ["relay-contact-details-ask"]
    assert mia.heard() == []
    await rosa.says("!2")
    assert rosa.heard() == ["relay-not-sent"]
    assert mia.heard() == []


async def test_what_is_sent_all_the_same_is_whole_and_answers_what_it_answered(town: Town):
    rosa, mia = await in_touch(town)
    asked = await mia.says("Where can I send the book?")
    await rosa.says("to *me*: rosa@example.org", html="to <em>me</em>: rosa@example.org",
                    to=rosa.last().id)  # fmt: skip
    mia.heard()

    await rosa.presses("send-anyway")

    assert mia.heard() == ["relay"]
    assert "rosa@example.org" in mia.last().text
    assert "<em>me</em>" in (mia.last().letter.html or "")
    assert mia.last().letter.reply_to == asked


async def test_an_account_is_covered_even_then_and_the_question_says_so(town: Town):
    rosa, mia = await in_touch(town)

    await rosa.says("I am @rosa.home:matrix.example")
    assert "!room" in rosa.last().text
    await rosa.presses("send-anyway")

    assert "rosa.home" not in mia.last().text


async def test_the_number_of_a_crisis_line_is_help_and_not_held_back(town: Town):
    rosa, mia = await in_touch(town)

    await mia.says("You could call 70 201 201")

    assert "70 201 201" in rosa.last().text


async def test_held_back_words_are_gone_with_the_contact(town: Town):
    rosa, mia = await in_touch(town)
    await rosa.says("22 33 44 55")
    held = rosa.last()
    await mia.says("!end")
    rosa.heard(), mia.heard()

    await rosa.presses("send-anyway", held)

    assert rosa.heard() == ["too-late", "status-nothing"]
    assert mia.heard() == []


async def test_what_does_not_arrive_is_told_to_whoever_wrote_it(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard()

    def nobody_home(letter: Letter) -> GaveUp | None:
        to_mia = isinstance(letter, Message) and letter.to == mia.address
        return GaveUp(why=Why.UNREACHABLE) if to_mia else None

    town.wire.trouble = nobody_home
    message = await rosa.says("Are you there?")

    assert rosa.heard() == ["relay-not-delivered"]
    assert rosa.last().letter.reply_to == message
    assert "cannot reach" in rosa.last().text


async def test_a_very_long_message_comes_shortened_with_a_word_about_it(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard()

    await rosa.says("word " * 10_000)

    assert rosa.heard() == ["too-long"]
    assert len(mia.last().text) < 4_100


async def test_an_empty_message_is_said_to_be_empty(town: Town):
    rosa, mia = await in_touch(town)
    rosa.heard(), mia.heard()

    await rosa.says("\u200b \u2060")

    assert rosa.heard() == ["empty-message"]
    assert mia.heard() == []
