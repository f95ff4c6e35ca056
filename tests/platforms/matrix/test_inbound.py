"""Matrix events, as clients really send them, in our own words."""

import json
from typing import Any

import pytest

from bot.messages import Edited, Joined, Left, PlaceKind, Reacted, Retracted, Said
from bot.platforms.matrix.inbound import at, membership, read, unreadable

OWN = "@peerbot:example.org"
ROSA = "@rosa:example.org"
ROOM = "!room:example.org"


def _event(content: dict[str, Any], sort: str = "m.room.message", **more: Any) -> dict[str, Any]:
    return {
        "type": sort,
        "sender": ROSA,
        "event_id": "$1",
        "origin_server_ts": 1_700_000_000_000,
        "content": content,
        **more,
    }


def _read(content: dict[str, Any], sort: str = "m.room.message", **more: Any) -> Any:
    return read(_event(content, sort, **more), ROOM, PlaceKind.DIRECT, OWN)


def _text(body: str, **more: Any) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": body, **more}


def test_words_come_with_who_where_and_when():
    said = _read(_text("hello"))
    assert isinstance(said, Said)
    assert (said.id, said.message, said.text) == ("matrix:$1", "$1", "hello")
    assert (str(said.sender), said.place.room) == (f"matrix:{ROSA}", ROOM)
    assert said.at.isoformat() == "2023-11-14T22:13:20+00:00"


def test_an_event_shown_in_a_log_names_nobody_and_quotes_nothing():
    shown = repr(_read(_text("my secret")))
    assert "rosa" not in shown
    assert "secret" not in shown
    assert ROOM not in shown


def test_what_we_and_other_bots_say_is_nothing():
    assert _read(_text("x"), sender=OWN) is None
    assert _read({"msgtype": "m.notice", "body": "I am a bot"}) is None
    assert _read({"msgtype": "m.key.verification.request", "body": "verify me"}) is None


@pytest.mark.parametrize("sort", ["m.emote", "m.location", "org.example.unknown"])
def test_other_kinds_of_message_are_their_words(sort: str):
    assert _read({"msgtype": sort, "body": "waves"}).text == "waves"


def test_a_sticker_is_its_words_and_a_poll_is_nothing():
    assert _read({"body": "a hug", "url": "mxc://a/b"}, "m.sticker").text == "a hug"
    assert _read({"m.poll": {}}, "m.poll.start") is None


def test_a_reply_loses_the_quote_that_old_clients_put_before_it():
    said = _read(
        _text(
            "> <@peerbot:example.org> Now?\n> or later\n\nlater > now",
            format="org.matrix.custom.html",
            formatted_body="<mx-reply><blockquote>Now?</blockquote></mx-reply>later &gt; now",
            **{"m.relates_to": {"m.in_reply_to": {"event_id": "$q"}}},
        )
    )
    assert (said.text, said.html) == ("later > now", "later &gt; now")
    assert said.replying_to == "$q"


def test_a_quote_that_is_no_reply_stays():
    assert _read(_text("> she said\n\nand I agree")).text == "> she said\n\nand I agree"


def test_a_thread_is_ordinary_talk_and_no_reply():
    relation = {
        "rel_type": "m.thread",
        "event_id": "$root",
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": "$last"},
    }
    said = _read(_text("yes", **{"m.relates_to": relation}))
    assert (said.text, said.replying_to) == ("yes", None)


def test_an_edit_is_never_a_message():
    relation = {"rel_type": "m.replace", "event_id": "$0"}
    edited = _read(_text("* stop", **{"m.new_content": _text("stop"), "m.relates_to": relation}))
    assert isinstance(edited, Edited)
    assert (edited.message, edited.text) == ("$0", "stop")
    assert _read(_text("* stop", **{"m.relates_to": relation})) is None


