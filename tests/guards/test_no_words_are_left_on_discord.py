"""The same hunt after an evening on Discord, over the wire: words, and the numbers Discord knows people by.

With the relay switched on nothing anybody said stays with us; with it off Discord is told no word
of anybody, either.
"""

import io
import re
from pathlib import Path

from PIL import Image

from storage.database import Database
from tests.guards.hunting import OTHER, WORD, Heard, nothing_is_in_clear, said, words_left
from tests.parts.discord_bot import DiscordBot
from tests.parts.discord_server import DiscordPerson

NUMBER = re.compile(r"(?<!\d)\d{17,20}(?!\d)")
WISH = {"requests.wish_sealed"}


def _picture() -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = said("camera")
    Image.new("RGB", (9, 9), "red").save(out, "JPEG", exif=exif)
    return out.getvalue()


async def _begin(bot: DiscordBot) -> tuple[DiscordPerson, DiscordPerson]:
    rosa, mia = bot.person("addrqzrosa"), bot.person("addrqzmia")
    await bot.knows(rosa)
    await bot.has_volunteers(mia)
    rosa.says("talk")
    await bot.hears(rosa, "practical")
    rosa.says(said("a note about me"))
    await bot.hears(rosa, "asking volunteers")
    mia.presses(await bot.hears(mia, "would like to talk"), ends=":accept")
    return rosa, mia


async def _talk(bot: DiscordBot, rosa: DiscordPerson, mia: DiscordPerson) -> None:
    first = mia.says(said("hello, I am here"))
    answer = rosa.says(said("hi"))
    rosa.says(said("**I** answer"), to=first["id"])
    mia.says("", files=[(said("photo") + ".jpg", _picture())])
    rosa.says(said("look"), files=[(said("paper") + ".pdf", said("%PDF-1.4").encode())])
    await bot.settled()
    mia.edits(first["id"], said("changed"))
    rosa.deletes(answer["id"])
    mia.reacts(mia.screen()[-1]["id"], "❤️")
    for choice in (":send-anyway", ":do-not-send"):
        before = len(rosa.screen())
        rosa.says(said("write to rosa@example.org"))
        await bot.settled()
        for message in rosa.screen()[before:]:
            if "send-anyway" in str(message["components"]):
                rosa.presses(message, ends=choice)
        await bot.settled()
    rosa.says(said("!what is this"))
    await bot.settled()


def _numbers(bot: DiscordBot, *people: DiscordPerson) -> set[str]:
    """By which Discord knows them, their chats, and every message and file in these."""
    world = bot.server.world
    found = set()
    for one in people:
        found |= {one.user, one.chat, *world.messages[one.chat]}
    return found | set(world.files) | set(bot.server.interactions.by_token)


def _raw(database: Database) -> str:
    files = list(database.path.parent.glob(f"{database.path.name}*"))
    assert files
    return "\n".join(file.read_bytes().decode("latin-1") for file in files)


async def test_after_an_evening_on_discord_nothing_anybody_said_is_left(
    tmp_path: Path, heard: Heard
):
    async with DiscordBot(tmp_path) as bot:
        rosa, mia = await _begin(bot)
        await bot.hears(rosa, "is here for you now")
        await _talk(bot, rosa, mia)
        rosa.says("!end")
        await bot.hears(rosa, "ended the contact")
        mia.presses(await bot.hears(mia, "How was"), ends=":light")
        await bot.settled()

        passed = "\n".join(one.text for one in bot.server.received)
        assert len(set(WORD.findall(passed))) >= 4, "it was delivered"
        assert await words_left(bot.app.database) <= WISH
        await nothing_is_in_clear(bot.app.database)
        numbers = _numbers(bot, rosa, mia)
        assert len(numbers) > 20
        assert not numbers & set(NUMBER.findall(_raw(bot.app.database)))

        for one in (rosa, mia):
            before = len(one.screen())
            one.says("forget me")
            await bot.settled()
            asked = next(m for m in one.screen()[before:] if "forget-yes" in str(m["components"]))
            one.presses(asked, ends=":forget-yes")
            await bot.settled()
        assert await words_left(bot.app.database) == set()
        await nothing_is_in_clear(bot.app.database)
    logged = "\n".join(heard.lines)
    assert logged and OTHER.findall(logged) == []
    assert not numbers & set(NUMBER.findall(logged))


async def test_without_the_relay_no_word_of_anybody_is_told_to_discord(
    tmp_path: Path, heard: Heard
):
    async with DiscordBot(tmp_path, relay=False) as bot:
        rosa, mia = await _begin(bot)
        for one in (rosa, mia):
            await bot.hears(one, "?enter#")
        await _talk(bot, rosa, mia)
        mia.says("!end")
        await bot.hears(mia, "ended")
        await bot.settled()

        told = [one for one in bot.server.received if OTHER.search(one.text)]
        assert not told, told[0].text[:600]
        assert not [n for one in bot.server.received for n, _ in one.files]
        assert await words_left(bot.app.database) <= WISH
        await nothing_is_in_clear(bot.app.database)
    assert OTHER.findall("\n".join(heard.lines)) == []


async def test_a_note_in_a_form_is_told_to_nobody_and_lies_nowhere_in_clear(
    tmp_path: Path, heard: Heard
):
    async with DiscordBot(tmp_path, relay=False) as bot:
        rosa = bot.person("addrqzrosa")
        await bot.knows(rosa)
        rosa.says("book")
        asked = await bot.hears(rosa, "When would you like to talk")
        buttons = [b for row in asked["components"] for b in row["components"]]
        form = next(b["custom_id"] for b in buttons if b["custom_id"].startswith("f:"))
        opened = rosa.presses_key(asked, form)
        await bot.until(lambda: opened.modal, "the form")
        when, note = "tomorrow at 20:00", said("by the back door")
        rosa.fills_in_all(opened, when=when, length=["half-hour"], note=note)
        rosa.presses(await bot.hears(rosa, "This is what I understood"), ends=":confirm-yes")
        await bot.settled()

        assert await words_left(bot.app.database), "it is kept for whoever takes the appointment"
        await nothing_is_in_clear(bot.app.database)
        assert not [one for one in bot.server.received if OTHER.search(one.text)]
        assert not _numbers(bot, rosa) & set(NUMBER.findall(_raw(bot.app.database)))
    logged = "\n".join(heard.lines)
    assert logged and OTHER.findall(logged) == []
    assert not _numbers(bot, rosa) & set(NUMBER.findall(logged))
