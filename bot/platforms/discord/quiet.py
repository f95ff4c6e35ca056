"""discord.py's own log lines, kept out of ours: they name channels, and with them people."""

import logging


def hush_discord() -> None:
    """Make sure that nothing discord.py logs reaches any handler of ours. Safe to call twice."""
    logger = logging.getLogger("discord")
    logger.propagate = False
    logger.setLevel(logging.CRITICAL + 1)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