def test_reactions_and_deletions_name_what_they_are_about():
    relation = {"rel_type": "m.annotation", "event_id": "$0", "key": "👍"}
    reacted = _read({"m.relates_to": relation}, "m.reaction")
    assert isinstance(reacted, Reacted)
    assert (reacted.message, reacted.reaction, reacted.key) == ("$0", "$1", "👍")
    old, new = (
        _read({}, "m.room.redaction", redacts="$0"),
        _read({"redacts": "$0"}, "m.room.redaction"),
    )
    assert isinstance(old, Retracted)
    assert old == new
    assert old.message == "$0"


def test_an_encrypted_voice_message_is_a_file_with_all_that_is_needed_to_fetch_it():
    locked = {
        "url": "mxc://example.org/abc",
        "key": {"k": "key", "kty": "oct"},
        "iv": "iv",
        "hashes": {"sha256": "digest"},
    }
    info = {"mimetype": "audio/ogg", "size": 4321}
    content = {"msgtype": "m.audio", "body": "Voice message", "file": locked, "info": info}
    file = _read(content | {"org.matrix.msc3245.voice": {}}).file
    assert (file.name, file.mime, file.size) == ("Voice message", "audio/ogg", 4321)
    assert json.loads(file.handle) == {
        "mxc": "mxc://example.org/abc",
        "key": "key",
        "iv": "iv",
        "sha256": "digest",
    }


def test_a_caption_is_said_beside_the_file():
    content = {"msgtype": "m.image", "body": "my cat", "filename": "cat.jpg", "url": "mxc://a/b"}
    said = _read(content)
    assert (said.text, said.file.name) == ("my cat", "cat.jpg")


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"msgtype": "m.text"},
        {"msgtype": "m.text", "body": 7},
        {"msgtype": ["m.text"], "body": "x"},
        {"msgtype": "m.image", "body": "x", "url": "https://evil.example/x"},
        {"msgtype": "m.file", "body": "x", "file": {"url": "mxc://a/b"}},
    ],
)
def test_a_broken_message_is_nothing(content: dict[str, Any]):
    assert _read(content) is None


@pytest.mark.parametrize("relation", [[], "x", {"rel_type": 3}, {"event_id": "$0"}, None])
def test_a_broken_relation_does_no_harm(relation: Any):
    assert _read(_text("hello", **{"m.relates_to": relation})).text == "hello"
    assert _read({"m.relates_to": relation}, "m.reaction") is None


@pytest.mark.parametrize("stamp", [None, "now", -5, 10**20, 1.5])
def test_an_impossible_time_is_the_start_of_all_time(stamp: Any):
    assert at({"origin_server_ts": stamp}).year == 1970


def test_something_unreadable_has_an_id_of_its_own():
    raw = _event({"algorithm": "m.megolm.v1.aes-sha2"}, "m.room.encrypted")
    said = unreadable(raw, ROOM, PlaceKind.DIRECT)
    assert said.undecryptable
    assert said.id != "matrix:$1"
    assert said.message == "$1"


def _member(now: str, before: str | None, person: str = ROSA) -> Any:
    unsigned = {"prev_content": {"membership": before}} if before else {}
    raw = _event({"membership": now}, "m.room.member", state_key=person, unsigned=unsigned)
    return membership(raw, ROOM, PlaceKind.DIRECT, OWN)


def test_coming_and_going_is_told_and_a_new_picture_is_not():
    assert isinstance(_member("join", "invite"), Joined)
    assert isinstance(_member("join", None), Joined)
    assert _member("join", "join") is None
    assert _member("invite", None) is None
    assert isinstance(_member("leave", "join"), Left)
    assert isinstance(_member("leave", "invite"), Left)
    assert isinstance(_member("ban", "join"), Left)
    assert _member("leave", "ban") is None
    assert _member("join", "invite", OWN) is None


def test_who_is_put_out_has_left_whoever_did_it():
    raw = _event(
        {"membership": "leave"},
        "m.room.member",
        state_key="@ali:example.org",
        unsigned={"prev_content": {"membership": "join"}},
    )
    left = membership(raw, ROOM, PlaceKind.SHARED, OWN)
    assert left is not None
    assert isinstance(left, Left)
    assert left.sender.user == "@ali:example.org"
