"""Who is where in a random evening: what its deeds must know before they can be done."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from bot.domain.ids import PersonId
from bot.platforms.platform import Outcome
from bot.rehearsal.townsfolk import Townsperson
from bot.rehearsal.wire import Shown
from storage import contacts, people, tables
from storage.database import Transaction
from tests.promises.quick import QuickTown

NOT_DELIVERED = {"relay-not-delivered", "file-not-passed", "not-in-contact", "empty-message"}


@dataclass(slots=True)
class Written:
    """Something somebody wrote to the one they were in contact with."""

    token: str
    sender: str
    to: str
    message: str


class Onlooker:
    """Looks things up, and does the small deeds that larger ones are made of."""

    town: QuickTown
    written: list[Written]
    _numbers: Iterator[int]
    _failing: list[Outcome]
    _refused: set[str]
    forgotten: set[str]

    # ── what must have come of it ────────────────────────────────────────────────────────────────

    def everything_written_arrived_once(self) -> None:
        """On the other side, there only, once; or its writer was told that it did not."""
        missing: dict[str, int] = {}
        for written in self.written:
            seen = [s for s in self.town.wire.shown if written.token in s.letter.text]
            assert len(seen) <= 1, "a message arrived twice"
            if seen:
                assert seen[0].place == self._person(written.to, writes=False).place
            elif not {written.to, written.sender} & self.forgotten:
                missing[written.sender] = missing.get(written.sender, 0) + 1
        for who, count in missing.items():
            person = self._person(who, writes=False)
            told = [s for s in person.seen() if s.letter.mark.text_id in NOT_DELIVERED]
            if person.address.user not in self.town.wire.closed and not self._gave_up_on(who):
                assert len(told) >= count, f"{who} was not told what did not arrive"

    def _gave_up_on(self, who: str) -> bool:
        return who in self._refused

    # ── who is where ───────────────────────────────────────────────────────────────────────────────────

    def _person(self, who: str, writes: bool = True) -> Townsperson:
        person = self.town.stranger(who)
        if writes:
            self.town.wire.closed.discard(person.address.user)
        return person

    def _waits_to_be_sent(self) -> bool:
        def count(db: Transaction) -> int:
            return db.count(sa.select(sa.func.count()).select_from(tables.outbox))

        return self.town.look(count) > 0 or bool(self._failing) or bool(self._refused)

    def _other(self, who: str) -> str | None:
        """Whom they are in contact with."""

        def find(db: Transaction) -> str | None:
            met = people.recognise(db, self.town.address_of(who))
            contact = contacts.open_of(db, met.id) if met else None
            if met is None or contact is None:
                return None
            address = people.address_of(db, contact.other(met.id))
            return address.user.removeprefix("@").partition(":")[0] if address else None

        return self.town.look(find)

    def _in_contact(self) -> list[str]:
        ongoing = tables.contacts.c.status == "open"
        sides = (tables.contacts.c.receiver, tables.contacts.c.volunteer)
        return [name for side in sides for name in self._names(sa.select(side).where(ongoing))]

    def _names(self, ids: sa.Select[tuple[str]]) -> list[str]:
        def find(db: Transaction) -> list[str]:
            found = [people.address_of(db, PersonId(id)) for id in db.execute(ids).scalars()]
            return [a.user.removeprefix("@").partition(":")[0] for a in found if a]

        return self.town.look(find)

    def _code(self, which: int) -> str:
        waiting = tables.requests.c.status.in_(["open", "offered"])
        codes = self.town.look(
            lambda db: list(db.execute(sa.select(tables.requests.c.code).where(waiting)).scalars())
        )
        return codes[which % len(codes)] if codes else ""

    def _written_by(self, who: str, which: int) -> Written | None:
        mine = [written for written in self.written if written.sender == who and written.message]
        return mine[-1 - which % len(mine)] if mine else None

    def _some_message(self, me: Townsperson) -> str | None:
        seen = me.seen()
        return seen[-1].id if seen and next(self._numbers) % 3 == 0 else None

    async def _choose(self, who: str, choice: str, which: int = 0) -> None:
        having = self._having(who, choice)
        if having:
            await self._person(who).presses(choice, having[-1 - which % len(having)])

    async def _confirm(self, who: str) -> None:
        me = self._person(who)
        if me.seen() and "confirm-yes" in [c.id for c in me.last().letter.choices]:
            await me.presses("confirm-yes", me.last())

    async def _answer(self, who: str, text: str, answer: str) -> None:
        me = self._person(who)
        for _ in range(6):
            last = me.last() if me.seen() else None
            if last is None or not last.letter.mark.text_id.startswith("talk-"):
                return
            if last.letter.mark.text_id == text:
                await me.says(answer)
            elif "skip" in [c.id for c in last.letter.choices]:
                await me.presses("skip", last)
            else:
                return

    def _having(self, who: str, choice: str) -> list[Shown]:
        asked = self._person(who).questions()
        return [s for s in asked if choice in [c.id for c in s.letter.choices]]
