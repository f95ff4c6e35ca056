"""An edit of somebody else's message was confirmed as done, though nothing came of it."""

from pathlib import Path

from tests.parts.web_bot import WebBot


async def test_it_is_refused(tmp_path: Path):
    async with WebBot(tmp_path) as bot, bot.visitor() as rosa, bot.visitor() as ole:
        theirs = await rosa.says("from rosa")
        for do, more in (("edit", {"text": "hacked"}), ("retract", {})):
            id = await ole.does(do, message=theirs, **more)
            assert ole.refused.get(id) == "not-yours"
        assert rosa.lines[theirs].text == "from rosa"
