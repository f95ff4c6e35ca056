"""nio's own log lines, kept out of ours.

nio logs room ids, people's addresses and device keys at INFO and WARNING, and formats them into the
message, so that no filter could take them out again. What matters is logged by us, without persons.
"""

import logging


def hush_nio() -> None:
    """Make sure that nothing nio logs reaches any handler of ours. Safe to call twice."""
    for name in ("nio", "peewee", "aiohttp_socks"):
        logger = logging.getLogger(name)
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
