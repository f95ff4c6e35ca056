"""Paints pictures anew, so that nothing of camera, place, time or program goes with them.

What comes out was written by us from pixels: EXIF, XMP, colour profiles, comments, text chunks,
thumbnails and anything before or behind the picture stay with us. What can be *seen* in it goes on
(a face, a street sign, a mark hidden in the pixels). Colours of a wide gamut turn a little paler.
"""

import io
import warnings
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from bot.relaying.passing import CleanFile, FileNotPassed

PICTURE_BYTES = 10 * 1024 * 1024
"""Largest picture in and out: the default `file_limit` of the configuration."""

PICTURE_PIXELS = 25_000_000
"""Width by height by frames: above the 24.5 million of today's telephones."""

LONGEST_SIDE = 2_560
"""Larger pictures are made smaller to this many pixels: sharp on a big screen. Our choice."""

MOST_FRAMES = 150
"""Frames kept of an animation: ten seconds at fifteen a second. Our choice."""

# Pillow looks at this when it opens a file, before it decodes; a warning would only be printed.
Image.MAX_IMAGE_PIXELS = PICTURE_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)

_FORMATS: Final = {
    "JPEG": ("picture.jpg", "image/jpeg"),
    "PNG": ("picture.png", "image/png"),
    "WEBP": ("picture.webp", "image/webp"),
    "GIF": ("picture.gif", "image/gif"),
}
_FRAME_TIME = 100  # milliseconds, where an animation does not say
_SHORTEST_FRAME, _LONGEST_FRAME = 20, 10_000  # what browsers honour, and a pause nobody mistakes


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """How large a picture may be."""

    data: int = PICTURE_BYTES  # bytes
    pixels: int = PICTURE_PIXELS  # width by height by frames; never above PICTURE_PIXELS
    side: int = LONGEST_SIDE
    frames: int = MOST_FRAMES


def clean_picture(data: bytes, limits: PictureLimits = PictureLimits()) -> CleanFile:
    """The picture in `data` painted anew, upright, in its own format: JPEG, PNG, WebP or GIF.

    Animated GIF and WebP stay animated up to `limits.frames`; an animated PNG keeps one frame.
    Raises `FileNotPassed`: too large, too many pixels (told from the header, before decoding), cut
    short or broken, or another kind (SVG, HEIC, TIFF...).
    """
    if not data:
        raise FileNotPassed("file-empty")
    if len(data) > limits.data:
        raise FileNotPassed("file-too-large")
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_FORMATS)) as picture:
            return _painted(picture, limits)
    except FileNotPassed:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise FileNotPassed("file-too-many-pixels") from None
    except UnidentifiedImageError:
        raise FileNotPassed("file-kind-not-passed") from None
    except (
        Exception
    ):  # a decoder fed by strangers raises whatever it likes (struct, zlib, Syntax...)
        # The cause is left out: its text may quote the file.
        raise FileNotPassed("file-not-readable") from None


def _painted(picture: Image.Image, limits: PictureLimits) -> CleanFile:
    kind = "JPEG" if picture.format == "MPO" else str(picture.format)
    pixels = picture.width * picture.height
    if pixels > limits.pixels:
        raise FileNotPassed("file-too-many-pixels")
    if kind == "JPEG":
        shrunk = limits.side / max(picture.size)
        picture.draft(None, (int(picture.width * shrunk), int(picture.height * shrunk)))
    out = io.BytesIO()
    if kind in ("GIF", "WEBP") and getattr(picture, "is_animated", False):
        first = _write_animation(picture, kind, limits, out)
    else:
        if picture.mode in ("RGB", "RGBA", "L"):
            picture.thumbnail((limits.side, limits.side))  # before any copy is made
        first = _fresh(ImageOps.exif_transpose(picture), kind, limits.side)
        first.save(out, kind, **_how(kind))
    if out.tell() > limits.data:
        raise FileNotPassed("file-too-large")
    name, mime = _FORMATS[kind]
    return CleanFile(name, mime, out.getvalue(), first.width, first.height)


def _write_animation(
    picture: Image.Image, kind: str, limits: PictureLimits, out: io.BytesIO
) -> Image.Image:
    most = max(1, min(limits.frames, limits.pixels // (picture.width * picture.height)))
    frames: list[Image.Image] = []
    times: list[int] = []
    for frame in ImageSequence.Iterator(picture):
        frames.append(_fresh(frame, kind, limits.side))
        shown = int(frame.info.get("duration") or _FRAME_TIME)
        times.append(min(max(shown, _SHORTEST_FRAME), _LONGEST_FRAME))
        if len(frames) == most:
            break
    first, *rest = frames
    again = {"disposal": 2} if kind == "GIF" else {}
    first.save(
        out, kind, save_all=True, append_images=rest, duration=times, loop=0, **again, **_how(kind)
    )
    return first


def _fresh(picture: Image.Image, kind: str, side: int) -> Image.Image:
    """A new picture with the same pixels and nothing else: `info` would be written out again."""
    if picture.mode.startswith("I") or picture.mode == "F":  # sixteen bits a pixel
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    see_through = picture.has_transparency_data and kind != "JPEG"
    flat = picture.convert("RGBA" if see_through else "L" if picture.mode in ("L", "1") else "RGB")
    flat.thumbnail((side, side))
    fresh = Image.new(flat.mode, flat.size)
    fresh.paste(flat)
    return fresh


def _how(kind: str) -> dict[str, int | bool]:
    if kind == "JPEG":
        return {"quality": 85, "optimize": True}
    return {"quality": 85} if kind == "WEBP" else {"optimize": kind == "PNG"}
