"""What a file looks like that may be passed on, and how one is refused."""

from dataclasses import dataclass, field
from typing import Literal

Reason = Literal[
    "file-none-passed",  # the programme passes no files
    "file-only-pictures",  # the programme passes pictures, and this is something else
    "file-kind-not-passed",  # we cannot take the metadata out of this kind
    "file-empty",
    "file-too-large",  # more bytes than allowed, as it came or as it would be passed on
    "file-too-many-pixels",
    "file-not-readable",  # broken, cut short, or not what it claims to be
]


class FileNotPassed(Exception):
    """A file is refused. `text_id` says why; name and content are in no message."""

    def __init__(self, text_id: Reason) -> None:
        super().__init__(text_id)
        self.text_id: Reason = text_id


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file with nothing of its origin but what can be seen or heard in it."""

    name: str  # ours, by kind
    mime: str  # by content
    data: bytes = field(repr=False)
    width: int | None = None  # pixels, pictures only
    height: int | None = None
