"""Applying, being approved step by step, or kindly turned down."""

from dataclasses import replace

import pytest

from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.stories.steps import as_volunteer


async def _applies(person: Townsperson, word: str = "volunteer") -> None:
    await person.says(word)
    await person.says("1, 10")
    await person.says("dansk og engelsk")


@pytest.mark.parametrize("word", ["volunteer", "frivillig"])
async def test_an_application_goes_to_the_coordinators_under_a_name_made_here(town: Town, word):
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")

    await _applies(ida, word)

    assert ida.heard() == [
        "volunteer-intro",
        "apply-topics-ask",
        "apply-languages-ask",
        "volunteer-applied",
    ]
    name = (await as_volunteer(town, ida)).name
    assert name in ida.last().text
    assert karen.heard() == ["volunteer-application"]
    assert name in karen.last().text and "Grief and loss" in karen.last().text
    assert "ida" not in karen.last().text.lower()


async def test_approved_and_at_once_on_duty(town: Town):
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")
    await _applies(ida)
    ida.heard()
    await ida.says("duty 60")
    assert ida.heard() == ["volunteer-still-applied"]

    await karen.presses("approve-volunteer")
    assert ida.heard() == ["volunteer-approved"]
    await ida.says("duty 60")
    await ida.says("yes")

    assert ida.heard() == ["duty-check", "duty-on"]


async def test_approved_by_name(town: Town):
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")
    await _applies(ida)
    name = (await as_volunteer(town, ida)).name

    await karen.says(f"godkend {name.lower()}")
    await karen.says(f"approve {name}")

    assert karen.heard()[-2:] == ["approve-done", "volunteers-approved-already"]


async def test_turned_down_kindly_and_may_apply_again(town: Town):
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")
    await _applies(ida)
    ida.heard()

    await karen.presses("turn-down")
    assert ida.heard() == ["volunteer-turned-down"]
    await _applies(ida)

    assert karen.heard()[-1] == "volunteer-application"
    await karen.presses("approve-volunteer")
    assert ida.heard()[-1] == "volunteer-approved"


async def test_a_volunteer_changes_what_they_told(town: Town):
    mia = await town.volunteer("mia", topics=["eating"])

    await _applies(mia)

    assert mia.last().letter.mark.text_id == "volunteer-changed"
    changed = await as_volunteer(town, mia)
    assert changed.topics == {"anxiety", "grief"} and changed.status == "active"


async def test_each_training_step_is_told_and_a_suspension_does_not_skip_any(tmp_path):
    plain = await Town.begin(tmp_path)
    programme = replace(plain.programme, onboarding=("introduction", "shadowing"))
    await plain.close()
    town = await Town.begin(tmp_path, programme=programme)
    karen, ida = await town.coordinator("karen"), await town.receiver("ida")
    await _applies(ida)
    name = (await as_volunteer(town, ida)).name
    await karen.presses("approve-volunteer")
    assert "introduction" in ida.last().text
    await karen.says(f"approve {name}")
    assert "shadowing" in ida.last().text
    await ida.says("duty 60")
    assert ida.last().letter.mark.text_id == "volunteer-in-training"

    await karen.says(f"suspend {name}")
    await karen.says("yes")
    await karen.says(f"resume {name}")
    assert (await as_volunteer(town, ida)).status == "in-training"
    await karen.says(f"approve {name}")

    assert (await as_volunteer(town, ida)).status == "active"
    assert ida.last().letter.mark.text_id == "volunteer-approved"
    await town.close()


async def test_somebody_suspended_cannot_apply_around_it(town: Town):
    karen, mia = await town.coordinator("karen"), await town.volunteer("mia")
    await karen.says("suspend mia")
    await karen.says("yes")
    mia.heard()

    await mia.says("volunteer")

    assert mia.heard() == ["volunteer-suspended"]


async def test_words_of_volunteers_said_by_others(town: Town):
    rosa = await town.receiver("rosa")

    for word in ("duty 60", "off", "accept", "limits", "why", "vagt"):
        await rosa.says(word)

    assert rosa.heard() == ["not-a-volunteer"] * 6
