"""What happens in stories about check-ins before the story itself."""

from collections.abc import Sequence

import sqlalchemy as sa

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import tables
from storage.database import Transaction
from tests.stories.steps import in_touch

VALUES = ("7", "6", "5", "8", "7", "6", "9", "8", "4")


async def parts_kindly(town: Town, name: str = "rosa") -> Townsperson:
    """They have talked with a volunteer of their own, and ended it; the goodbye is read."""
    giver = f"with-{name}-{len(town.people)}"
    rosa, mia = await in_touch(town, name, giver)
    await rosa.says("hello")
    await mia.says("hello")
    await rosa.says("!end")
    rosa.news()
    return rosa


async def invited(town: Town, name: str = "rosa") -> Townsperson:
    """They were asked whether they may be asked, and have not said anything to it."""
    rosa = await parts_kindly(town, name)
    await town.later(minutes=2)
    assert rosa.last().letter.mark.text_id == "check-in-invite"
    return rosa


async def agrees(town: Town, name: str = "rosa") -> Townsperson:
    """They said yes, and the first question stands open."""
    rosa = await invited(town, name)
    await rosa.presses("check-in-yes")
    assert rosa.heard()[-1] == "check-in-item"
    return rosa


async def answers_all(rosa: Townsperson, values: Sequence[str] = VALUES, leaving: str = "") -> None:
    """They answer the open round to its end; `leaving`: words of their own, too."""
    for value in values:
        await rosa.says(value)
    assert rosa.last().letter.mark.text_id == "check-in-thanks"
    if leaving:
        await rosa.presses("leave-comment")
        await rosa.says(leaving)


async def noted(town: Town, action: str) -> list[dict[str, object]]:
    """The numbers of every step of this kind in the journal."""

    def look(db: Transaction) -> list[dict[str, object]]:
        rows = db.all(sa.select(tables.journal).where(tables.journal.c.action == action))
        return [dict(row["numbers"]) for row in rows]

    return await town.database.read(look)


async def answered(town: Town) -> list[tuple[str, str, int, str]]:
    """Round, item, value and week of every answer that was let out."""

    def look(db: Transaction) -> list[tuple[str, str, int, str]]:
        rows = db.all(sa.select(tables.check_in_answers))
        return [(row["round"], row["item"], row["value"], row["week"]) for row in rows]

    return await town.database.read(look)
