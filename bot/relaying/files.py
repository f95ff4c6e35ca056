"""Decides whether a file may be passed on, and cleans it by what it is, not by what it says it is.

What can be cleaned: JPEG, PNG, WebP and GIF pictures (painted anew) and, where a programme passes
`all`, voice messages in Ogg Opus (labels taken off). Everything else is refused, also
under `all`: a PDF, video, MP3 or archive may name its writer in more places than we can vouch for.
"""

from typing import Literal

from bot.relaying.passing import CleanFile, FileNotPassed
from bot.relaying.pictures import PICTURE_BYTES, PictureLimits, clean_picture
from bot.relaying.sounds import clean_sound

Policy = Literal["none", "images", "all"]


def clean_file(
    name: str, mime: str, data: bytes, policy: Policy = "images", limit: int = PICTURE_BYTES
) -> CleanFile:
    """The file as it may be passed on, at most `limit` bytes, under a name of ours.

    `name` and `mime` are the sender's claims: nothing of them passes and nothing is decided by
    them. Raises `FileNotPassed`.
    """
    if policy == "none":
        raise FileNotPassed("file-none-passed")
    if not data:
        raise FileNotPassed("file-empty")
    if len(data) > limit:
        raise FileNotPassed("file-too-large")
    if _is_picture(data):
        return clean_picture(data, PictureLimits(data=limit))
    if policy == "images":
        raise FileNotPassed("file-only-pictures")
    if data.startswith(b"OggS") and data[28:36] == b"OpusHead":
        return clean_sound(data, limit)
    raise FileNotPassed("file-kind-not-passed")


def _is_picture(data: bytes) -> bool:
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")) or (
        data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    )
