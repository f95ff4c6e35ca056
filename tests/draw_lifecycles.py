"""Draws docs/lifecycles.md from bot/domain/lifecycle.py: `python -m tests.draw_lifecycles`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.domain import lifecycle

PAGE = Path(__file__).resolve().parents[1] / "docs" / "lifecycles.md"
HEAD = """\
# Lifecycles

Drawn from `bot/domain/lifecycle.py`, where every status and every allowed step stands once.
Do not edit: change the table there, then run `python -m tests.draw_lifecycles`. A guard test
compares the two.
"""
DRAWN: tuple[tuple[str, str, Mapping[Any, frozenset[Any]]], ...] = (
    ("Request", "A receiver's wish.", lifecycle.REQUEST_STEPS),
    ("Offer", "One request, put to one volunteer.", lifecycle.OFFER_STEPS),
    ("Contact", "Two people in touch.", lifecycle.CONTACT_STEPS),
    ("Appointment", "A time of one's own.", lifecycle.APPOINTMENT_STEPS),
    ("Series", "Appointments that come back.", lifecycle.SERIES_STEPS),
    ("Gathering", "Several people at a time.", lifecycle.GATHERING_STEPS),
    ("Guest", "Somebody who was asked to a gathering of a group.", lifecycle.GUEST_STEPS),
    ("Safety check", "One person of a meeting in person.", lifecycle.SAFETY_STEPS),
    ("Check-in", "Whether somebody may be asked afterwards.", lifecycle.CHECK_IN_STEPS),
    ("Volunteer", "How far somebody has come in a programme.", lifecycle.VOLUNTEER_STEPS),
)


def page() -> str:
    """The whole page as it should be."""
    return "\n".join((HEAD, *(_drawn(*one) for one in DRAWN)))


def _drawn(title: str, says: str, steps: Mapping[StrEnum, frozenset[StrEnum]]) -> str:
    first, *_ = steps
    lines = [f"    [*] --> {_state(first)}"]
    for status, following in steps.items():
        in_order = [then for then in steps if then in following]
        lines += [f"    {_state(status)} --> {_state(then)}" for then in in_order]
        lines += [f"    {_state(status)} --> [*]"] * (not following)
    drawing = "\n".join(("```mermaid", "stateDiagram-v2", *lines, "```"))
    return f"## {title}\n\n{says}\n\n{drawing}\n"


def _state(status: StrEnum) -> str:
    return status.value.replace("-", "_")  # mermaid takes a hyphen for part of an arrow


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
