"""Buttons and menus: what Discord takes of them."""

import json

from tests.parts.discord_server.answers import invalid
from tests.parts.discord_server.world import Json


def fit(components: list[Json], seen: set[str] | None = None) -> None:
    """They are such as Discord takes. Raises its refusal."""
    seen = set() if seen is None else seen
    for component in components:
        if len(component.get("label") or "") > 80 or len(component.get("custom_id") or "") > 100:
            raise invalid("components", "too long")
        key = component.get("custom_id")
        if key and key in seen:
            raise invalid("components", "COMPONENT_CUSTOM_ID_DUPLICATED")
        seen.add(key or "")
        if len(component.get("options") or []) > 25 or len(component.get("components") or []) > 5:
            raise invalid("components", "too many")
        fit(component.get("components") or [], seen)
    if len(json.dumps(components)) > 100_000 or len(components) > 5:
        raise invalid("components", "too many")
