"""Since when an account exists, where its number proves it."""

from datetime import UTC, datetime, timedelta

from bot.messages import Address

_DISCORD_BEGAN = datetime(2015, 1, 1, tzinfo=UTC)
_BELOW_THE_TIME = (
    22  # bits of a number there; those above are milliseconds (Discord's documentation)
)


def since(address: Address) -> datetime | None:
    """When this account was made; None where that cannot be told."""
    user = address.user
    if address.platform != "discord" or not (user.isascii() and user.isdigit() and len(user) <= 20):
        return None
    return _DISCORD_BEGAN + timedelta(milliseconds=int(user) >> _BELOW_THE_TIME)
