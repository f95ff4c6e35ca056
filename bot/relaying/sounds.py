"""Takes the labels off a voice message: Ogg Opus, as Matrix clients record it."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from bot.relaying.passing import CleanFile, FileNotPassed

_PAGE = struct.Struct(
    "<4sBBqIIIB"
)  # RFC 3533: magic, version, flags, granule, serial, number, CRC, count
_CONTINUED, _FIRST, _LAST = 1, 2, 4
_SERIAL = 1
_NO_TAGS = (
    b"OpusTags" + struct.pack("<I", 0) + struct.pack("<I", 0)
)  # RFC 7845, 5.2: no vendor, none
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Page:
    flags: int
    granule: int
    serial: int
    lacing: bytes
    body: bytes

    def written(self, number: int) -> bytes:
        head = _PAGE.pack(
            b"OggS", 0, self.flags, self.granule, _SERIAL, number, 0, len(self.lacing)
        )
        page = bytearray(head + self.lacing + self.body)
        page[22:26] = struct.pack("<I", _crc(page))
        return bytes(page)


def clean_sound(data: bytes, limit: int) -> CleanFile:
    """The voice message in `data` without comments, pictures, serial number and program's name.

    Takes one Opus stream in Ogg, nothing before, between or behind it; the sound itself is not
    changed, so the voice is as recognisable as ever. Raises `FileNotPassed`.
    """
    if not data:
        raise FileNotPassed("file-empty")
    if len(data) > limit:
        raise FileNotPassed("file-too-large")
    try:
        pages = list(_pages(data))
        first, rest = pages[0], pages[1:]
        # RFC 7845, 3: the head is alone on the first page; the tags end their own last page.
        ends = next(at for at, page in enumerate(rest) if page.lacing and page.lacing[-1] < 255)
    except (struct.error, IndexError, StopIteration):
        raise FileNotPassed("file-not-readable") from None
    sound = rest[ends + 1 :]
    whole = (
        first.flags == _FIRST
        and first.body[:8] == b"OpusHead"
        and rest[0].body[:8] == b"OpusTags"
        and _is_one_packet(rest[: ends + 1])
        and bool(sound)
        and not any(page.flags & _FIRST or page.serial != first.serial for page in rest)
        and bool(sound[-1].flags & _LAST)
        and not any(page.flags & _LAST for page in pages[:-1])
    )
    if (
        not whole
        or first.body[8:9] != b"\x01"
        or first.body[18:19] != b"\x00"
        or len(first.body) != 19
    ):
        raise FileNotPassed("file-not-readable")
    tags = _Page(0, 0, _SERIAL, bytes([len(_NO_TAGS)]), _NO_TAGS)
    written = b"".join(page.written(at) for at, page in enumerate((first, tags, *sound)))
    return CleanFile("sound.ogg", "audio/ogg", written)


def _pages(data: bytes) -> Iterator[_Page]:
    at = 0
    while at < len(data):
        magic, version, flags, granule, serial, _, _, count = _PAGE.unpack_from(data, at)
        lacing = data[at + _PAGE.size : at + _PAGE.size + count]
        begin = at + _PAGE.size + count
        at = begin + sum(lacing)
        if magic != b"OggS" or version != 0 or flags > 7 or len(lacing) != count or at > len(data):
            raise FileNotPassed("file-not-readable")
        yield _Page(flags, granule, serial, lacing, data[begin:at])


def _is_one_packet(pages: list[_Page]) -> bool:
    lacing = b"".join(page.lacing for page in pages)
    return all(size == 255 for size in lacing[:-1])


def _crc(page: bytes | bytearray) -> int:
    """Ogg's CRC-32 has zlib's polynomial, but reads bits the other way round and starts at zero."""
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
