"""Two thousand random things passed on each way: nothing that tells who sent them goes along.

Everything on a sender's side that could tell (address, room, event ids, file names and handles,
what cameras and programs write into files, what clients write into HTML) carries a marker. The
marker must be in nothing the other side's platform is given, in no field and no byte.
"""

import dataclasses
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.messages import (
    Address,
    Edited,
    IncomingFile,
    Place,
    PlaceKind,
    Pressed,
    Reacted,
    Retracted,
    Said,
)
from bot.platforms.platform import (
    Amendment,
    Letter,
    Mark,
    Message,
    OutgoingFile,
    Reaction,
    Retraction,
)
from storage.migrating import migrate
from tests.promises.markers import (
    WORDS,
    marked_file,
    marked_html,
    marked_words,
    told_inside,
)
from tests.promises.quick import QuickTown, quick_folder
from tests.stories.steps import in_touch

EACH_WAY = 2000
STEP = timedelta(seconds=2)


@dataclasses.dataclass
class Side:
    """One of the two, with a marker in everything of theirs but their words."""

    marker: str
    address: Address
    place: Place
    sent: list[str] = dataclasses.field(default_factory=list)
    given: list[Letter] = dataclasses.field(default_factory=list)

    def id(self, n: int) -> str:
        return f"${self.marker}{n}:{self.marker}.example"

    def common(self, n: int, town: QuickTown) -> dict[str, Any]:
        return {
            "id": f"matrix:{self.id(n)}",
            "at": town.now,
            "sender": self.address,
            "place": self.place,
            "kind": PlaceKind.DIRECT,
            "language": None,
        }


def everything_in(value: Any) -> Iterator[str | bytes]:
    """Every string and byte there is in a letter, whatever holds it."""
    if isinstance(value, str | bytes):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from everything_in(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from everything_in(key)
            yield from everything_in(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from everything_in(inner)


def tells(letter: Letter, marker: str) -> bool:
    """Whether the marker is anywhere in a letter, or in a picture once it is opened."""
    found = any(
        marker in part.lower() if isinstance(part, str) else marker.encode() in part.lower()
        for part in everything_in(letter)
    )
    if found or not (isinstance(letter, Message) and letter.file):
        return found
    return told_inside(letter.file.data, marker)


async def _one_thing(side: Side, n: int, town: QuickTown, chance: random.Random) -> None:
    words, common = chance.choice(WORDS), side.common(n, town)
    old = chance.choice(side.sent) if side.sent else ""
    latest = [m for m in town.wire.shown[-60:] if m.place == side.place]
    seen = [m.id for m in latest if m.letter.mark.text_id == "relay"]
    event: Said | Edited | Retracted | Reacted
    match chance.choice(("text", "text", "html", "html", "file", "reply", "edit", "react", "gone")):
        case "file":
            name, mime, data = marked_file(side.marker, chance)
            handle = f"mxc://{side.marker}.example/{side.marker}{n}"
            town.wire.files[handle] = data
            file = IncomingFile(handle=handle, name=name, mime=mime, size=len(data))
            event = Said(**common, message=side.id(n), text=name, file=file)
            event = dataclasses.replace(event, text="")
        case "edit" if old:
            text = marked_words(side.marker, words, chance)
            html = (
                marked_html(side.marker, side.place.room, words, chance)
                if chance.random() < 0.5
                else None
            )
            event = Edited(**common, message=old, text=text, html=html)
        case "gone" if old:
            event = Retracted(**common, message=old)
        case "react" if seen:
            key = chance.choice(("❤️", "👍", "😢", "x"))
            event = Reacted(**common, message=chance.choice(seen), reaction=side.id(n), key=key)
        case what:
            html = (
                marked_html(side.marker, side.place.room, words, chance) if what == "html" else None
            )
            to = chance.choice([*seen, *side.sent[-5:], None]) if what == "reply" else None
            text = marked_words(side.marker, words, chance)
            event = Said(**common, message=side.id(n), text=text, html=html, replying_to=to)
    if isinstance(event, Said):
        side.sent.append(event.message)
    await town.engine.handle(event)
    await town.courier.send_all()
    last = town.wire.shown[-1]
    if (
        last.place == side.place
        and last.letter.mark.text_id == "relay-contact-details-ask"
        and chance.random() < 0.7
    ):
        common = side.common(n, town) | {"id": f"press:{side.id(n)}"}
        await town.engine.handle(
            Pressed(**common, question=last.letter.question, choice="send-anyway")
        )
        await town.courier.send_all()


def _place_of(letter: Letter) -> Place | None:
    if isinstance(letter, Message | Amendment | Retraction | Reaction):
        return letter.place
    return None


def _listening(sides: tuple[Side, Side]) -> Callable[[Letter], None]:
    def hear(letter: Letter) -> None:
        for side in sides:
            if _place_of(letter) == side.place:
                side.given.append(letter)

    return hear


def test_the_hunt_finds_what_is_hidden_in_a_picture():
    rosa = Side("q7receiver", Address("matrix", "x"), Place("matrix", "x"))
    chance, found = random.Random(1), set[str]()
    for _ in range(60):
        _, mime, data = marked_file(rosa.marker, chance)
        if mime.startswith("image/"):
            file = OutgoingFile(name="picture", mime=mime, data=data)
            letter = Message(to=None, place=None, mark=Mark(text_id="relay"), text="", file=file)
            assert tells(letter, rosa.marker)
            found.add(mime)
    assert found == {"image/jpeg", "image/png", "image/webp", "image/gif"}


@pytest.mark.slow
@pytest.mark.timeout(600)
async def test_nothing_that_tells_who_sent_it_reaches_the_other_side():
    folder = quick_folder()
    town = QuickTown(folder)
    try:
        await migrate(town.database)
        await in_touch(town, "q7receiver", "q7giver")
        sides = tuple(
            Side(name, town.address_of(name), town.people[name].place)
            for name in ("q7receiver", "q7giver")
        )
        rosa, mia = sides
        hear = _listening((rosa, mia))
        town.wire.trouble_after = hear
        chance = random.Random(20260101)
        for n in range(2 * EACH_WAY):
            town.now = town.now.replace(microsecond=0) + STEP
            await _one_thing(sides[n % 2], n, town, chance)
    finally:
        await town.close()
        shutil.rmtree(folder)

    for side, other in ((rosa, mia), (mia, rosa)):
        relayed = [letter for letter in side.given if _is_relayed(letter)]
        assert len(relayed) > EACH_WAY // 2, "too little was passed on to say anything"
        assert {type(letter) for letter in relayed} >= {Message, Amendment, Retraction, Reaction}
        assert sum(isinstance(x, Message) and x.file is not None for x in relayed) > 50
        leaks = [letter for letter in side.given if tells(letter, other.marker)]
        assert not leaks, f"{len(leaks)} letters tell who sent them: {type(leaks[0]).__name__}"


def _is_relayed(letter: Letter) -> bool:
    if isinstance(letter, Message | Amendment):
        return letter.mark.text_id == "relay"
    return True
