"""Pictures are painted anew: what camera, place and program wrote into them stays with us."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from bot.relaying.passing import FileNotPassed
from bot.relaying.pictures import PICTURE_PIXELS, PictureLimits, clean_picture

MARK = b"Rosa-lives-in-Vejle"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + MARK + b"</x:xmpmeta>"
FORMATS = ["JPEG", "PNG", "WEBP", "GIF"]


def drawn(size=(40, 20), mode="RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    return picture.convert(mode)


def colour(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def telling(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = MARK.decode()  # description
    exif[0x0110] = MARK.decode()  # camera
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 42.0, 33.0), 29: MARK.decode()})
    return exif


def marked(kind: str, orientation: int = 1) -> bytes:
    """A picture with the mark in every place its format has for words."""
    out = io.BytesIO()
    picture = drawn()
    exif = telling(orientation).tobytes()
    if kind == "JPEG":
        picture.save(out, kind, exif=exif, comment=MARK, xmp=XMP, icc_profile=MARK * 8)
    elif kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", MARK.decode())
        words.add_text("Comment", MARK.decode(), zip=False)
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        picture.save(out, kind, exif=exif, pnginfo=words)
    elif kind == "WEBP":
        picture.save(out, kind, exif=exif, xmp=XMP, icc_profile=MARK * 8)
    else:
        picture.save(out, kind, comment=MARK)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def refused(data: bytes, limits: PictureLimits | None = None) -> str:
    with pytest.raises(FileNotPassed) as refusal:
        clean_picture(data, limits or PictureLimits())
    return refusal.value.text_id


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_written_beside_the_pixels_is_passed_on(kind: str):
    data = marked(kind)
    assert MARK in data

    clean = clean_picture(data)

    assert MARK not in clean.data
    assert b"xmpmeta" not in clean.data and b"Exif" not in clean.data and b"ICC" not in clean.data
    assert opened(clean.data).format == kind
    assert not opened(clean.data).getexif()
    assert (clean.width, clean.height) == (40, 20)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_taken_sideways_arrives_upright(kind: str):
    clean = clean_picture(marked(kind, orientation=6))

    assert (clean.width, clean.height) == (20, 40)
    top, bottom = (colour(opened(clean.data).convert("RGB"), 10, y) for y in (4, 36))
    assert top[0] > 200 and bottom[2] > 200


@pytest.mark.parametrize("kind", FORMATS)
def test_a_zip_behind_a_picture_stays_behind(kind: str):
    hidden = io.BytesIO()
    with zipfile.ZipFile(hidden, "w") as archive:
        archive.writestr("rosa.txt", MARK)
    data = marked(kind) + hidden.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(data))

    clean = clean_picture(data)

    assert MARK not in clean.data
    assert b"PK\x03\x04" not in clean.data
    assert not zipfile.is_zipfile(io.BytesIO(clean.data))


def png_claiming(width: int, height: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "size", [(5_001, 6_000), (8_000, 7_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)]
)
def test_a_bomb_is_refused_from_its_header(size: tuple[int, int], monkeypatch: pytest.MonkeyPatch):
    def decoded(self):
        raise AssertionError("it was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", decoded)

    assert size[0] * size[1] > PICTURE_PIXELS
    assert refused(png_claiming(*size)) == "file-too-many-pixels"


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_cut_short_is_refused(kind: str, part: float):
    out = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, kind)
    data = out.getvalue()

    assert refused(data[: int(len(data) * part)]) == "file-not-readable"


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><svg/>',
        b"BM" + bytes(100),
        b"II*\x00" + bytes(100),
        b"%PDF-1.7",
        b"\x00\x00\x00\x18ftypheic" + bytes(40),
        b"GI",
        b"%!PS-Adobe",
    ],
)
def test_other_kinds_are_refused(data: bytes):
    assert refused(data) == "file-kind-not-passed"


def test_an_empty_or_too_large_picture_is_refused():
    assert refused(b"") == "file-empty"
    assert refused(marked("PNG"), PictureLimits(data=100)) == "file-too-large"
    assert refused(marked("PNG"), PictureLimits(pixels=799)) == "file-too-many-pixels"


def animated(kind: str, frames: int) -> bytes:
    out = io.BytesIO()
    pictures = [
        Image.new("RGB", (16, 16), (at * 5 % 256, 255 - at * 3 % 256, at * 11 % 256))
        for at in range(frames)
    ]
    marks = {"comment": MARK} if kind == "GIF" else {"xmp": XMP}
    pictures[0].save(out, kind, save_all=True, append_images=pictures[1:], duration=40, **marks)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_an_animation_stays_one_up_to_the_limit(kind: str):
    data = animated(kind, 12)
    assert MARK in data

    whole, few, one = (clean_picture(data, PictureLimits(frames=most)) for most in (100, 5, 1))
    thrifty = clean_picture(data, PictureLimits(pixels=16 * 16 * 3))

    shown = [getattr(opened(clean.data), "n_frames", 1) for clean in (whole, few, one, thrifty)]
    assert shown == [12, 5, 1, 3]
    assert MARK not in whole.data + few.data + one.data + thrifty.data


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("L", "JPEG"),
        ("CMYK", "JPEG"),
        ("P", "PNG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("I;16", "PNG"),
        ("1", "PNG"),
        ("RGBA", "WEBP"),
        ("P", "GIF"),
        ("L", "GIF"),
    ],
)
def test_every_mode_of_colour_comes_through(mode: str, kind: str):
    out = io.BytesIO()
    (Image.new("I;16", (40, 20), 40_000) if mode == "I;16" else drawn(mode=mode)).save(out, kind)

    clean = clean_picture(out.getvalue())

    assert opened(clean.data).size == (40, 20)
    if mode == "I;16":
        assert opened(clean.data).convert("L").getpixel((5, 5)) == pytest.approx(
            40_000 / 256, abs=2
        )


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF"])
def test_what_was_transparent_stays_transparent(kind: str):
    picture = drawn(mode="RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 10, 20))
    out = io.BytesIO()
    picture.save(out, kind)

    clean = opened(clean_picture(out.getvalue()).data).convert("RGBA")

    assert colour(clean, 2, 10)[3] == 0
    assert colour(clean, 30, 10)[3] == 255


@pytest.mark.parametrize("kind", FORMATS)
def test_a_large_picture_is_made_smaller_in_proportion(kind: str):
    out = io.BytesIO()
    drawn((800, 400)).save(out, kind)

    clean = clean_picture(out.getvalue(), PictureLimits(side=100))

    assert (clean.width, clean.height) == (100, 50)
    assert opened(clean.data).size == (100, 50)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FORMATS), st.binary(max_size=30), st.integers(0, 2_000))
def test_whatever_the_bytes_it_is_a_clean_picture_or_a_refusal(kind: str, noise: bytes, at: int):
    data = marked(kind)
    at %= len(data)

    try:
        clean = clean_picture(data[:at] + noise + data[at + len(noise) :])
    except FileNotPassed as refusal:
        assert refusal.text_id in (
            "file-not-readable",
            "file-kind-not-passed",
            "file-too-many-pixels",
        )
    else:
        assert MARK not in clean.data
        opened(clean.data)
