"""A text in the reader's language and zone, as their platform may show it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from bot.conversation.desk import Desk
from bot.runtime.mere_facts import mere_facts
from bot.texts import moments
from bot.texts.catalogue import Rendered

# Platforms that make something of a marked time (decision 0034).
READ_TIMES = frozenset({"web", "discord"})


def rendered(
    text: str, args: Mapping[str, Any], language: str, zone: str, desk: Desk, platform: str
) -> Rendered:
    """The text `text` with its arguments."""
    if desk.facts_only(platform):
        args = mere_facts(text, args)
    return desk.catalogue.render(
        text,
        {name: _shown(name, value, language, zone, desk) for name, value in args.items()},
        language=language,
        zone=zone,
        programme=desk.main.name,
        marks_times=platform in READ_TIMES,
    )


def _shown(
    name: str, value: Any, language: str, zone: str, desk: Desk
) -> str | int | float | datetime | date:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "dates" and isinstance(value, str):
        return moments.listed(value, language, zone)
    if name in ("topics", "languages", "forms") and isinstance(value, str):
        ids = [id.strip() for id in value.split(",") if id.strip()]
        called = desk.main.topic_label if name == "topics" else desk.catalogue.label
        return ", ".join(called(id, language) for id in ids)
    return "" if value is None else value
