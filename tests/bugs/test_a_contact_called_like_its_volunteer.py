"""Birk was told "you are in touch with Birk": what the other was called was their own name here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import pseudonyms
from bot.rehearsal.town import Town
from tests.stories.steps import asks_to_talk

IDS = st.text(alphabet="0123456789abcdefghijklmnopqrstuv", min_size=26, max_size=26)


@given(IDS, st.sampled_from(pseudonyms.NAMES))
def test_nobody_in_a_contact_is_called_what_its_volunteer_is_called(id, name):
    one, other = pseudonyms.pair(id, but=name)
    assert one != other and name not in (one, other)


@pytest.mark.parametrize("how", ["accepts", "takes"])
async def test_also_when_few_names_are_left(town: Town, monkeypatch, how):
    monkeypatch.setattr(pseudonyms, "NAMES", ("Mia", "Elm", "Oak"))
    rosa, mia = await town.receiver("rosa"), await town.volunteer("mia")
    await town.coordinator("mia")

    await asks_to_talk(rosa)
    if how == "accepts":
        await mia.presses("accept")
    else:
        await town.later(minutes=6)
        await mia.presses("take-request")

    assert mia.heard()[-1] == rosa.heard()[-1] == "contact-opened"
    for told in (mia.last().text, rosa.last().text):
        assert "Mia" not in told and ("Elm" in told or "Oak" in told)
