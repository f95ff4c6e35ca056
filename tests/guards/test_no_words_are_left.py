"""A marker in everything anybody writes; afterwards it is looked for everywhere something could stay.

Words: no log, no journal or audit row, no table (also unsealed) holds them once they are delivered,
but for what must be kept sealed while it is needed (a wish's note). Addresses: sealed, never raw.
"""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import sqlalchemy as sa
from PIL import Image

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Shown
from handlers.contact import relay
from storage import tables
from storage.database import Transaction
from tests.guards.hunting import (
    ADDRESS,
    OTHER,
    WORD,
    Heard,
    nothing_is_in_clear,
    rows,
    said,
    words_left,
)


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    town = await Town.begin(tmp_path)
    yield town
    await town.close()


async def arrives(person: Townsperson) -> None:
    await person.says(said("hello"))
    for choice in ("adult-yes", "consent-yes"):
        await person.presses(choice)


async def becomes_volunteer(person: Townsperson, karin: Townsperson, town: Town) -> None:
    await person.says("volunteer")
    for _ in range(4):
        if person.last().letter.choices and person.last().letter.mark.text_id.endswith("-ask"):
            await person.says(said("what do you mean?"))
            await person.says("1, 2" if len(person.last().letter.choices) > 1 else "1")
    await karin.presses("approve-volunteer")
    name = str(next(iter(await town.database.read(_names))))
    for _ in town.programme.onboarding:
        await karin.says(f"approve {name}")
    await person.says("duty 60")
    await person.presses("fit-yes")


def _names(db: Transaction) -> list[str]:
    return list(db.execute(sa.select(tables.volunteers.c.name)).scalars())


async def asks(person: Townsperson) -> None:
    await person.says("talk")
    await person.says("1")
    await person.says(said("a note about me"))
    while person.last().letter.mark.text_id.endswith("-ask"):
        if person.last().letter.mark.text_id == "talk-note-ask":
            await person.says(said("I would like"))
        else:
            await person.presses("skip")
    assert person.heard()[-1] == "talk-looking"


