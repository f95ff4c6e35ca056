"""Some random weeks: series, single times, moves, sick days, and what coordinators do about them."""

import sqlalchemy as sa

from storage import tables
from tests.promises.evening import Evening
from tests.promises.keeping_weeks import Weeks as KeptWeeks

LONG_ENOUGH = 50 * 24 * 60  # minutes: the longest series of these weeks, and a move, and some days


class Weeks(Evening):
    """Each method below is something that may happen; the deeds of an evening are there, too."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks = KeptWeeks(self.town)

    def _look(self) -> None:
        super()._look()
        self.weeks.look()

    async def play(self, history: list[tuple[object, ...]]) -> None:
        """All of it, and then enough time for every appointment to come to its end."""
        end = ("passes", LONG_ENOUGH)
        await super().play([*history, ("heals",), end, ("looks_back",)])

    async def heals(self) -> None:
        """Nothing fails from here on, and nobody dies."""
        self._failing.clear()
        self._dies_in = None

    async def looks_back(self) -> None:
        """Every appointment has come to an end."""
        self.weeks.nothing_is_left_open()

    # ── what people do ───────────────────────────────────────────────────────────────────────────

    async def books_for(self, who: str, when: str) -> None:
        """They book a time or a series, from the command to the yes, whoever may come."""
        await self.says(who, "!stop")
        await self.says(who, "book")
        await self._answers_on(who, when)

    async def says_when(self, who: str, when: str) -> None:
        """They name a time without any order, and say that they meant it."""
        await self.says(who, when)
        await self._choose_last(who, "book-that")
        await self._answers_on(who, "")

    async def somebody_declines(self, which: int) -> None:
        """One of those who are asked for a time says no."""
        await self._somebody_asked(which, "decline")

    async def many_agree(self, which: int) -> None:
        """Whoever is asked says yes, for as long as somebody is asked."""
        for more in range(4):
            await self.somebody_agrees(which + more)

    async def somebody_moves(self, which: int, when: str, whom: str) -> None:
        """One who has an appointment asks for another time for it, and confirms it."""
        if not (who := self._one_with_something(which)):
            return
        await self._at_one_of_theirs(who, which, "move-appointment")
        await self._says_if_asked(who, "book-when-ask", when)
        await self._choose_last(who, whom)
        await self._choose_last(who, "confirm-yes")

    async def answers_move(self, who: str, choice: str) -> None:
        """They answer the last move they were asked about."""
        me = self._person(who)
        asked = [
            s for s in me.questions() if s.letter.mark.text_id in ("move-ask", "move-suggested")
        ]
        if asked:
            await me.presses(choice, asked[-1])

    async def all_answer_moves(self, choice: str) -> None:
        """Everybody who was asked about another time answers."""
        for who in list(self.town.people):
            await self.answers_move(who, choice)

    async def somebody_takes_back(self, which: int) -> None:
        """One who has an appointment, to give or receive, takes it back."""
        if who := self._one_with_something(which):
            await self._at_one_of_theirs(who, which, "cancel-appointment")

    async def somebody_stops_a_series(self, which: int) -> None:
        """They take back, or give back, all that is left of it."""
        if not (who := self._one_with_something(which)):
            return
        await self.says(who, "!appointments")
        await self._choose_last(who, "series-stop")
        await self._choose_last(who, "confirm-yes")

    async def goes_on(self, who: str, choice: str) -> None:
        """They say whether they would like as many times again."""
        await self._choose(who, choice)
        await self._answers_on(who, "")

    # ── what coordinators do ─────────────────────────────────────────────────────────────────────

    async def plans(self, who: str, what: str, which: int, when: str) -> None:
        """They propose, suggest or call off something about one appointment, and confirm it."""
        if code := self._coded(which):
            await self.says(who, f"!{what} {code} {when}".strip())
            await self._confirm(who)

    async def all_answer_proposals(self, choice: str) -> None:
        """Everybody to whom a time was proposed answers it."""
        for who in list(self.town.people):
            me = self._person(who)
            if asked := [s for s in me.questions() if s.letter.mark.text_id == "propose-ask"]:
                await me.presses(choice, asked[-1])

    # ── small deeds ──────────────────────────────────────────────────────────────────────────────

    async def _answers_on(self, who: str, when: str) -> None:
        me = self._person(who)
        for _ in range(9):
            last = me.last() if me.seen() else None
            if last is None:
                return
            offered = [c.id for c in last.letter.choices]
            if last.letter.mark.text_id == "book-when-ask" and when:
                await me.says(when)
                when = ""
                continue
            wanted = ("half-hour", "chat", "any-volunteer", "skip", "confirm-yes")
            choice = next((c for c in wanted if c in offered), None)
            about = last.letter.mark.text_id
            if choice is None or not about.startswith(("book-", "series-")):
                return
            await me.presses(choice, last)

    async def _at_one_of_theirs(self, who: str, which: int, choice: str) -> None:
        await self.says(who, "!appointments")
        await self._choose_last(who, "series-dates")
        having = [
            s for s in self._having(who, choice) if s.letter.mark.text_id == "appointments-row"
        ]
        if having:
            await self._person(who).presses(choice, having[-1 - which % len(having)])

    async def _says_if_asked(self, who: str, question: str, text: str) -> None:
        me = self._person(who)
        if me.seen() and me.last().letter.mark.text_id == question:
            await me.says(text)

    async def _choose_last(self, who: str, choice: str) -> None:
        me = self._person(who)
        if me.seen() and choice in [c.id for c in me.last().letter.choices]:
            await me.presses(choice, me.last())

    async def _somebody_asked(self, which: int, choice: str) -> None:
        asked_for = tables.appointment_offers
        pending = sa.select(asked_for.c.volunteer).where(asked_for.c.status == "pending")
        if asked := self._names(pending):
            me = self._person(asked[which % len(asked)])
            if put := [s for s in me.questions() if s.letter.mark.text_id == "appointment-offer"]:
                await me.presses(choice, put[-1])

    def _one_with_something(self, which: int) -> str:
        """One of those who receive or give what is to come."""
        column = tables.appointments.c
        to_come = column.status.in_(("sought", "confirmed"))
        sides = [self._names(sa.select(side).where(to_come).order_by(column.begins_at, column.id))
                 for side in (column.receiver, column.volunteer)]  # fmt: skip
        names = [name for pair in zip(*sides, strict=False) for name in pair] or sides[0]
        return names[which % len(names)] if names else ""

    def _coded(self, which: int) -> str:
        code = sa.select(tables.appointments.c.code).order_by(tables.appointments.c.begins_at)
        codes = self.town.look(lambda db: list(db.execute(code).scalars()))
        return codes[which % len(codes)] if codes else ""
