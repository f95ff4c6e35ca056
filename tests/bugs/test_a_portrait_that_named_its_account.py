"""A link to one's portrait or file at Discord holds the numbers of account and chat, and was passed on."""

import pytest

from bot.rehearsal.town import Town
from tests.stories.steps import in_touch

ACCOUNT, CHAT, FILE = "123456789012345678", "223456789012345678", "323456789012345678"
LINKS = (
    f"https://cdn.discordapp.com/avatars/{ACCOUNT}/0f1e2d.png?size=1024",
    f"https://cdn.discordapp.com/guilds/{CHAT}/users/{ACCOUNT}/avatars/0f1e2d.png",
    f"https://cdn.discordapp.com/attachments/{CHAT}/{FILE}/me.jpg?ex=1&is=2&hm=3",
    f"media.discordapp.net/attachments/{CHAT}/{FILE}/me.jpg",
    f"https://images-ext-1.discordapp.net/external/x/https/cdn.discordapp.com/avatars/{ACCOUNT}/a.png",
)


@pytest.mark.parametrize("link", LINKS)
async def test_of_such_a_link_nothing_reaches_the_other_side(town: Town, link: str):
    rosa, mia = await in_touch(town)
    await rosa.says(f"look {link} nice?")
    if rosa.last().letter.mark.text_id == "relay-contact-details-ask":
        await rosa.presses("send-anyway")
    assert mia.last().letter.mark.text_id == "relay"
    assert "look" in mia.last().text and "nice?" in mia.last().text
    assert not [number for number in (ACCOUNT, CHAT, FILE) if number in mia.last().text]
