"""What goes along with a letter of ours as a file of text."""

from collections.abc import Mapping
from typing import Any

from bot.platforms.platform import OutgoingFile

MIMES = {
    "json": "application/json",
    "ics": "text/calendar",
    "csv": "text/csv",
    "html": "text/html",
}


def attached(payload: Mapping[str, Any]) -> OutgoingFile | None:
    """The file that a letter's payload holds, if any."""
    text, name = payload.get("attached", ""), payload.get("attached_as", "my-data.json")
    if not text:
        return None
    return OutgoingFile(name=name, mime=MIMES[name.rpartition(".")[2]], data=text.encode())
