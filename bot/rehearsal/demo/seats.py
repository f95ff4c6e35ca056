"""Who sits in the panes from the beginning: a volunteer on duty, and a coordinator, both signed in."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from bot.messages import Opened
from bot.platforms.web.frames import Say
from bot.platforms.web.hall import address_of, place_of
from bot.platforms.web.speaking import Speaking
from bot.rehearsal.demo.open_town import SEATED, VOLUNTEER, OpenTown
from storage import people, visits
from storage.database import Transaction
from storage.visitor_seal import new_secret
from storage.visits import Visit


class Seats:
    """Keeps one visit for each, whichever browser shows it; a new one when it was left."""

    def __init__(self, town: OpenTown) -> None:
        self._town = town
        self._secrets = {pane: new_secret() for pane in SEATED}
        self._one_at_a_time = asyncio.Lock()

    async def keys(self, language: str) -> Mapping[str, str]:
        """The secret of each pane's visit. Who had none yet is greeted, in `language`."""
        async with self._one_at_a_time:
            for pane, account in SEATED.items():
                if await self._visit(pane) is None:
                    await self._sit_down(pane, account, language)
        return self._secrets

    async def volunteer_says(self, words: str, language: str) -> None:
        """The volunteer's pane writes, as if whoever sits there had."""
        if visit := await self._visit(VOLUNTEER):
            said = Say(do="say", id=new_secret()[:20].replace("_", "-"), text=words)
            await Speaking(self._town.page.hall).take(visit, said, language)

    async def _visit(self, pane: str) -> Visit | None:
        return await self._town.database.read(visits.find, self._secrets[pane], self._town.now)

    async def _sit_down(self, pane: str, account: str, language: str) -> None:
        self._secrets[pane] = new_secret()
        lasts, now = self._town.page.hall.lasts(True), self._town.now
        visit = await self._town.database.run(
            visits.begin, self._secrets[pane], account, True, lasts, now
        )
        await self._town.database.run(_speaks, account, language)
        await self._town.engine.handle(
            Opened(
                id=f"web:opened:{visit.id}",
                at=now,
                sender=address_of(account),
                place=place_of(account),
                language=language,
            )
        )


def _speaks(db: Transaction, account: str, language: str) -> None:
    if met := people.recognise(db, address_of(account)):
        people.save(db, replace(met, language=language))
