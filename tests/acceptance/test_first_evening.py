"""Rosa's first evening: from a shy message to the goodbye, with two kinds of client."""

import io
import json
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.at_bot import AtBot
from tests.acceptance.cast import Night, a_night, comes_in, goes_on_duty
from tests.acceptance.promised import everything_is_marked, no_shield, nothing_of_the_other
from tests.parts.seen import Seen
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]

HIDDEN = "taken at home, Rosenvej"


@pytest.mark.timeout(300)
async def test_rosa_finds_somebody_to_talk_to_and_neither_learns_who_the_other_is(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, contacts=2) as night:
        rosa = await night.with_js("rosa")
        await rosa.asks("112", "crisis-card")
        await _first_words(rosa)
        code = await _wishes_to_talk(rosa)

        rows = await night.karen.asks("queue", "queue-row")
        assert code in rows.body
        mia = await night.with_nio("mia")
        name = await _mia_becomes_a_volunteer(mia, night)
        assert name in (await night.karen.asks("volunteers", "volunteers-row")).body

        await goes_on_duty(mia)
        offer = await mia.hears("offer")
        assert offer.about == code
        await mia.person.sees_reaction(offer.id, "2️⃣")
        await mia.reacts(offer, "accept")
        await rosa.hears("contact-opened")
        opened = await mia.hears("contact-opened")
        assert "my brother" in opened.body

        await _they_write(rosa, mia)
        await _a_picture_passes_without_what_it_hides(rosa, mia)
        await _words_for_the_bot_stay_with_the_bot(rosa, mia, night)

        await rosa.says("!end")
        await rosa.hears("contact-ended")
        await mia.hears("contact-ended")
        debrief = await mia.hears("debrief-ask")
        await mia.reacts(debrief, "light")
        thanks = await mia.hears("debrief-light")
        await mia.reacts(thanks, "no-thanks")
        await mia.hears("debrief-thanks")

        await _the_same_again_until_the_limit(rosa, mia)

        for one, other in ((rosa, mia), (mia, rosa)):
            everything_is_marked(one)
            nothing_of_the_other(one, other)
            nothing_of_the_other(one, night.karen)
        no_shield(rosa)
        assert rosa.heard("welcome")[0].body.count("\n") < 8
        for text in ("welcome", "consent-thanks"):
            assert len(rosa.heard(text)) == len(mia.heard(text)) == 1, text


async def _first_words(rosa: AtBot) -> None:
    await rosa.says("Hello, is anybody there? I do not know how this works")
    await rosa.hears("welcome")
    await rosa.hears("language-ask")
    adult = await rosa.asks("english", "adult-ask")
    await rosa.asks("crisis", "crisis-card")
    await rosa.person.sees_reaction(adult.id, "2️⃣")
    await rosa.reacts(adult, "adult-yes")
    await rosa.hears("consent-ask")
    await rosa.asks("hmm, what?", "not-a-choice")
    again = await rosa.hears("consent-ask")
    await rosa.types_number(again, "consent-yes")
    await rosa.hears("consent-thanks")


async def _wishes_to_talk(rosa: AtBot) -> str:
    topics = await rosa.asks("talk", "talk-topics-ask")
    assert "anxiety" in topics.choices
    language = await rosa.asks("1, 9", "talk-language-ask")
    await rosa.asks("crisis", "crisis-card")
    await rosa.reacts(language, "en")
    await rosa.hears("talk-note-ask")
    looking = await rosa.asks("It is about my brother", "talk-looking")
    assert looking.about and re.fullmatch("[A-Z0-9]{4,8}", looking.about)
    await rosa.asks("status", "status-waiting")
    await rosa.asks("talk", "talk-already-looking")
    return looking.about


async def _mia_becomes_a_volunteer(mia: AtBot, night: Night) -> str:
    await comes_in(mia)
    await mia.says("volunteer")
    await mia.hears("volunteer-intro")
    await mia.hears("apply-topics-ask")
    await mia.asks("1, 9", "apply-languages-ask")
    await mia.asks("english", "volunteer-applied")
    await mia.asks("duty", "volunteer-still-applied")
    application = await night.karen.hears("volunteer-application")
    await night.karen.person.sees_reaction(application.id, "2️⃣")
    await night.karen.reacts(application, "approve-volunteer")
    await mia.hears("volunteer-approved")
    done = await night.karen.hears("approve-done")
    rows = [row.body.split(" · ")[0] for row in await _rows(night)]
    (name,) = (name for name in rows if name in done.body)
    return name


