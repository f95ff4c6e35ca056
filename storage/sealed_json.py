"""Values as JSON text on their way into the vault and back; moments stay moments."""

import json
from datetime import datetime
from typing import Any

_MOMENT = "__at"


def written(value: Any) -> str:
    """`value` as text. Knows mappings, sequences, strings, numbers and aware moments."""
    return json.dumps(value, default=_tag, ensure_ascii=False)


def read(text: str) -> Any:
    """The value that `written` wrote."""
    return json.loads(text, object_hook=_untag)


def _tag(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo:
        return {_MOMENT: value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _untag(mapping: dict[str, Any]) -> Any:
    return datetime.fromisoformat(mapping[_MOMENT]) if _MOMENT in mapping else mapping
