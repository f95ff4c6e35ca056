"""What happens when a real part is not on this machine: never silence."""

from typing import NoReturn

import pytest

from tests.parts.places import in_ci

NOT_TESTED: dict[str, str] = {}
"""Parts that were missing in this run and how to get them; told again at the end of it."""


def missing(part: str, how: str) -> NoReturn:
    """Skip the test loudly since `part` is not here (`how` to get it); under CI=true, fail it."""
    if in_ci():
        pytest.fail(f"{part} is missing, and under CI it may not be: {how}", pytrace=False)
    NOT_TESTED[part] = how
    pytest.skip(f"{part} is missing: {how}")
