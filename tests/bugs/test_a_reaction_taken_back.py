"""A reaction taken back was an empty message of one's own after a reload."""

from pathlib import Path

from tests.parts.web_bot import WebBot


async def test_it_leaves_nothing_behind(tmp_path: Path):
    async with WebBot(tmp_path) as bot, bot.visitor() as rosa:
        asked = await rosa.hears("adult-ask")
        reaction = await rosa.does("react", message=asked.id, key="👍")
        taken = await rosa.does("retract", message=reaction)
        assert taken in rosa.acks and asked.reactions == {}

        await rosa.disconnect()
        rosa.lines.clear()
        rosa.seen = 0
        await rosa.connect(after=0)
        assert not [line for line in rosa.shown() if line.gone]
        assert all(line.reactions == {} for line in rosa.shown())
