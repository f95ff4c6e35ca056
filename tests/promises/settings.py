"""How many histories are tried: a few hundred in CI, always the same; more by hand.

PEERBOT_EXAMPLES=3000 tries so many, others each time.
"""

import os

from hypothesis import HealthCheck, settings

IN_CI = 200
IN_CI_OF_WEEKS = 60  # each lasts for seven weeks, and as long as three evenings to play

_BY_HAND = os.environ.get("PEERBOT_EXAMPLES", "")
histories = settings(
    max_examples=int(_BY_HAND or IN_CI),
    derandomize=not _BY_HAND,
    print_blob=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
histories_of_weeks = settings(histories, max_examples=int(_BY_HAND or IN_CI_OF_WEEKS))