async def _rows(night: Night) -> list[Seen]:
    return [await night.karen.asks("volunteers", "volunteers-row")]


async def _they_write(rosa: AtBot, mia: AtBot) -> None:
    said = await mia.says("Good evening, I am here")
    came = await rosa.reads("Good evening, I am here")
    assert came.text_id == "relay"
    back = await rosa.replies(came.id, "I am glad, @room and https://example.org/x")
    answer = await mia.reads("I am glad")
    assert answer.content["m.relates_to"]["m.in_reply_to"]["event_id"] == said
    assert answer.content["m.mentions"] == {}

    await mia.person.react(mia.room, answer.id, "❤️")
    await rosa.person.sees_reaction(back, "❤️", 40)
    await mia.person.edit(mia.room, said, "Good evening, I am here for you")
    edit = await rosa.reads("here for you")
    assert edit.replaces == came.id

    rash = await rosa.says("I should not have said this")
    shown = await mia.reads("I should not have said this")
    await rosa.person.redact(rosa.room, rash)
    await mia.person.sees_redaction(shown.id, 40)

    bold: dict[str, str] = {
        "msgtype": "m.text",
        "body": "that is **hard**",
        "format": "org.matrix.custom.html",
        "formatted_body": 'that is <b>hard</b><script>x</script><img src="mxc://a/b">',
    }
    await mia.person.send_content(mia.room, bold)
    formatted = (await rosa.reads("that is")).content["formatted_body"]
    assert "hard</" in formatted
    assert "script" not in formatted and "mxc" not in formatted

    held = await rosa.asks("write me at rosa@example.org", "relay-contact-details-ask")
    await rosa.reacts(held, "do-not-send")
    await rosa.hears("relay-not-sent")


async def _a_picture_passes_without_what_it_hides(rosa: AtBot, mia: AtBot) -> None:
    exif = Image.Exif()
    exif[0x010E] = HIDDEN  # ImageDescription
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 60)).save(drawn, "JPEG", exif=exif)
    picture = drawn.getvalue()
    assert HIDDEN.encode() in picture
    await rosa.person.send_file(rosa.room, "rosa-at-home.jpg", "image/jpeg", picture, "m.image")
    shown = await mia.person.sights.wait_for(
        lambda seen: seen.room == mia.room and seen.content.get("msgtype") == "m.image",
        40,
        what="a picture",
    )
    received = await mia.person.fetch_file(shown)
    assert HIDDEN.encode() not in received
    assert Image.open(io.BytesIO(received)).size == (40, 30)
    assert "rosa-at-home" not in json.dumps(shown.content)


async def _words_for_the_bot_stay_with_the_bot(rosa: AtBot, mia: AtBot, night: Night) -> None:
    await rosa.asks("!help", "help-in-contact")
    await rosa.asks("!crisis", "crisis-card")
    await rosa.asks("!status", "status-in-contact")
    await rosa.asks("!extend", "not-allowed")
    await mia.asks("!extend", "contact-extended")
    await rosa.hears("contact-extended")
    await mia.asks("!extend", "already-extended")
    await mia.asks("!colleague", "colleague-asked")
    await night.karen.hears("alarm-colleague")
    await rosa.asks("112", "crisis-card")
    await mia.reads("112")  # three words alone are shown and passed on
    await rosa.says("help")
    await mia.reads("help")
    relayed = [seen.body for seen in mia.heard("relay")]
    assert not [body for body in relayed if "!" in body]


async def _the_same_again_until_the_limit(rosa: AtBot, mia: AtBot) -> None:
    await rosa.says("again")
    await rosa.hears("again-asking")
    await rosa.hears("talk-language-ask")
    await rosa.asks("skip", "talk-looking")
    offer = await mia.hears("offer")
    await mia.types_number(offer, "accept")
    await mia.hears("contact-opened")
    await rosa.hears("contact-opened")
    await mia.says("Here I am again")
    await rosa.reads("Here I am again")
    await mia.says("!end")
    await rosa.hears("contact-ended")
    await mia.asks("okay", "debrief-okay")
    limit = await rosa.asks("talk", "talk-limit")
    assert "2" in limit.body
    await rosa.asks("crisis", "crisis-card")
