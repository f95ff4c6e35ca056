"""A Danish coordinator was told to write `tildel CODE NAME`."""

import pytest

from bot.conversation.commands import TAKEN_IN_DANISH, usage
from bot.rehearsal.town import Town
from handlers import everything


@pytest.mark.parametrize("command", everything().vocabulary().commands, ids=lambda c: c.name)
def test_all_that_can_be_written_after_a_word_is_named_in_danish(command):
    assert {taken.name for taken in command.takes} <= set(TAKEN_IN_DANISH)
    assert usage(command, language="da").count("[") == sum(t.optional for t in command.takes)


async def test_help_and_usage_in_danish(town: Town):
    karen = await town.coordinator("karen", "da")

    await karen.says("tildel")
    assert "tildel KODE NAVN" in karen.last().text
    await karen.says("hjælp luk")
    assert "luk KODE" in karen.last().text
    await karen.says("hjælp")

    assert "meddel BESKED" in karen.last().text
    assert not [word for word in ("CODE", "NAME", "MESSAGE", "ADDRESS", "LANGUAGE", "WORD")
                if word in karen.last().text]  # fmt: skip
