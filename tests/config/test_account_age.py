"""Since when an account exists, read from its number."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.config import Config
from bot.config.account_age import since
from bot.messages import Address


def test_the_example_of_discords_documentation():
    made = since(Address("discord", "175928847299117063"))
    assert made == datetime(2016, 4, 30, 11, 18, 25, 796000, tzinfo=UTC)


@pytest.mark.parametrize(
    ("platform", "user"),
    [("matrix", "@1759:example.org"), ("web", "175928847299117063"), ("discord", "rosa"),
     ("discord", ""), ("discord", "²"), ("discord", "1" * 21)],
)  # fmt: skip
def test_elsewhere_it_cannot_be_told(platform: str, user: str):
    assert since(Address(platform, user)) is None


def test_how_long_it_is_new_is_for_the_configuration_to_say():
    account = Address("discord", "175928847299117063")
    made = since(account)
    assert made is not None

    def until(days: int) -> datetime | None:
        platforms = {"discord": {"new_account_days": days}, "web": {}}
        return Config.model_validate({"platforms": platforms}).platforms.new_until(account)

    assert until(3) == made + timedelta(days=3)
    assert until(0) is None
    assert Config().platforms.new_until(account) is None
