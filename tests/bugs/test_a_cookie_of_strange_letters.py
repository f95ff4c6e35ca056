"""A cookie with letters that are no text was a fault of ours instead of nobody's cookie."""

from pathlib import Path

from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot


async def test_it_is_nobodys(tmp_path: Path):
    async with WebBot(tmp_path) as bot:
        for strange in ("\xff\xfe", "\xed\xa0\x80" * 9, "a" * 19, "\u00e9" * 30):
            said = request("GET", "/files/aaaaaaaa", Cookie=f"peerbot-visit={strange}")
            assert (await asks(bot.port, said)).status == 404, strange
