"""What holds for everything that was delivered, whatever the story."""

import json
import re

from tests.acceptance.at_bot import AtBot
from tests.parts.js_client import JsClient


def everything_is_marked(person: AtBot) -> None:
    """Contract rules 2 and 6, and that nothing came in the clear."""
    said = [
        seen
        for seen in person.person.sights
        if seen.sender == person.bot and seen.type == "m.room.message"
    ]
    assert said
    for seen in said:
        assert seen.encrypted, seen
        assert seen.text_id, seen
        assert re.fullmatch("[a-z]+(-[a-z]+)*", seen.text_id)
        assert seen.about is None or re.fullmatch("[A-Z0-9]{4,8}", seen.about)
        first = 0 if seen.choices[:1] == ["0"] else 1  # a scale begins where it begins
        for number, _ in enumerate(seen.choices, first):
            assert str(number) in seen.body, seen


def no_shield(person: AtBot) -> None:
    """The strict client warned of nothing that the bot wrote."""
    assert isinstance(person.person, JsClient)
    shields = {
        seen.shield
        for seen in person.person.sights
        if seen.sender == person.bot and seen.type == "m.room.message"
    }
    assert shields <= {None, "NONE"}


def nothing_of_the_other(person: AtBot, other: AtBot) -> None:
    """No address, name, room or event of the other side is in anything that was delivered."""
    theirs = {other.person.user_id, other.person.account.localpart, other.room}
    theirs |= {seen.id for seen in other.person.sights if seen.room == other.room}
    for seen in person.person.sights:
        if seen.room != person.room or seen.sender == person.person.user_id:
            continue
        delivered = json.dumps([seen.content, seen.sender, seen.state_key], ensure_ascii=False)
        found = [one for one in theirs if one in delivered]
        assert not found, seen
