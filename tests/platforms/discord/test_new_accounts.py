"""How old an account is, is read from the number Discord gives it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.platforms.discord.running import RunningDiscord


@pytest.mark.parametrize(
    ("made_ago", "is_new"), [(timedelta(hours=2), True), (timedelta(days=4), False)]
)
async def test_whose_account_is_new_is_told_by_who_wrote(
    bot: RunningDiscord, made_ago: timedelta, is_new: bool
):
    ali = bot.person("ali", made_ago=made_ago)
    ali.says("hello")
    sender = (await bot.hears_words("hello")).sender
    until = bot.config.platforms.new_until(sender)
    assert until is not None and (until > datetime.now(UTC)) is is_new