def picture() -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = said("camera")
    Image.new("RGB", (9, 9), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


async def talk_with_each_other(rosa: Townsperson, mia: Townsperson) -> None:
    first = await mia.says(said("hello, I am here"))
    await rosa.says(said("hi"), html=f"<b>{said('hi')}</b>")
    await rosa.says(said("I answer"), to=rosa.last().id)
    await mia.edits(first, said("changed"))
    await mia.deletes(first)
    await rosa.sends(picture(), name=said("photo") + ".jpg")
    await rosa.sends(said("%PDF-1.4").encode(), name=said("paper"), mime="application/pdf")
    await mia.reacts("❤️", shown_to(mia, "relay").id)
    for choice in ("send-anyway", "do-not-send"):
        await rosa.says(said("write to rosa@example.org"))
        await rosa.presses(choice)
    await rosa.says(said("!what is this"))
    await rosa.says("!crisis")
    await rosa.presses("tell-coordinator")


def shown_to(person: Townsperson, text: str) -> Shown:
    return next(s for s in reversed(person.seen()) if s.letter.mark.text_id == text)


async def evening(town: Town) -> tuple[Townsperson, Townsperson, Townsperson]:
    """All of it, from the welcome to the debrief, and what a coordinator says meanwhile."""
    karin = await town.coordinator(f"{ADDRESS}karin")
    mia, rosa = town.stranger(f"{ADDRESS}mia"), town.stranger(f"{ADDRESS}rosa")
    await arrives(mia)
    await becomes_volunteer(mia, karin, town)
    await arrives(rosa)
    await rosa.says(said("what can I do here"))
    await asks(rosa)
    await mia.presses("accept")
    assert "contact-opened" in rosa.heard()
    await talk_with_each_other(rosa, mia)
    await rosa.says("!report")
    await mia.presses("heavy")
    await mia.presses("leave-a-note")
    await mia.says(said("it was a lot"))
    assert mia.heard()[-1] == "debrief-thanks"
    await karin.says(f"announce {said('thank you all')}")
    await karin.presses("confirm-yes")
    await karin.says(f"announce {said('or not')}")
    await karin.presses("no-thanks")
    await karin.says(f"pause {said('we are ill')}")
    await karin.presses("confirm-yes")
    await karin.says("open")
    for order in ("queue", "volunteers", "audit"):
        await karin.says(order)
    await rosa.says("my data")
    return rosa, mia, karin


async def test_after_an_evening_nothing_anybody_said_is_left(town: Town, heard: Heard):
    rosa, mia, _ = await evening(town)
    await town.later(hours=1)

    assert len(WORD.findall("\n".join(s.text for s in town.wire.shown))) > 10, "it was delivered"
    assert await words_left(town.database) <= {"requests.wish_sealed"}
    await nothing_is_in_clear(town.database)

    for person in (rosa, mia):
        await person.says("forget me")
        await person.presses("forget-yes")
    assert await words_left(town.database) == set()
    left = await rows(town.database, unsealed=True)
    assert set(left) <= {"people.address_sealed", "people.place_sealed", "questions.message_sealed"}
    await nothing_is_in_clear(town.database)
    assert heard.lines and OTHER.findall("\n".join(heard.lines)) == []


async def test_a_letter_on_its_way_is_sealed_and_gone_when_it_arrived(town: Town, heard: Heard):
    karin = await town.coordinator(f"{ADDRESS}karin")
    mia, rosa = town.stranger(f"{ADDRESS}mia"), town.stranger(f"{ADDRESS}rosa")
    await arrives(mia)
    await becomes_volunteer(mia, karin, town)
    await arrives(rosa)
    await asks(rosa)
    await mia.presses("accept")
    from bot.platforms.platform import RetryLater

    town.wire.trouble = lambda letter: RetryLater(after=60)
    await rosa.says(said("are you there?"))
    assert "outbox.payload_sealed" in await words_left(town.database)
    await nothing_is_in_clear(town.database)

    town.wire.trouble = lambda letter: None
    await town.later(minutes=3)

    assert await words_left(town.database) <= {"requests.wish_sealed"}
    assert OTHER.findall("\n".join(heard.lines)) == []


async def test_a_fault_of_ours_tells_nobodys_words(
    town: Town, heard: Heard, monkeypatch: pytest.MonkeyPatch
):
    karin = await town.coordinator(f"{ADDRESS}karin")
    mia, rosa = town.stranger(f"{ADDRESS}mia"), town.stranger(f"{ADDRESS}rosa")
    await arrives(mia)
    await becomes_volunteer(mia, karin, town)
    await arrives(rosa)
    await asks(rosa)
    await mia.presses("accept")

    def breaks(text: str, *_: object) -> None:
        raise ValueError(f"cannot clean {text} of {rosa.address!s}")

    with monkeypatch.context() as patch:
        patch.setattr(relay, "clean_text", breaks)
        await rosa.says(said("hello?"))
    assert rosa.last().letter.mark.text_id == "something-went-wrong"

    def falls(letter: object) -> None:
        raise RuntimeError(f"{letter} {said('lost')} {rosa.address!s}")

    town.wire.trouble = falls
    await rosa.says(said("and now?"))
    await town.later(minutes=30)
    town.wire.trouble = lambda letter: None
    await town.later(minutes=30)

    assert any("set-aside" in line and "ValueError" in line for line in heard.lines)
    assert any("courier-fault" in line for line in heard.lines)
    assert await words_left(town.database) <= {"requests.wish_sealed", "set_aside.event_sealed"}
    assert "set_aside.event_sealed" in await words_left(town.database)
    await nothing_is_in_clear(town.database)
    assert OTHER.findall("\n".join(heard.lines)) == []

    await rosa.says("!forget me")
    await rosa.presses("forget-yes")
    assert await words_left(town.database) == set()
