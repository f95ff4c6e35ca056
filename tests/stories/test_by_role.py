"""A role on their own server makes somebody a coordinator, or spares a volunteer the approval."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest_asyncio

from bot.domain.by_role import MadeBy
from bot.domain.people import Person
from bot.messages import Incoming, LookedUp, Said
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import journal, people
from storage.database import Transaction
from tests.stories.several_platforms import OFF_DISCORD, BroadTown
from tests.stories.steps import as_volunteer, asks_to_talk


class TownWithRoles(BroadTown):
    """Whoever lives on Discord is known by what they hold there, as long as it answers."""

    def __init__(self, folder: Path, **more: Any) -> None:
        self.roles: dict[str, frozenset[str]] = {}
        self.answers = True
        super().__init__(folder, **more)

    def gives(self, who: Townsperson, *roles: str) -> None:
        """From now on somebody holds these roles, and no others."""
        self.roles[who.address.user] = frozenset(roles)

    async def happens(self, event: Incoming) -> None:
        if isinstance(event, Said) and event.sender.platform == "discord" and self.answers:
            held = self.roles.get(event.sender.user, frozenset())
            event = replace(event, holds=held)
        await super().happens(event)

    async def looks_up(self, who: Townsperson) -> None:
        """What somebody holds is looked up; they did nothing."""
        held = self.roles.get(who.address.user, frozenset())
        seen = LookedUp(
            id=self.next_id("roles"), at=self.now, sender=who.address, place=who.place, holds=held
        )
        await super().happens(seen)


@pytest_asyncio.fixture
async def town(tmp_path: Path) -> AsyncIterator[TownWithRoles]:
    town = await TownWithRoles.begin(tmp_path, config=OFF_DISCORD)
    yield town
    await town.close()


async def _acts(town: Town) -> list[str]:
    def read(db: Transaction) -> list[str]:
        assert journal.audit_is_whole(db)
        return [act.action for act in journal.acts(db, 20)]

    return await town.database.read(read)


async def _knows(town: Town, who: Townsperson) -> Person:
    found = await town.database.read(people.recognise, who.address)
    assert found is not None
    return found


async def test_karim_coordinates_by_a_role_from_his_first_word(town: TownWithRoles):
    karen = await town.coordinator("karen")
    karim = town.stranger("karim@discord")
    town.gives(karim, "coordinator")

    await karim.says("queue")

    assert karim.heard() == ["by-role-coordinator", "queue"]
    assert karen.heard() == ["by-role-coordinator-told"]
    assert await _acts(town) == ["coordinator-by-role"]
    await karen.says("coordinators")
    first, *rows = [shown.text for shown in karen.news()]
    assert "2" in first and sum("as long as they hold it" in row for row in rows) == 1
    assert not any("karim" in row.lower() for row in rows)


async def test_without_the_role_nothing_is_different(town: TownWithRoles):
    karen = await town.coordinator("karen")
    bo = await town.receiver("bo@discord")
    town.gives(bo, "volunteer")
    await bo.says("queue")
    assert bo.heard() == ["by-role-volunteer", "not-allowed"]
    assert karen.heard() == [] and not (await _knows(town, bo)).is_coordinator


async def test_who_lost_the_role_may_nothing_at_their_next_word(town: TownWithRoles):
    karen = await town.coordinator("karen")
    karim = await town.receiver("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    karim.heard(), karen.heard()

    town.gives(karim)
    await karim.says("queue")

    assert karim.heard() == ["by-role-coordinator-gone", "not-allowed"]
    assert karen.heard() == ["by-role-coordinator-gone-told"]
    assert await _acts(town) == ["coordinator-role-gone", "coordinator-by-role"]


async def test_who_lost_the_role_hears_no_alarm_though_they_do_nothing(town: TownWithRoles):
    await town.coordinator("karen")
    karim = await town.receiver("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    karim.heard()

    assert len(await town.database.read(people.with_roles, "discord")) == 1
    town.gives(karim)
    await town.looks_up(karim)
    await town.looks_up(karim)

    assert await town.database.read(people.with_roles, "discord") == []
    assert karim.heard() == ["by-role-coordinator-gone"]
    assert not (await _knows(town, karim)).is_coordinator


async def test_when_discord_does_not_answer_nothing_changes(town: TownWithRoles):
    await town.coordinator("karen")
    karim = await town.receiver("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    karim.heard()
    town.answers = False
    await karim.says("queue")
    assert karim.heard() == ["queue"]


async def test_a_role_takes_nothing_from_who_is_named_otherwise(town: TownWithRoles):
    await town.coordinator("karen")
    karim = await town.coordinator("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    town.gives(karim)
    await karim.says("queue")
    assert karim.heard() == ["queue", "queue"]
    assert (await _knows(town, karim)).made_by == MadeBy.WORD


async def test_the_last_one_stays_and_it_is_said_once(town: TownWithRoles):
    karim = await town.receiver("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    karim.heard()

    town.gives(karim)
    await karim.says("queue")
    await karim.says("queue")
    assert karim.heard() == ["by-role-coordinator-last", "queue", "queue"]
    assert await _acts(town) == ["coordinator-role-gone-last", "coordinator-by-role"]

    await town.coordinator("karen")
    await town.looks_up(karim)
    assert karim.heard() == ["by-role-coordinator-gone"]


async def test_who_a_coordinator_took_off_is_not_brought_back_by_the_role(town: TownWithRoles):
    karen = await town.coordinator("karen")
    karim = await town.receiver("karim@discord")
    town.gives(karim, "coordinator")
    await karim.says("queue")
    karen.heard()

    await karen.says("coordinator remove discord:karim")
    assert "role on your server" in karen.last().text
    await karen.presses("confirm-yes")
    karim.heard()
    await karim.says("queue")
    assert karim.heard() == ["not-allowed"]

    await karen.says("coordinator add discord:karim")
    await karen.presses("confirm-yes")
    await karim.says("queue")
    assert karim.heard() == ["queue"]


async def _is_asked_nothing_but_facts(ida: Townsperson) -> None:
    await ida.says("volunteer")
    await ida.says("dansk og engelsk")


async def test_ida_holds_the_volunteers_role_and_needs_no_approval(town: TownWithRoles):
    karen = await town.coordinator("karen")
    ida = await town.receiver("ida@discord")
    town.gives(ida, "volunteer")

    await ida.says("status")
    assert ida.heard()[0] == "by-role-volunteer"
    await _is_asked_nothing_but_facts(ida)

    assert ida.heard() == ["volunteer-intro", "apply-languages-ask", "volunteer-approved"]
    assert karen.heard() == ["by-role-volunteer-told"]
    await ida.says("duty 60")
    await ida.says("yes")
    assert ida.heard() == ["duty-check", "duty-on"]


async def test_the_role_spares_no_training(tmp_path: Path):
    plain = await TownWithRoles.begin(tmp_path, config=OFF_DISCORD)
    programme = replace(plain.programme, onboarding=("introduction",))
    await plain.close()
    town = await TownWithRoles.begin(tmp_path, config=OFF_DISCORD, programme=programme)
    karen = await town.coordinator("karen")
    ida = await town.receiver("ida@discord")
    town.gives(ida, "volunteer")
    await _is_asked_nothing_but_facts(ida)
    known = await as_volunteer(town, ida)
    assert known.status == "in-training" and f"approve {known.name}" in karen.last().text
    await karen.says(f"approve {known.name}")
    assert (await as_volunteer(town, ida)).status == "active"
    await town.close()


async def test_who_had_applied_before_the_role_is_approved_by_it(town: TownWithRoles):
    karen = await town.coordinator("karen")
    ida = await town.receiver("ida@discord")
    await _is_asked_nothing_but_facts(ida)
    assert karen.heard() == ["volunteer-application"]
    ida.heard()
    town.gives(ida, "volunteer")
    await ida.says("status")
    assert ida.heard()[0] == "volunteer-approved"
    await karen.presses("approve-volunteer")
    assert "volunteer-approved" not in ida.heard() and "approve-done" not in karen.heard()


async def test_a_volunteer_without_the_role_rests_and_is_back_with_it(town: TownWithRoles):
    karen = await town.coordinator("karen")
    ida = await town.receiver("ida@discord")
    town.gives(ida, "volunteer")
    await _is_asked_nothing_but_facts(ida)
    ida.heard(), karen.heard()

    town.gives(ida)
    await ida.says("duty 60")
    assert ida.heard() == ["volunteer-suspended", "volunteer-suspended"]
    assert karen.heard() == ["by-role-volunteer-gone-told"]

    town.gives(ida, "volunteer")
    await town.looks_up(ida)
    assert ida.heard() == ["volunteer-resumed"]
    assert (await as_volunteer(town, ida)).status == "active"


async def test_who_was_suspended_by_a_coordinator_stays_so_with_the_role(town: TownWithRoles):
    karen = await town.coordinator("karen")
    ida = await town.receiver("ida@discord")
    town.gives(ida, "volunteer")
    await _is_asked_nothing_but_facts(ida)
    name = (await as_volunteer(town, ida)).name
    await karen.says(f"suspend {name}")
    await karen.presses("confirm-yes")

    town.gives(ida)
    await ida.says("status")
    town.gives(ida, "volunteer")
    await ida.says("status")

    assert (await as_volunteer(town, ida)).status == "suspended"


async def test_a_volunteer_others_approved_does_not_need_the_role(town: TownWithRoles):
    mia = await town.volunteer("mia@discord")
    town.gives(mia, "volunteer")
    await mia.says("status")
    town.gives(mia)
    await mia.says("status")
    assert (await as_volunteer(town, mia)).status == "active"


async def test_nobody_is_left_in_the_middle_of_a_contact(town: TownWithRoles):
    karen = await town.coordinator("karen")
    ida, rosa = await town.receiver("ida@discord"), await town.receiver("rosa")
    town.gives(ida, "volunteer")
    await _is_asked_nothing_but_facts(ida)
    await ida.says("duty 60")
    await ida.says("yes")
    await asks_to_talk(rosa)
    await ida.presses("accept")
    karen.heard()

    town.gives(ida)
    await town.looks_up(ida)
    await town.looks_up(ida)
    assert karen.heard() == ["by-role-volunteer-gone-told"] and "in touch" in karen.last().text
    assert (await as_volunteer(town, ida)).status == "active"

    await rosa.says("!end")
    await town.looks_up(ida)
    assert (await as_volunteer(town, ida)).status == "suspended"
