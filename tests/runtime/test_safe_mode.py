"""When nothing can be kept: people hear the truth, who asks for help gets it, coordinators why."""

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.messages import PlaceKind, Said
from bot.platforms.platform import HandIn, Outcome, RetryLater
from bot.rehearsal.town import Town
from bot.rehearsal.wire import Wire
from bot.runtime import safe_mode

WHY = "the database file is damaged; put back the latest backup"


@dataclass(slots=True)
class Line(Wire):
    """The wire, and what comes in over it."""

    incoming: list[Said] = field(default_factory=list)
    all_said: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, hand_in: HandIn) -> None:
        for event in self.incoming:
            await hand_in(event)
        self.all_said.set()
        await asyncio.Event().wait()


async def _safe(town: Town, line: Line, until: asyncio.Event) -> None:
    await town.close()  # and nothing of the database is needed
    running = asyncio.create_task(safe_mode.run([line], town.desk, WHY))
    async with asyncio.timeout(40):
        await until.wait()
        while town.room is not None and not line.seen_in(town.room):
            await asyncio.sleep(0.01)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


def _said(town: Town, name: str, text: str, **more) -> Said:
    me = town.stranger(name)
    id = town.next_id()
    return Said(id=id, at=town.now, sender=me.address, message=id, text=text,
                **{"place": me.place, **more})  # fmt: skip


async def test_people_hear_the_truth_and_whoever_asks_for_help_gets_the_doors(town: Town):
    assert town.room is not None
    again = _said(town, "rosa", "hello?")
    line = Line(
        incoming=[
            again,
            again,
            _said(town, "ib", "akut"),
            _said(town, "ann", "112"),
            _said(town, "gry", "help", place=town.room, kind=PlaceKind.COORDINATORS),
            _said(town, "ole", "!help", kind=PlaceKind.FOREIGN),
        ]
    )

    await _safe(town, line, line.all_said)

    def heard(name: str) -> list[str]:
        place = town.people[name].place
        return [shown.letter.mark.text_id for shown in line.seen_in(place)]

    assert heard("rosa") == ["safe-mode"]
    assert heard("ib") == heard("ann") == ["crisis-card"]
    assert "112" in line.seen_in(town.people["ib"].place)[0].text
    assert heard("ole") == []
    (why,) = line.seen_in(town.room)
    assert why.letter.mark.text_id == "safe-mode-why" and WHY in why.text


async def test_coordinators_hear_it_once_also_when_the_server_does_not_answer_at_first(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    assert town.room is not None
    monkeypatch.setattr(safe_mode, "ASK_AGAIN", 0.01)
    answers: list[Outcome] = [RetryLater(), RetryLater()]
    line = Line(trouble_after=lambda letter: answers.pop() if answers else None)

    await _safe(town, line, line.all_said)
    assert len(line.seen_in(town.room)) == 1
