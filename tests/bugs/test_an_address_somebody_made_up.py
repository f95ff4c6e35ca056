"""A proxy that adds a line of its own was passed over for the line a visitor had made up."""

from pathlib import Path

from tests.parts.plain_http import asks
from tests.parts.web_bot import WebBot


async def test_the_proxys_own_word_counts_whatever_stands_above_it(tmp_path: Path):
    async with WebBot(tmp_path, behind_proxy=True) as bot:
        found = []
        for n in range(8):
            body = '{"phrase":"bamo tiku"}'
            said = (
                f"POST /return HTTP/1.1\r\nHost: x\r\nOrigin: {bot.base.rstrip('/')}\r\n"
                f"X-Forwarded-For: 198.51.100.{n}\r\nX-Forwarded-For: 203.0.113.7:{4000 + n}\r\n"
                f"Content-Length: {len(body)}\r\n\r\n{body}"
            )
            found.append((await asks(bot.port, said)).status)

        assert found == [403] * 5 + [429] * 3
