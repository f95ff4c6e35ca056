"""What people do about appointments in a random evening."""

import sqlalchemy as sa

from storage import tables
from tests.promises.keeping_appointments import Appointments
from tests.promises.keeping_promises import Promises
from tests.promises.onlooker import Onlooker


class AppointmentDeeds(Onlooker):
    """Booking, agreeing, taking back."""

    promises: Promises
    appointments: Appointments

    def _look(self) -> None:
        self.promises.look()
        self.appointments.look()

    async def says(self, who: str, text: str) -> None:
        """They write something; an evening says how."""
        raise NotImplementedError

    async def books(self, who: str, hours: int) -> None:
        """They book a time, from the command to the yes."""
        await self.says(who, "book")
        await self.says(who, f"in {hours} hours")
        for choice in ("half-hour", "chat", "any-volunteer", "skip", "skip", "skip", "confirm-yes"):
            await self._choose(who, choice)

    async def somebody_agrees(self, which: int) -> None:
        """One of those who are asked for a time says yes."""
        asked_for = tables.appointment_offers
        pending = sa.select(asked_for.c.volunteer).where(asked_for.c.status == "pending")
        if asked := self._names(pending):
            me = self._person(asked[which % len(asked)])
            questions = [s for s in me.questions()
                         if s.letter.mark.text_id == "appointment-offer"]  # fmt: skip
            if questions:
                await me.presses("accept", questions[-1])

    async def cancels(self, who: str) -> None:
        """They take back the first of what they have."""
        await self.says(who, "!cancel")
        await self._choose(who, "pick-1")
