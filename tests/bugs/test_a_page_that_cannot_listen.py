"""Where something else listened already, a traceback stood behind the sentence, and the code was wrong."""

import socket
from pathlib import Path

import pytest

from bot.platforms.platform import PlatformStopped
from tests.parts.web_bot import WebBot


async def test_it_stops_with_a_sentence(tmp_path: Path):
    bot = WebBot(tmp_path)
    with socket.socket() as other:
        other.bind(("127.0.0.1", bot.port))
        other.listen()
        with pytest.raises(PlatformStopped, match="is another program there"):
            await bot.app.platforms["web"].run(lambda event: None)  # type: ignore[arg-type,return-value]
    await bot.app.close()
