"""Whoever tells texts by their words alone knows a relayed line by any name there is."""

import pytest

from bot.domain.pseudonyms import NAMES
from tests.acceptance.worded import RELAY, texts_in


@pytest.mark.parametrize("name", NAMES)
def test_a_relayed_line_is_known_under_every_name(name: str):
    assert texts_in(f"{name}: Mia says line 16.") == {RELAY}
