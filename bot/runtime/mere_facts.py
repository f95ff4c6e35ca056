"""What a text may be told where only facts are spoken of: when, how and with whom."""

from collections.abc import Mapping
from typing import Any

NOT_MERE = frozenset({"topics", "note"})  # arguments that may tell of somebody's health
OF_FIGURES = frozenset({"report-picture"})  # whose note is about a picture


def mere_facts(text: str, args: Mapping[str, Any]) -> Mapping[str, Any]:
    """The arguments of a text, without what may tell of somebody's health."""
    if text in OF_FIGURES:
        return args
    return {name: "" if name in NOT_MERE else value for name, value in args.items()}
