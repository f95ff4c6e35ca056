"""Values as JSON text on their way into the vault and back; moments and dates stay what they are."""

import json
from datetime import date, datetime
from typing import Any

_MOMENT = "__at"
_DATE = "__on"


def written(value: Any) -> str:
    """`value` as text. Knows mappings, sequences, strings, numbers, aware moments and dates."""
    return json.dumps(value, default=_tag, ensure_ascii=False)


def padded(value: Any, block: int) -> str:
    """The same, with spaces behind it up to a multiple of `block` bytes: its length tells little."""
    text = written(value)
    return text + " " * (-len(text.encode("utf-8", "surrogatepass")) % block)


def read(text: str) -> Any:
    """The value that `written` wrote."""
    return json.loads(text, object_hook=_untag)


def _tag(value: Any) -> Any:
    if isinstance(value, datetime):
        if value.tzinfo:
            return {_MOMENT: value.isoformat()}
    elif isinstance(value, date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _untag(mapping: dict[str, Any]) -> Any:
    if _DATE in mapping:
        return date.fromisoformat(mapping[_DATE])
    return datetime.fromisoformat(mapping[_MOMENT]) if _MOMENT in mapping else mapping
