"""Letters as Matrix content, and what a server's no means for them."""

import pytest

from bot.messages import Address, Place
from bot.platforms.matrix import outbound
from bot.platforms.matrix.sending import outcome_of
from bot.platforms.matrix.wire import Refused
from bot.platforms.platform import (
    Amendment,
    GaveUp,
    Mark,
    Message,
    Outcome,
    OutgoingFile,
    RetryLater,
    ShownChoice,
    Why,
)

PLACE = Place("matrix", "!room:example.org")


def _letter(**more: object) -> Message:
    given = {"text": "Hello", "mark": Mark(text_id="welcome"), **more}
    return Message(to=Address("matrix", "@rosa:example.org"), place=PLACE, **given)  # type: ignore[arg-type]


def test_a_message_is_marked_with_what_it_is_and_rings_nobody():
    assert outbound.message(_letter()) == {
        "msgtype": "m.text",
        "body": "Hello",
        "m.mentions": {},
        "org.peerbot.text": "welcome",
    }
    about = outbound.message(_letter(mark=Mark(text_id="offer", about="R7"), html="<b>Hello</b>"))
    assert about["org.peerbot.about"] == "R7"
    assert about["formatted_body"] == "<b>Hello</b>"


def test_choices_are_listed_by_id_with_the_question_they_answer():
    choices = (
        ShownChoice(id="yes", number=1, label="Ja"),
        ShownChoice(id="no", number=2, label="Nej"),
    )
    content = outbound.message(_letter(choices=choices, question="q-1"))
    assert content["org.peerbot.choices"] == ["yes", "no"]
    assert outbound.asked(content) == ("q-1", ("yes", "no"))
    assert outbound.asked(outbound.message(_letter())) is None


def test_an_amendment_keeps_its_mark_where_clients_look_after_the_edit():
    change = Amendment(place=PLACE, message="$0", mark=Mark(text_id="offer"), text="Taken")
    content = outbound.amendment(change)
    assert content["m.new_content"]["org.peerbot.text"] == "offer"
    assert content["m.new_content"]["m.mentions"] == {}
    assert content["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$0"}


def test_a_file_carries_its_name_and_size_and_nothing_more():
    file = OutgoingFile(name="map.pdf", mime="application/pdf", data=b"1234")
    content = outbound.message(_letter(file=file, text=""), {"url": "mxc://a/b"})
    assert content["msgtype"] == "m.file"
    assert content["body"] == content["filename"] == "map.pdf"
    assert content["info"] == {"mimetype": "application/pdf", "size": 4}


def test_a_transaction_follows_from_its_letter_and_tells_nothing_of_it():
    assert outbound.transaction("rosa-1") == outbound.transaction("rosa-1")
    assert outbound.transaction("rosa-1") != outbound.transaction("rosa-2")
    assert outbound.transaction("rosa-1", "a") != outbound.transaction("rosa-1", "b")
    assert "rosa" not in outbound.transaction("rosa-1")


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (429, "M_LIMIT_EXCEEDED", RetryLater(after=2.5, why="429")),
        (401, "M_UNKNOWN_TOKEN", RetryLater(why="401")),
        (403, "M_FORBIDDEN", GaveUp(why=Why.UNREACHABLE)),
        (404, "M_NOT_FOUND", GaveUp(why=Why.GONE)),
        (413, "M_TOO_LARGE", GaveUp(why=Why.TOO_LARGE)),
        (413, "M_UNKNOWN", GaveUp(why=Why.TOO_LARGE)),
        (400, "M_BAD_JSON", GaveUp(why=Why.REFUSED)),
        (400, "M_UNKNOWN", GaveUp(why=Why.BROKEN)),
    ],
)
def test_each_no_has_its_meaning(status: int, code: str, outcome: Outcome):
    assert outcome_of(Refused(status, code, 2.5, {})) == outcome
