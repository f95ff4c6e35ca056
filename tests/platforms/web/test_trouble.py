"""The database does not work, or we were stopped in the middle: the truth, the doors, nothing lost."""

import asyncio
import sqlite3
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.messages import Incoming
from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import WebVisitor
from tests.platforms.web.at_door import cookie_of, door, origin, reaches


@asynccontextmanager
async def _full(bot: WebBot) -> AsyncIterator[None]:
    """Nothing can be committed."""

    def full(_: object) -> None:
        raise sa.exc.OperationalError("COMMIT", {}, sqlite3.OperationalError("disk I/O error"))

    engine = bot.app.database.writer.engine
    sa.event.listen(engine, "begin", full)
    try:
        yield
    finally:
        sa.event.remove(engine, "begin", full)


@asynccontextmanager
async def _locked(bot: WebBot, patience: int = 100) -> AsyncIterator[None]:
    """Another process writes and does not stop."""

    def impatient(db: object) -> None:
        db.connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}").close()  # type: ignore[attr-defined]

    await bot.app.database.run(impatient)
    other = sqlite3.connect(bot.config.storage.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def _passing(visitor: WebVisitor) -> list[str]:
    return [frame["textId"] for frame in visitor.frames if frame["is"] == "passing"]


async def _says(visitor: WebVisitor, text: str) -> str:
    """Write, and do not wait for what cannot come."""
    id = uuid.uuid4().hex
    await visitor.send({"do": "say", "id": id, "text": text, "to": None})
    return id


async def _comes_back(visitor: WebVisitor) -> None:
    """As the page does, when the connection was closed."""
    assert visitor._reading is not None
    await asyncio.wait_for(visitor._reading, 10)
    await visitor.disconnect()
    await visitor.connect()


@pytest.mark.parametrize("how", [_full, _locked])
async def test_people_hear_the_truth_and_what_they_wrote_comes_once_it_works(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot, how
):
    rosa, mia = pair
    ids = []
    async with how(bot):
        for text in ("plums", "pears"):
            id = await _says(rosa, text)
            await rosa.until(lambda: _passing(rosa), what="the truth")
            await _comes_back(rosa)
            ids.append((id, text))
    assert set(_passing(rosa)) == {"database-trouble"}
    assert not rosa.acks.keys() & {id for id, _ in ids}

    bot.now += timedelta(seconds=61)  # a letter that was on its way goes again after its lease
    bot.app.courier.wake()
    for id, text in ids:  # the page says it again
        await rosa.does("say", id=id, text=text, to=None)
    await mia.until(lambda: any("pears" in text for text in mia.texts()), within=20, what="pears")
    await reaches(rosa, mia)
    come = [text for text in mia.texts() if "plums" in text or "pears" in text]
    assert [text.rpartition(" ")[2] for text in come] == ["plums", "pears"]
    own = [line.text for line in rosa.shown() if line.id in {id for id, _ in ids}]
    assert own == ["plums", "pears"]


@pytest.mark.parametrize("how", [_full, _locked])
@pytest.mark.parametrize("cry", ["akut", "112", "sos"])
async def test_a_cry_for_help_is_answered_all_the_same(bot: WebBot, how, cry: str):
    async with bot.visitor() as rosa:
        await rosa.hears("adult-ask")
        async with how(bot):
            await _says(rosa, cry)
            await rosa.until(lambda: "crisis-card" in _passing(rosa), within=5, what="the doors")
            card = next(frame for frame in rosa.frames if frame["is"] == "passing")
            assert "112" in card["text"]
            await _comes_back(rosa)


async def test_whoever_opens_the_page_then_hears_when_to_try_again(bot: WebBot):
    async with _full(bot):
        answer = await asks(bot.port, request("POST", "/begin", "{}", Origin=origin(bot)))
        assert answer.status == 503 and int(answer.headers["retry-after"]) > 0
        page = await asks(bot.port, request("GET", "/"))
        assert page.status == 200 and b"112" in page.body
    async with bot.visitor() as rosa:
        await rosa.hears("welcome")


async def test_a_browser_forgets_a_visit_also_when_we_cannot(bot: WebBot):
    async with bot.visitor() as rosa:
        await rosa.hears("welcome")
        cookie = cookie_of(rosa)
        async with _full(bot):
            said = request("POST", "/leave", Origin=origin(bot), Cookie=cookie)
            answer = await asks(bot.port, said)
            assert answer.status == 204 and "Max-Age=0" in answer.headers["set-cookie"]


async def test_what_was_kept_and_not_handled_is_handed_in_when_they_come_back(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    hall = door(bot).hall
    hears = hall.hand_in
    assert hears is not None

    async def killed(event: Incoming) -> None:
        raise ConnectionError  # as if the process had ended here

    hall.hand_in = killed
    first = await _says(rosa, "plums")
    await rosa.until(lambda: first in rosa.lines, what="their own message")
    assert rosa.lines[first].frame["done"] is False
    assert rosa._reading is not None
    await asyncio.wait_for(rosa._reading, 10)
    hall.hand_in = hears
    assert not any("plums" in text for text in mia.texts())

    await _opens_again(rosa)
    await mia.until(lambda: any("plums" in text for text in mia.texts()), what="plums")
    await rosa.does("say", id=first, text="plums", to=None)  # and the page says it again, too
    await reaches(rosa, mia)
    assert len([text for text in mia.texts() if "plums" in text]) == 1


async def _opens_again(visitor: WebVisitor) -> None:
    """Reload: everything is shown from the start."""
    await visitor.disconnect()
    visitor.lines.clear()
    visitor.seen = 0
    await visitor.connect(after=0)


async def test_a_restart_loses_nobody_and_repeats_nothing(
    pair: tuple[WebVisitor, WebVisitor], bot: WebBot
):
    rosa, mia = pair
    for n in range(3):
        await rosa.says(f"before {n}")
    await reaches(rosa, mia)
    await bot.restart()
    for one in pair:
        await _comes_back(one)
    for n in range(3):
        await rosa.says(f"after {n}")
    await reaches(rosa, mia)

    come = [text.partition(": ")[2] for text in mia.texts() if "before" in text or "after" in text]
    assert come == [f"{when} {n}" for when in ("before", "after") for n in range(3)]
