"""Saying when, in ordinary Danish and English; in doubt it asks."""

from bot.domain.when.answer import Answer, NotUnderstood, Unclear, Understood, Why
from bot.domain.when.reading_back import ReadBack, read_back
from bot.domain.when.series import Occurrence, Rhythm, Series, occurrences
from bot.domain.when.understanding import HORIZON, how_long, understand

__all__ = [
    "HORIZON",
    "Answer",
    "NotUnderstood",
    "Occurrence",
    "ReadBack",
    "Rhythm",
    "Series",
    "Unclear",
    "Understood",
    "Why",
    "how_long",
    "occurrences",
    "read_back",
    "understand",
]
