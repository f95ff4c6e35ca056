"""Words that would ping somebody, name an account or hide where a link goes."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.relaying.defusing import defused, names_account, shown_address, without_quoted_fallback
from bot.relaying.words import clean_text

ACCOUNTS = [
    "@anna:example.org",
    "@anna.b=c/d-1:matrix.example.org:8448",
    "@ANNA:Example.org",
    "@anna:localhost",
    "@anna:[2001:db8::1]:8448",
    "%40anna%3Aexample.org",
    "https://matrix.to/#/@anna:example.org",
    "https://matrix.to/#/%40anna%3Aexample.org",
    "http://www.matrix.to/#/@anna:example.org?via=example.org",
    "matrix.to/#/@anna:example.org",
    "https://matrix.to/#/!anna:example.org/$anna",
    "https://matrix.to/#/#anna:example.org",
    "matrix:u/anna:example.org",
    "MATRIX:U/anna:example.org?action=chat",
    "matrix:r/anna:example.org",
    "matrix:roomid/anna:example.org/e/anna",
    "https://app.element.io/#/user/@anna:example.org",
    "element://vector/webapp/#/room/!anna:example.org",
    "#anna:example.org",
    "!annaannaanna:example.org",
    "https://discord.com/users/123456789anna",
    "https://ptb.discordapp.com/channels/123/anna",
    "https://discord.gg/anna",
    "discord://-/users/anna",
    "https://cdn.discordapp.com/avatars/123456789012345678/anna.png?size=1024",
    "https://media.discordapp.net/attachments/123456789012345678/223456789012345678/anna.jpg",
    "<@123456789012345678>",
    "<@!123456789012345678>",
    "<@&123456789012345678>",
    "<#123456789012345678>",
    "</anna:123456789012345678>",
    "@room",
    "@Everyone",
    "@HERE",
    "＠everyone",
    "@channel",
]
AROUND = [
    "{}",
    "hej {} du",
    "({})",
    "{}!",
    "{}, {}",
    "\n{}\n",
    "**{}**",
    "> {}",
    "`{}`",
    "[anna]({})",
    "[{}](https://example.org)",
    "<{}>",
    "@{}",
    "\u202e{}\u202c",
    "\u200b{}",
]
PAYLOADS = [around.replace("{}", account) for account, around in product(ACCOUNTS, AROUND)]

LIVE = [
    re.compile(r"(?i)[@＠](room|everyone|here|channel)\b"),
    re.compile(r"<[@#][!&]?\d+>|</\w+:\d+>"),
    re.compile(r"(?i)(@|%40)[\w.=/-]+(:|%3a)[\w\[]"),
    re.compile(
        r"(?i)matrix\.to/|\bmatrix:/{0,2}\w+/|element://|discord\.gg/|discord(app)?\.(com|net)/\w|discord://"
    ),
    re.compile(r"\]\([^)]*\)"),
    re.compile(r"[#!]anna"),
]


def test_there_are_five_hundred_payloads():
    assert len(set(PAYLOADS)) >= 500


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nobody_is_pinged_and_no_account_is_named(payload: str):
    safe = defused(clean_text(payload).text)

    assert not [pattern.pattern for pattern in LIVE if pattern.search(safe)], safe
    assert defused(safe) == safe


@settings(max_examples=500, deadline=None)
@given(
    st.text(st.sampled_from("@#!<>&[]()%/\\:. arom123hevyntixdscgkw4A\n"), max_size=60)
    | st.lists(st.sampled_from([*ACCOUNTS, "[", "](", ")", "https://", "@", ":", "a", " "])).map(
        "".join
    )
)
def test_defusing_twice_is_defusing_once(text: str):
    once = defused(text)

    assert defused(once) == once
    assert not LIVE[0].search(once)
    assert not LIVE[1].search(once)


@pytest.mark.parametrize(
    "words",
    [
        "Skriv til 70 201 201 eller ring 112 @ kl. 20:30",
        "Mail: hjaelp@example.org",
        "Se https://www.sundhed.dk/borger/?a=1&b=2#top og http://rødovre.dk/å",
        "#metoo: ja, #1: nej, !slut: nu, a@b",
        "<3 og <t> (ikke [link] (her))",
        "tag det roligt, everyone here",
    ],
)
def test_ordinary_words_and_links_stay(words: str):
    assert defused(words) == words


@pytest.mark.parametrize(
    ("masked", "shown"),
    [
        ("[din bank](https://evil.example/x)", "din bank (https://evil.example/x)"),
        (
            "[https://bank.dk](<https://evil.example> 'bank')",
            "https://bank.dk (https://evil.example)",
        ),
        ("[https://a.dk](https://a.dk)", "https://a.dk"),
        ("https://bank.dk@evil.example/", "https://evil.example/"),
        ("https://bank.dk:443@evil.example", "https://evil.example"),
        ("https://\u0430pple.com/", "https://xn--pple-43d.com/"),
    ],
)
def test_a_link_shows_where_it_goes(masked: str, shown: str):
    assert defused(masked) == shown


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:anna@example.org",
        "tel:+4512345678",
        "tg://resolve?domain=anna",
        "//example.org",
        "/relative",
        "https://",
        "https://exa mple.org",
        "https:\\\\example.org",
        "https://a.dk\\@evil.example",
        "https://matrix.to/#/@anna:example.org",
        "matrix:u/anna:example.org",
        "https://example.org/#/user/@anna:example.org",
        "https://example.org/?u=@anna:example.org",
    ],
)
def test_what_must_not_be_touched_is_no_link(address: str):
    assert shown_address(address) is None


def test_a_web_address_may_be_a_link():
    assert shown_address(" HTTPS://user:pw@Example.org/A?b#c ") == "https://Example.org/A?b#c"


def test_an_account_is_known_by_its_link_also_when_it_is_written_in_percent_signs():
    assert names_account("https://matrix.to/#/%2540anna%253Aexample.org")
    assert not names_account("https://sundhed.dk/@2x.png")


def test_a_reply_loses_the_quotation_that_names_whom_it_answers():
    body = "> <@anna:example.org> jeg er ked af det\n> meget\n\nDet forstår jeg\n> godt"

    assert without_quoted_fallback(body) == "Det forstår jeg\n> godt"
    assert without_quoted_fallback("> et citat\nmit svar") == "> et citat\nmit svar"


@pytest.mark.parametrize(
    "flood", ["@a", "https://", "[a](", "#a:", "a-", "!aaaaaaaa:", "<@", "matrix.to/", "("]
)
def test_long_repetitions_come_out_no_longer_than_they_can_be(flood: str):
    text = flood * (60_000 // len(flood))

    assert len(defused(text)) <= len(text)
