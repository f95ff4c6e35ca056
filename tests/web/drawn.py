"""A picture somebody might send."""

import io

from PIL import Image, ImageDraw


def a_picture(width: int = 240, height: int = 160) -> bytes:
    """A sun over the sea, as PNG."""
    picture = Image.new("RGB", (width, height), (120, 170, 210))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((width * 0.6, height * 0.15, width * 0.75, height * 0.4), (250, 220, 120))
    draw.rectangle((0, height * 0.65, width, height), (40, 90, 120))
    drawn = io.BytesIO()
    picture.save(drawn, "PNG")
    return drawn.getvalue()
