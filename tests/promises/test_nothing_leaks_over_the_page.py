"""Hundreds of random things passed on between two pages: no frame tells who sent them.

Everything on a sender's side that could tell (their account, visit and cookie, the address they
come from, what their browser says of itself, ids their page makes, file names, what cameras write
into files) carries a marker or is known. None of it may be in any frame, file or header that the
other page is given.
"""

import json
import random
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import visits
from tests.parts.web_bot import WebBot
from tests.parts.web_visitor import Line, WebVisitor
from tests.promises.markers import WORDS, marked_file, marked_words, told_inside

EVENTS = 1300  # by both together; a third is held back or finds nothing to be about
STEP = timedelta(seconds=1)


@dataclass(slots=True)
class Side:
    """One of the two, at their page."""

    marker: str
    address: str
    page: WebVisitor
    sent: list[str] = field(default_factory=list)
    liked: list[str] = field(default_factory=list)
    done: dict[str, int] = field(default_factory=dict)

    def id(self, n: int) -> str:
        return f"{self.marker}-{n:06}"

    def browser(self) -> None:
        """What a browser and a proxy say of somebody with each request."""
        self.page.http.headers.update(
            {
                "X-Forwarded-For": self.address,
                "User-Agent": f"Mozilla/5.0 ({self.marker})",
                "Referer": f"https://{self.marker}.example/{self.marker}",
                "Accept-Language": f"da, {self.marker};q=0.5",
            }
        )
        self.page.http.cookie_jar.update_cookies({self.marker: self.marker})

    def counts(self, what: str) -> None:
        self.done[what] = self.done.get(what, 0) + 1

    def has_all(self) -> bool:
        return any("that was all" in line.text for line in self.relayed())

    def relayed(self) -> list[Line]:
        return [x for x in self.page.shown() if x.frame["textId"] == "relay" and not x.mine]


async def _telltales(bot: WebBot, side: Side) -> set[str]:
    jar = {cookie.key: cookie.value for cookie in side.page.http.cookie_jar}
    found = await bot.app.database.read(visits.find, jar["peerbot-visit"], bot.now)
    assert found is not None
    return {side.marker, side.address, jar["peerbot-visit"], found.account, found.id}


async def _one_thing(side: Side, n: int, chance: random.Random) -> None:
    page, words, id = side.page, marked_words(side.marker, chance.choice(WORDS), chance), side.id(n)
    seen = [line.id for line in side.relayed()[-20:] if not line.gone]
    held = page.heard().count("relay-contact-details-ask")
    what = chance.choice(("say", "say", "say", "reply", "file", "edit", "react", "gone", "unlike"))
    match what:
        case "file":
            name, mime, data = marked_file(side.marker, chance)
            asked = {"id": id, "name": name, "language": "en"}
            headers = {"Origin": page.origin, "Content-Type": mime}
            url = f"{page.base}files"
            async with page.http.post(url, params=asked, data=data, headers=headers) as answer:
                assert answer.status == 200
            side.sent.append(id)
        case "edit" if side.sent:
            await page.does("edit", id=id, message=chance.choice(side.sent), text=words)
        case "gone" if side.sent:
            gone = side.sent.pop(chance.randrange(len(side.sent)))
            await page.does("retract", id=id, message=gone)
        case "react" if seen:
            await page.does(
                "react", id=id, message=chance.choice(seen), key=chance.choice("❤👍😢x")
            )
            side.liked.append(id)
        case "unlike" if side.liked:
            await page.does("retract", id=id, message=side.liked.pop())
        case _:
            to = chance.choice([*seen, *side.sent[-5:], None]) if what == "reply" else None
            await page.does("say", id=id, text=words, to=to)
            side.sent.append(id)
    assert id not in page.refused or what in ("edit", "gone"), page.refused[id]
    side.counts(what)
    if page.heard().count("relay-contact-details-ask") > held and chance.random() < 0.7:
        await page.presses("send-anyway")


async def _files_of(side: Side) -> list[tuple[str, bytes]]:
    """Every picture it was sent, with the headers it comes with."""
    got = []
    for line in side.relayed():
        if line.frame.get("file") and not line.gone and not line.edited:
            async with side.page.http.get(f"{side.page.base}files/{line.id}") as answer:
                assert answer.status == 200
                got.append((str(dict(answer.headers)), await answer.read()))
    return got


def _limitless(bot: WebBot) -> None:
    """People do this in a day; the test in a minute."""
    limits: Any = bot.app.platforms["web"].server._limits  # type: ignore[attr-defined]
    limits.frames.burst = limits.files.burst = limits.files_there.burst = 10**6


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_nothing_that_tells_who_sent_it_reaches_the_other_page(tmp_path: Path):
    async with WebBot(tmp_path, behind_proxy=True, visitor_hours=24) as bot:
        _limitless(bot)
        rosa = Side("q7receiver", "203.0.113.77", bot.visitor())
        mia = Side("q7giver", "198.51.100.88", bot.visitor())
        for side in (rosa, mia):
            side.browser()
        async with rosa.page, mia.page:
            await bot.come_in(mia.page)
            await bot.is_volunteer(mia.page, "Mia")
            await bot.come_in(rosa.page)
            await rosa.page.says("talk")
            for question in ("talk-topics-ask", "talk-language-ask", "talk-note-ask"):
                await rosa.page.hears(question)
                await rosa.page.presses("skip")
            await mia.page.hears("offer")
            await mia.page.presses("accept")
            await rosa.page.hears("contact-opened")
            chance = random.Random(20261125)
            for n in range(EVENTS):
                bot.now += STEP
                await _one_thing((rosa, mia)[n % 2], n, chance)
            for side, other in ((rosa, mia), (mia, rosa)):
                await side.page.says("that was all")
                await other.page.until(other.has_all, 60, "the last words")
            relayed = 0
            for side, other in ((rosa, mia), (mia, rosa)):
                relayed += _is_clean(side, await _telltales(bot, other))
                files = await _files_of(side)
                assert len(files) > 10
                for headers, data in files:
                    assert other.marker not in headers.lower()
                    assert other.marker.encode() not in data.lower()
                    assert not told_inside(data, other.marker)
            print(f"\n{relayed} relayed frames: {rosa.done}, {mia.done}")
            assert relayed >= 500


def _is_clean(side: Side, telltales: set[str]) -> int:
    """No frame of any kind tells of the other; how many of them were passed on from there."""
    kinds: set[str] = set()
    count = 0
    for frame in side.page.frames:
        written = json.dumps(frame, ensure_ascii=False).lower()
        assert not [one for one in telltales if one.lower() in written], frame["is"]
        if frame.get("textId") == "relay" or frame["is"] in ("gone", "reacted"):
            theirs = "." in str(frame["id"])  # which stands in ids of the bot alone
            count += theirs
            kinds |= {frame["is"]} if theirs else set()
    assert kinds == {"message", "changed", "gone", "reacted"}
    return count
