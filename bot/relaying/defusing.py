"""Takes the sting out of words that would ping somebody, name an account or hide where a link goes.

The rules:

1. Addresses of accounts and rooms become a mask (`@…`, `#…`): matrix.to and `matrix:` links, links
   of web clients (`…/#/user/…`), Discord's profile, channel and invite links, Matrix ids, aliases;
   and Discord's addresses of files and portraits, which hold the numbers of account and chat.
2. Discord's `<@…>`, `<@&…>`, `<#…>` become a mask; its own emoji `<:name:1>` becomes `:name:`.
3. `@room`, `@everyone`, `@here`, `@channel`, `@all` get a space after the sign: readable, and no
   pattern of a server or client matches.
4. `[label](address)` becomes `label (address)`, for platforms that would hide the address.
5. A web address loses user and password (`https://bank.dk@evil.example` is `https://evil.example`),
   and a host with letters beyond the Nordic ones is shown as a browser asks for it (`xn--…`).

Only http and https can be links. `mailto:` and `tel:` stay words: one touch would show the other
side the reader's own address or number. Previews are the adapters' to
switch off; nothing here fetches.
"""

import re
from urllib.parse import unquote

MASK = "@\u2026"
ROOM_MASK = "#\u2026"

LONGEST_LABEL = 300
"""Characters looked at between the brackets of a markdown link. Bounds the work; our choice."""

_MOST_ROUNDS = 10
"""What one rule leaves may be for another (a link in a link); ten deep is no accident."""

_SERVER = r"(?:\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?)(?::\d{1,5})?"
_NO_TIME = r"(?!\d{1,2}(?![\w.:-]))"  # "@20:30" is when to meet, not an account
_REST = r"[^\s<>\"]*"

_ACCOUNT_LINK = re.compile(
    rf"""(?ix)
    (?: (?:https?://)? (?:www\.)? matrix\.to/ {_REST}
    | \bmatrix: (?:/{{0,2}}) (?:u|r|roomid|e|user|room|event) / {_REST}
    | (?:https?|element|io\.element\.desktop|vector):// [^\s<>"\#]{{0,255}}
      \#/ (?:user|room|group) / {_REST}
    | (?:https?://)? (?<![a-z0-9-]) (?:[a-z0-9-]{{1,30}}\.)? discord (?:app)?
      \.com/ (?:users|channels|invite) / {_REST}
    | (?:https?://)? (?<![a-z0-9-]) (?:cdn|media|images-ext-\d{{1,2}}) \.discordapp\.(?:com|net) / {_REST}
    | (?:https?://)? (?:www\.)? (?:discord\.gg|dsc\.gg|discord\.me) / {_REST}
    | \bdiscord: // {_REST}
    )""",
)
_MATRIX_ID = re.compile(rf"(?i)(?:@|%40)[a-z0-9._=/+*'%~^-]{{1,255}}(?::|%3a){_NO_TIME}{_SERVER}")
_MATRIX_ROOM = re.compile(
    rf"(?i)(?<!\w)(?:#[\w.=/+-]{{1,255}}:(?=\S{{0,255}}?[.\d]){_SERVER}|![a-z0-9_-]{{8,64}}:(?=\S{{0,255}}?\.){_SERVER})"
)
_DISCORD_PERSON = re.compile(r"(?i)<@[!&]?\d{1,32}>")
_DISCORD_PLACE = re.compile(r"(?i)<(?:#\d{1,32}|/[^<>:\n]{1,64}:\d{1,32}|id:[a-z]{1,32})>")
_DISCORD_EMOJI = re.compile(r"<a?(:\w{1,64}:)\d{1,32}>")
_EVERYBODY = re.compile(r"(?i)[@\uff20\ufe6b](?=(?:room|everyone|here|channel|all)(?![a-z0-9]))")
_MASKED_LINK = re.compile(
    rf"\[([^\[\]\n]{{0,{LONGEST_LABEL}}})\]\(\s*<?([^\s()<>]{{1,2048}})>?[^()\n]{{0,{LONGEST_LABEL}}}\)"
)
_WEB = re.compile(r"(?i)(https?)://([^\s<>\"/?#\\]{1,500})")
_PLAIN_HOST = re.compile(r"[a-z0-9\xe6\xf8\xe5\xe4\xf6\xfc\xe9.:\[\]_-]+")
_QUOTE = re.compile(r"> (?:\* )?<@[^>\n]{1,255}>")


def defused(text: str) -> str:
    """The same words, pinging nobody, naming no account and hiding no address.

    Never raises; doing it twice changes nothing more. `text` should be clean already
    (`bot.relaying.words`): an invisible character inside `@room` would hide it from these rules.
    """
    for _ in range(_MOST_ROUNDS):
        before, text = text, _defused_once(text)
        if text == before:
            break
    return text


def _defused_once(text: str) -> str:
    text = _MASKED_LINK.sub(_both_shown, text)
    text = _ACCOUNT_LINK.sub(lambda link: mask_for(link[0]), text)
    text = _DISCORD_PERSON.sub(MASK, text)
    text = _DISCORD_PLACE.sub(ROOM_MASK, text)
    text = _DISCORD_EMOJI.sub(r"\1", text)
    text = _WEB.sub(lambda link: f"{link[1]}://{_shown_host(link[2])}", text)
    text = _MATRIX_ID.sub(MASK, text)
    text = _MATRIX_ROOM.sub(ROOM_MASK, text)
    return _EVERYBODY.sub("@ ", text)


def names_account(address: str) -> bool:
    """Whether a link's address leads to an account, a room or a message on a chat platform."""
    found = unquote(address).strip()
    return bool(
        _ACCOUNT_LINK.match(found) or _MATRIX_ID.search(found) or _MATRIX_ROOM.search(found)
    )


def mask_for(address: str) -> str:
    """What stands in a text instead of a link to an account or a room."""
    readable = unquote(unquote(address)).lower()
    person = "@" in readable or re.search(r"matrix:/{0,2}u(?:ser)?/|/(?:users?|avatars)/", readable)
    return MASK if person else ROOM_MASK


def shown_address(address: str) -> str | None:
    """A link's address as it may be followed and read, or None if it must not be a link.

    http and https only, without user and password, and with the host as a browser asks for it.
    """
    address = address.strip()
    match = _WEB.match(address)
    if (
        match is None
        or "\\" in address
        or re.search(r"[\s<>\"]", address)
        or names_account(address)
    ):
        return None
    host = _shown_host(match[2])
    if host.strip(".:[]") == "":
        return None
    shown = f"{match[1].lower()}://{host}{address[match.end() :]}"
    return shown if defused(shown) == shown else None


def without_quoted_fallback(body: str) -> str:
    """A Matrix reply's plain body without the lines that quote what it answers, and its writer."""
    if not _QUOTE.match(body):
        return body
    lines = body.split("\n")
    own = next((at for at, line in enumerate(lines) if not line.startswith(">")), len(lines))
    return "\n".join(lines[own:]).lstrip("\n")


def _both_shown(link: re.Match[str]) -> str:
    label, address = link[1].strip(), link[2]
    return address if label in ("", address) else f"{label} ({address})"


def _shown_host(authority: str) -> str:
    host = authority.rpartition("@")[2]
    if _PLAIN_HOST.fullmatch(host.lower()):
        return host
    name, colon, port = host.partition(":")
    try:
        return name.encode("idna").decode("ascii") + colon + port
    except UnicodeError:
        return re.sub(r"[^a-zA-Z0-9.:_-]+", "-", host)
