"""What a visitor does: kept for their own eyes, and handed in as an event, once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from bot.messages import (
    Edited,
    IncomingFile,
    Preferred,
    Pressed,
    Reacted,
    Retracted,
    Said,
)
from bot.platforms.web import content, frames
from bot.platforms.web.content import OF_THE_BOT, Content
from bot.platforms.web.hall import Hall, address_of, place_of
from storage import shown, visits
from storage.database import Transaction, is_trouble
from storage.shown import Put, Seen
from storage.visits import Visit

Done = Said | Edited | Retracted | Reacted | Pressed


class NotTheirs(Exception):
    """They cannot change or take back what somebody else said."""


class VisitOver(Exception):
    """The visit has ended meanwhile."""


class Row(NamedTuple):
    """What is kept of it for its own writer; `becomes` replaces an earlier message."""

    message: str
    says: Content
    becomes: Content | None = None


@dataclass(frozen=True, slots=True)
class Speaking:
    """Takes in what visitors do."""

    hall: Hall

    async def take(
        self,
        visit: Visit,
        does: frames.Does,
        language: str,
        file: IncomingFile | None = None,
        data: bytes | None = None,
    ) -> int:
        """Take it in for good; the number of their own message, 0 if it has none.

        Taking in the same again changes nothing. Raises NotTheirs, VisitOver, and whatever the
        database's trouble is: then the page must say it again.
        """
        now = self.hall.now()
        event = self._event(visit, does, language, now, file)
        async with self.hall.turn(visit.account):
            try:
                puts = await self._kept(visit, event.id, _row(does, file), now, data)
            except Exception as fault:
                if not is_trouble(fault):
                    raise
                await self.hall.hear(event)  # whoever answers in the database's stead tells them so
                raise
            await self.hall.hear(event)
        return next((put.seq for put in puts if put.visit == visit.id), 0)

    async def take_again(self, visit: Visit, seen: Seen, language: str) -> None:
        """Hand in what was kept but not handled, because we were stopped between the two."""
        does = _does(seen.content)
        if does is not None:
            event = self._event(visit, does, language, seen.at, None)
            async with self.hall.turn(visit.account):
                if await self.hall.database.read(visits.is_there, visit.id):
                    await self.hall.hear(event)

    async def prefer(self, visit: Visit, language: str, id: str) -> None:
        """Their page speaks this language now."""
        async with self.hall.turn(visit.account):
            await self.hall.tell(Preferred, visit.account, f"{visit.account}:{id}", language)

    async def _kept(
        self, visit: Visit, event: str, row: Row, now: datetime, data: bytes | None
    ) -> Sequence[Put]:
        puts = await self.hall.database.run(_keep, visit.account, event, row, now, data)
        if not any(put.visit == visit.id for put in puts):
            raise VisitOver
        self.hall.show(puts, row.says, now, done=False)
        return puts

    def _event(
        self,
        visit: Visit,
        does: frames.Does,
        language: str,
        at: datetime,
        file: IncomingFile | None,
    ) -> Done:
        who = {
            "id": f"web:{visit.account}:{does.id}",
            "at": at,
            "sender": address_of(visit.account),
            "place": place_of(visit.account),
            "language": language,
        }
        match does:
            case frames.Say(id=id, text=text, to=to):
                said = Said(**who, message=id, text=text, replying_to=to)  # type: ignore[arg-type]
                return replace(said, file=file) if file else said
            case frames.Press(question=question, choice=choice):
                return Pressed(**who, question=question, choice=choice)  # type: ignore[arg-type]
            case frames.Edit(message=message, text=text):
                return Edited(**who, message=message, text=text)  # type: ignore[arg-type]
            case frames.Retract(message=message):
                return Retracted(**who, message=message)  # type: ignore[arg-type]
            case frames.React(id=id, message=message, key=key):
                return Reacted(**who, message=message, reaction=id, key=key)  # type: ignore[arg-type]


def _row(does: frames.Does, file: IncomingFile | None) -> Row:
    match does:
        case frames.Say(id=id, text=text, to=to):
            return Row(id, content.own(id, text, to, _shown_file(file)))
        case frames.Press(id=id, question=question, choice=choice, label=label):
            chosen = {"question": question, "choice": choice}
            return Row(id, {**content.own(id, label or choice), "pressed": chosen})
        case frames.Edit(message=message, text=text):
            return Row(message, *content.own_changed(message, text))
        case frames.Retract(message=message):
            return Row(message, *content.gone(message, mine=True))
        case frames.React(id=id, message=message, key=key):
            return Row(_as_reaction(id), content.own_reacted(id, message, key))


def _shown_file(file: IncomingFile | None) -> Content | None:
    return {"name": file.name, "mime": file.mime, "size": file.size} if file else None


def _does(kept: Content) -> frames.Does | None:
    """What a kept row of theirs was, as far as it can be done again from the row alone."""
    if not kept.get("mine") or kept.get("file") or kept["is"] != "message" or kept.get("gone"):
        return None
    if chosen := kept.get("pressed"):
        return frames.Press(do="press", id=kept["id"], label=kept["text"], **chosen)
    return frames.Say(do="say", id=kept["id"], text=kept["text"], to=kept.get("to"))


def _keep(
    db: Transaction, account: str, event: str, row: Row, now: datetime, data: bytes | None
) -> Sequence[Put]:
    once = shown.once_for_event(db, event)
    if row.becomes is None:
        return shown.put(db, account, once, row.message, row.says, now, data)
    if row.says["is"] == "gone" and shown.knows(db, account, reaction := _as_reaction(row.message)):
        return shown.change(db, account, once, reaction, row.says, row.says, now)
    # What was shown longer ago than we keep it cannot be seen any more, nor changed.
    if OF_THE_BOT in row.message or not shown.knows(db, account, row.message):
        raise NotTheirs
    return shown.change(db, account, once, row.message, row.says, row.becomes, now)


def _as_reaction(id: str) -> str:
    return f"reaction:{id}"  # taken back it leaves nothing behind; a message leaves its place
