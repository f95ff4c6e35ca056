"""Things people send, with a marker in everything that could tell who sent them."""

import io
import random
from typing import Any

from PIL import Image, PngImagePlugin

WORDS = ("hej", "thank you", "åh nej", "so tired", "1 < 2 & 3", "👍", "@room", "*stars*", "")


def marked_html(m: str, room: str, words: str, chance: random.Random) -> str:
    """What clients write into HTML."""
    return "".join(
        chance.sample(
            (
                f"<mx-reply><blockquote><a href='https://matrix.to/#/{room}/$x'>In reply"
                f"</a> <a href='https://matrix.to/#/@{m}:home.example'>{m}</a></blockquote></mx-reply>",
                f"<a href='https://matrix.to/#/@{m}:home.example'>you</a> ",
                f"<a href='matrix:u/{m}:home.example'>@{m}:home.example</a> ",
                f"<a href='https://{m}:{m}@example.org/page'>a page</a> ",
                f"<img src='mxc://home.example/{m}' alt='{m}' title='{m}'>",
                f"<span data-mx-color='#{m}' class='{m}' id='{m}' style='x:{m}'>blue</span> ",
                f"<p title='{m}' data-author='{m}'>para</p><!-- {m} -->",
                f"<script>{m}</script><style>{m}</style>",
                f"<b onclick='{m}'>bold</b> ",
                f"write to @{m}:home.example or #{m}:home.example ",
                f"<em>{words or 'ja'}</em>",
            ),
            chance.randint(1, 6),
        )
    )


def marked_words(m: str, words: str, chance: random.Random) -> str:
    """Words with what leads to their writer."""
    return chance.choice(
        (
            words or "ja",
            f"{words}\n{words} and more",
            f"ja {words}",
            f"{words} https://matrix.to/#/@{m}:home.example {words}",
            f"{words} @{m}:home.example",
            f"{words} https://{m}:{m}@example.org/page",
            f"{words} https://app.example/#/room/!{m}aaaaaaaaaa:home.example",
            f"{words} #{m}:home.example <@123456789012345678>",
        )
    )


def marked_file(marker: str, chance: random.Random) -> tuple[str, str, bytes]:
    """A file's name, kind and bytes, with what cameras and programs write into it."""
    out = io.BytesIO()
    kind = chance.choice(("JPEG", "PNG", "WEBP", "GIF", "PDF"))
    name = f"{marker}.{kind.lower()}"
    if kind == "PDF":
        return name, f"application/{marker}", f"%PDF-1.4 {marker}".encode()
    size = (chance.randint(1, 30), chance.randint(1, 30))
    picture = Image.new("RGB", size, (chance.randint(0, 255), 9, 9))
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = marker
    exif.get_ifd(0x8825).update({1: "N", 29: marker})
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{marker}</x:xmpmeta>'.encode()
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", marker, zip=chance.random() < 0.5)
    words.add_itxt("XML:com.adobe.xmp", xmp.decode(), zip=chance.random() < 0.5)
    more: dict[str, dict[str, Any]] = {
        "JPEG": {"exif": exif.tobytes(), "comment": marker.encode(), "xmp": xmp},
        "PNG": {"exif": exif.tobytes(), "pnginfo": words},
        "WEBP": {"exif": exif.tobytes(), "xmp": xmp},
        "GIF": {"comment": marker.encode()},
    }
    picture.save(out, kind, **more[kind])
    trailing = marker.encode() if chance.random() < 0.3 else b""
    return name, f"image/{kind.lower()}", out.getvalue() + trailing


def told_inside(data: bytes, marker: str) -> bool:
    """Whether the marker is in what a picture carries, once it is opened."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        inside = [*picture.info.values(), *picture.info.keys(), *picture.getexif().values()]
    return any(marker in str(part).lower() for part in inside)
