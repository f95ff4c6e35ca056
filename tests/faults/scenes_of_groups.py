"""Scenes as in `scenes`: gatherings and groups, which come up, are asked about, begin and end."""

from datetime import timedelta

from bot.domain import group, holding, inviting
from bot.rehearsal.town import Town
from tests.faults.playing import scene
from tests.stories.gathered import group_of_one, plans


@scene(holding.ENDS)
async def a_gathering_is_planned(town: Town) -> None:
    await plans(town.people["karin"], how="confirm-yes")


@scene(group.OPENS)
async def a_group_is_planned_and_one_says_yes(town: Town) -> None:
    await group_of_one(town)


@scene(inviting.REMIND)
async def a_group_begins_the_day_after_tomorrow(town: Town) -> None:
    await group_of_one(town, hours=48)


@scene(inviting.ASK)
async def a_group_is_planned_at_night(town: Town) -> None:
    town.now += timedelta(hours=4)
    await group_of_one(town, hours=60, answers=False)
