"""Where a programme is by voice alone, nobody could ever be asked for an appointment."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.programme import Form
from bot.programmes.loading import load
from tests.stories.appointed import books
from tests.stories.story_town import StoryTown


@pytest.mark.parametrize("forms", [(Form.VOICE,), (Form.VOICE, Form.CHAT), (Form.CHAT,)])
async def test_its_volunteers_are_asked(tmp_path: Path, forms: tuple[Form, ...]):
    town = await StoryTown.begin(tmp_path, programme=replace(load("drop-in"), forms=forms))
    mia, rosa = await town.volunteer("mia", on_duty=False), await town.receiver("rosa")
    await books(rosa)
    await rosa.presses("confirm-yes")
    assert mia.heard() == ["appointment-offer"]
    await town.close()
