"""A marker in how somebody can be called and in where two meet; afterwards nothing is left of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.programme import Form
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from tests.guards.hunting import OTHER, WORD, Heard, nothing_is_in_clear, said, words_left
from tests.stories.appointed import heard_at_last, settled


async def calls(rosa: Townsperson, _: Townsperson) -> None:
    await rosa.presses("share-way")
    await rosa.says(said("+45 12 34 56 78"))
    await rosa.presses("confirm-yes")


async def meet(rosa: Townsperson, mia: Townsperson) -> None:
    await rosa.presses("suggest-place")
    await rosa.says(said("the library"))
    await mia.presses("place-fits")


@pytest.mark.parametrize(("form", "agree"), [(Form.VOICE, calls), (Form.IN_PERSON, meet)])
async def test_it_is_sealed_while_it_is_needed_and_gone_afterwards(
    tmp_path: Path, heard: Heard, form: Form, agree
):
    drop_in = replace(load("drop-in"), forms=(Form.CHAT, form))
    town = await Town.begin(tmp_path, programme=drop_in)
    karin = await town.coordinator("karin")
    rosa, mia = await settled(town, form=form.value)
    await agree(rosa, mia)
    assert "contact_ways.way_sealed" in await words_left(town.database)
    await nothing_is_in_clear(town.database)

    await heard_at_last(town, mia, "contact-opened")
    await town.later(hours=3)
    shown = "\n".join(s.text for p in (mia, karin) for s in p.seen())
    assert WORD.findall(shown), "it was shown, or nobody answered and a coordinator was told"
    await town.later(hours=25)

    assert await words_left(town.database) == set()
    await nothing_is_in_clear(town.database)
    assert heard.lines and OTHER.findall("\n".join(heard.lines)) == []
    await town.close()
