"""What no handler answered went out without our headers, and named the server and its version."""

from pathlib import Path

from tests.parts.plain_http import asks, request
from tests.parts.web_bot import WebBot


async def test_no_answer_names_what_runs_here(tmp_path: Path):
    async with WebBot(tmp_path) as bot:
        for said in (
            request("GET", "/"),
            b"no HTTP\r\n\r\n",
            request("GET", "/", Cookie="x" * 20_000),
        ):
            answer = await asks(bot.port, said)
            assert answer.headers["server"] == ""
            assert answer.headers["content-security-policy"].startswith("default-src 'none'")
