"""Notices when somebody is about to say how to reach them, so that they can be gently asked first.

A hint, never a wall: it misses what is spelled out in words, and that is as it must be.
"""

import re
import unicodedata
from collections.abc import Iterable

from bot.relaying.defusing import names_account
from bot.relaying.invisible import without_any
from bot.relaying.words import READ_AT_MOST

PUBLIC_NUMBERS = frozenset(
    {
        "112", "114", "1813", "1888", "116111", "70201201", "39252525", "70232750", "35362600",
        "70120110",
    }
)  # fmt: skip
"""Danish crisis lines, as far as this product knows them: to pass one on is help, not contact."""

_NUMBER = re.compile(
    r"""(?x) (?<![\d.,/:-])
    (?: (?:\+|00) [ ]? \d (?: [ ().-]{0,2} \d ){6,14}   # any country
    | \(? (?:45)? \)? [ ]? \d{8}                          # 12345678
    | \d\d ([ .-]) \d\d \1 \d\d \1 \d\d                     # 12 34 56 78
    | \d{4} [ -] \d{4} | \d\d [ ] \d{3} [ ] \d{3} | \d{3} [ ] \d\d [ ] \d{3}
    | \d (?: [ ] \d ){7}                                   # 1 2 3 4 5 6 7 8
    | [0-3]\d [01]\d \d\d [ -]? \d{4}                      # a Danish person number
    ) (?! [\d:/] | [.,]\d | [ ]? (?:kr|dkk|%) )
    """
)
_MAIL = re.compile(
    r"""(?x) [\w.+-]{1,64} [ ]? (?: @ | [(\[] (?:at|a|snabel-?a) [)\]] | [ ]snabel-?a[ ] ) [ ]?
    [\w-]{1,63}
    (?: [ ]? (?: \. | [(\[](?:dot|punktum)[)\]] | [ ](?:dot|punktum)[ ] ) [ ]? [a-z][\w-]{1,62} )+
    """
)
_NETWORKS = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tiktok|telegram|whats ?app|messenger|facebook|fb|twitter"
    r"|discord|kik|signal|mastodon|linkedin|threads|bluesky|reddit|youtube|matrix|skype|viber|wechat|steam)"
)
_HANDLE = re.compile(
    rf"""(?x) (?<! [\w@/.] ) @ (?! (?:room|everyone|here|channel|all) \b ) [a-z\d] [\w.]{{2,39}}
    | \b [\w.]{{2,32}} \# \d{{4}} \b
    | \b {_NETWORKS} (?: [ ]?(?:navn|name|id|user|bruger) )? [ ]? [:=] [ ]? @? [\w.]{{3,}}
    | \b (?:my|min|mit|me[ ]on|mig[ ]p\xe5|me[ ]at) [ ] {_NETWORKS} \b
    """
)
_PROFILE = re.compile(
    r"""(?x) \b (?:
      (?:instagram|facebook|fb|twitter|x|tiktok|snapchat|threads|linkedin|reddit|youtube|twitch|vk
        |onlyfans|steamcommunity|pinterest|tumblr|soundcloud) \. (?:com|net|tv|me) / @? [\w.-]{2,}
    | (?:t|wa|m|fb|signal|telegram|kik) \. me / \S{2,}
    | (?:discord\.gg|linktr\.ee|bsky\.app/profile|youtu\.be/@) /? \S{2,}
    ) | https?://\S{1,253}/@\w{2,}
    | \b (?:mailto|tel|sms|skype|tg|whatsapp|signal) : /{0,2} [\w+@]\S{2,}
    """
)
_DISCORD_PERSON = re.compile(
    r"<@[!&]?\d+>|discord(?:app)?\.com/(?:users|channels|invite)/|matrix\.to/"
)


def contact_details(text: str, also_public: Iterable[str] = ()) -> bool:
    """Whether `text` seems to hold a way to reach or name its writer outside the relay.

    Telephone numbers (Danish ones with eight digits or any with + or 00), Danish person numbers,
    mail addresses, Matrix ids, names on social networks, links to profiles. Crisis lines do not
    count; `also_public` are further numbers that do not (the deployment's own doors). Never raises.
    """
    plain = _as_typed(text)
    if any(found.search(plain) for found in (_MAIL, _HANDLE, _PROFILE, _DISCORD_PERSON)):
        return True
    if any(names_account(word) for word in plain.split() if "@" in word or ":" in word):
        return True
    numbers = (_bare(number[0]) for number in _NUMBER.finditer(plain))
    public = PUBLIC_NUMBERS | {_bare(number) for number in also_public}
    return any(not {number, number.removeprefix("45")} & public for number in numbers)


def _as_typed(text: str) -> str:
    """NFKC, lower case, every script's digits as ours, keycaps as digits, nothing invisible."""
    visible = without_any(text[:READ_AT_MOST]).replace("\u20e3", "")
    plain = "".join(
        str(unicodedata.decimal(letter))
        if letter.isdecimal()
        else unicodedata.normalize("NFKC", letter)
        for letter in visible
    )
    return re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s+", " ", plain)).lower()


def _bare(number: str) -> str:
    """Only the digits."""
    return "".join(letter for letter in number if letter.isdecimal()).removeprefix("00")
