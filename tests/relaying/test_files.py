"""Files are judged by what they are, and carry no name but ours."""

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.relaying.files import clean_file
from bot.relaying.passing import FileNotPassed
from bot.relaying.sounds import _crc
from tests.relaying.test_pictures import FORMATS, MARK, marked

NAMES = [
    "../../etc/passwd",
    "C:\\Rosa\\IMG_2026.jpg",
    "rosa.jpg.exe",
    "\u202egpj.exe",
    "a" * 5_000,
    "",
    "\x00",
    "/",
    "CON",
]


def bit_by_bit(page: bytes | bytearray) -> int:
    """Ogg's checksum as RFC 3533 describes it: polynomial 0x04c11db7, from zero, high bit first."""
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    return crc


def page(
    flags: int, number: int, *packets: bytes, serial: int = 4711, open_end: bool = False
) -> bytes:
    lacing = b""
    for at, packet in enumerate(packets):
        lacing += b"\xff" * (len(packet) // 255)
        if not (open_end and at == len(packets) - 1):
            lacing += bytes([len(packet) % 255])
    head = struct.pack("<4sBBqIII", b"OggS", 0, flags, 960 * number, serial, number, 0)
    whole = bytearray(head + bytes([len(lacing)]) + lacing + b"".join(packets))
    whole[22:26] = struct.pack("<I", bit_by_bit(whole))
    return bytes(whole)


HEAD = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
TAGS = (
    b"OpusTags"
    + struct.pack("<I", len(MARK))
    + MARK
    + struct.pack("<II", 1, 7 + len(MARK))
    + b"ARTIST="
    + MARK
)
SOUND = [bytes([at] * 70) for at in range(9)]


def voice(tags: bytes = TAGS, last: int = 4) -> bytes:
    return page(2, 0, HEAD) + page(0, 1, tags) + page(0, 2, *SOUND[:5]) + page(last, 3, *SOUND[5:])


def refused(data: bytes, policy="all", limit: int = 10**7) -> str:
    with pytest.raises(FileNotPassed) as refusal:
        clean_file("rosa.bin", "image/jpeg", data, policy, limit)
    return refusal.value.text_id


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("kind", "ours", "mime"),
    [
        ("JPEG", "picture.jpg", "image/jpeg"),
        ("PNG", "picture.png", "image/png"),
        ("WEBP", "picture.webp", "image/webp"),
        ("GIF", "picture.gif", "image/gif"),
    ],
)
def test_neither_name_nor_claimed_kind_passes(name: str, kind: str, ours: str, mime: str):
    clean = clean_file(name, "text/html", marked(kind))

    assert (clean.name, clean.mime) == (ours, mime)
    assert MARK not in clean.data


def test_a_file_and_its_refusal_show_no_content_in_a_log():
    clean = clean_file("rosa.png", "image/png", marked("PNG"))

    assert "PNG" not in repr(clean)
    with pytest.raises(FileNotPassed, match=r"^file-none-passed$"):
        clean_file("rosa.png", "image/png", marked("PNG"), "none")


def test_the_programme_decides_what_passes():
    assert refused(marked("PNG"), "none") == "file-none-passed"
    assert refused(voice(), "images") == "file-only-pictures"
    assert clean_file("a", "b", voice(), "all").name == "sound.ogg"


@pytest.mark.parametrize("policy", ["images", "all"])
def test_empty_and_too_large_files_are_refused(policy: str):
    assert refused(b"", policy) == "file-empty"
    assert refused(marked("PNG"), policy, limit=50) == "file-too-large"
    assert refused(bytes(51), policy, limit=50) == "file-too-large"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"PK\x03\x04" + bytes(40),
        b"ID3\x04" + bytes(40),
        b"\x00\x00\x00\x20ftypmp42" + bytes(40),
        b"<svg onload=alert(1)>",
        b"<html>",
        b"MZ" + bytes(40),
        b"RIFF\x00\x00\x00\x00WAVE" + bytes(40),
        b"OggS" + bytes(24) + b"\x01vorbis",
        b"\x1f\x8b" + bytes(40),
        b"ord",
    ],
)
def test_what_cannot_be_cleaned_is_refused_even_where_all_passes(data: bytes):
    assert refused(data) == "file-kind-not-passed"


def test_a_voice_message_keeps_its_sound_and_loses_its_labels():
    data = voice()
    assert MARK in data and struct.pack("<I", 4711) in data

    clean = clean_file("rosa.ogg", "audio/ogg", data, "all")

    assert (clean.name, clean.mime) == ("sound.ogg", "audio/ogg")
    assert MARK not in clean.data and struct.pack("<I", 4711) not in clean.data
    assert b"".join(SOUND[:5]) in clean.data and b"".join(SOUND[5:]) in clean.data
    pages = [b"OggS" + part for part in clean.data.split(b"OggS")[1:]]
    assert len(pages) == 4
    for number, written in enumerate(pages):
        blank = written[:22] + bytes(4) + written[26:]
        assert struct.unpack("<I", written[22:26])[0] == bit_by_bit(blank)
        assert struct.unpack("<I", written[18:22])[0] == number


def test_labels_over_several_pages_go_as_well():
    long = b"OpusTags" + MARK * 4_000
    parts = [long[at : at + 255 * 255] for at in range(0, len(long), 255 * 255)]
    pages = [
        page(at > 0, 1 + at, part, open_end=at < len(parts) - 1) for at, part in enumerate(parts)
    ]

    clean = clean_file("", "", page(2, 0, HEAD) + b"".join(pages) + page(4, 9, *SOUND), "all")

    assert MARK not in clean.data
    assert b"".join(SOUND) in clean.data


@pytest.mark.parametrize(
    "data",
    [
        voice()[:-3],
        voice() + b"PK\x03\x04" + MARK,
        voice() + page(4, 4, MARK),
        voice() + page(6, 0, MARK, serial=5),
        voice(last=0),
        voice(tags=b"Tags"),
        page(2, 0, HEAD),
        page(2, 0, HEAD) + page(0, 1, TAGS),
        page(2, 0, HEAD) + page(0, 1, TAGS, MARK) + page(4, 2, *SOUND),
        page(2, 0, HEAD + MARK) + page(0, 1, TAGS) + page(4, 2, *SOUND),
        page(2, 0, HEAD) + page(0, 1, TAGS) + page(4, 2, *SOUND, serial=12),
    ],
)
def test_a_voice_message_with_anything_odd_about_it_is_refused(data: bytes):
    assert refused(data) == "file-not-readable"


@given(st.binary(max_size=300))
def test_the_fast_checksum_is_the_slow_one(data: bytes):
    assert _crc(data) == bit_by_bit(data)


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=20),
    st.text(max_size=20),
    st.binary(max_size=80),
    st.sampled_from(["", "voice", *FORMATS]),
)
def test_whatever_comes_it_is_clean_or_refused_with_a_reason(
    name: str, mime: str, noise: bytes, kind: str
):
    whole = b"" if not kind else voice() if kind == "voice" else marked(kind)

    try:
        clean = clean_file(name, mime, whole[:60] + noise + whole[60 + len(noise) :], "all")
    except FileNotPassed as refusal:
        assert refusal.text_id.startswith("file-")
    else:
        assert clean.name in (
            "sound.ogg",
            "picture.jpg",
            "picture.png",
            "picture.webp",
            "picture.gif",
        )
        if clean.width:
            assert Image.open(io.BytesIO(clean.data)).size == (clean.width, clean.height)
