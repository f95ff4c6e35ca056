"""Formatted words: a small subset that hides nothing, in step with the plain words."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.relaying.defusing import defused
from bot.relaying.html import (
    DEEPEST,
    HTML_LIMIT,
    SAFE_HTML_LIMIT,
    TAGS,
    from_plain,
    plain_of,
    to_safe_html,
)
from bot.relaying.words import TEXT_LIMIT, clean_text
from tests.relaying.test_defusing import LIVE, PAYLOADS


class Inspector(HTMLParser):
    """Reads what came out as a client would, and notes what it could do there."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.deepest = 0
        self.links: list[tuple[str, str]] = []
        self.odd: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "br":
            self.odd += [name for name, _ in attrs]
            return
        self.open.append(tag)
        self.deepest = max(self.deepest, len(self.open))
        if tag == "a":
            self.odd += [name for name, _ in attrs if name != "href"]
            self.links.append((dict(attrs)["href"], ""))
        else:
            self.odd += [name for name, _ in attrs]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.odd.append(f"/{tag}")

    def handle_data(self, data):
        if "a" in self.open:
            address, label = self.links[-1]
            self.links[-1] = (address, label + data)

    def handle_comment(self, data):
        self.odd.append("comment")

    def handle_decl(self, decl):
        self.odd.append("declaration")

    def handle_pi(self, data):
        self.odd.append("instruction")


def assert_safe(html: str) -> None:
    seen = Inspector(html)
    assert set(seen.tags) <= TAGS
    assert seen.odd == [] and seen.open == []
    assert seen.deepest <= DEEPEST + 1
    assert len(html.encode()) <= SAFE_HTML_LIMIT
    for address, label in seen.links:
        assert address == label
        assert address.lower().startswith(("http://", "https://"))
    plain = plain_of(html)
    assert plain == clean_text(plain).text
    assert defused(plain).split() == plain.split()


PIECES = st.sampled_from(
    [
        *(
            f"<{tag}>"
            for tag in (
                *sorted(TAGS),
                "div",
                "h1",
                "tr",
                "td",
                "table",
                "span",
                "s",
                "u",
                "mx-reply",
                "svg",
            )
        ),
        *(f"</{tag}>" for tag in (*sorted(TAGS), "div", "span", "mx-reply", "svg", "script")),
        "<script>",
        "<style>",
        "<img src=x onerror=alert(1)>",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?php",
        "<!doctype html>",
        "<a href='https://example.org/?a=1&b=2'>",
        '<a href="javascript:alert(1)">',
        "<a href='//x.org'>",
        "<a href='https://matrix.to/#/@anna:example.org'>",
        "<a href='mailto:a@b.dk' style='x' class='y'>",
        "<span data-mx-spoiler='slemt \"<b>'>",
        "<span data-mx-color='#fff' data-mx-bg-color='#fff'>",
        "<font color=red>",
        "<img src='mxc://x/y' data-mx-emoticon alt='hm'>",
        "<b onclick=x>",
        "<p",
        "<",
        ">",
        "&lt;",
        "&#x202e;",
        "&amp;",
        "&",
        '"',
        "'",
        "@room",
        "@an",
        "na:example.org",
        "@ro",
        "om",
        "https://a.dk",
        "[a](https://b.dk)",
        "ord",
        " ",
        "\n",
        "e\u0301",
        "\u0316\u0301\u0308",
        "\u202e",
        "\u200b",
        "😀",
        "\ud800",
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
def test_whatever_comes_in_only_the_small_subset_comes_out(html: str):
    safe = to_safe_html(html)

    if safe is not None:
        assert_safe(safe)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=15).map("".join))
def test_what_came_out_says_the_same_when_it_goes_in_again(html: str):
    safe = to_safe_html(html)

    if safe is not None and (again := to_safe_html(safe)) is not None:
        assert plain_of(again).split() == plain_of(safe).split()


@pytest.mark.parametrize("payload", PAYLOADS[::3])
def test_mentions_are_defused_inside_formatting_too(payload: str):
    marked = payload.replace("<", "&lt;")

    for html in (
        f"<b>{marked}</b>",
        f"<pre><code>{marked}</code></pre>",
        f"<a href='https://a.dk'>{marked}</a>",
    ):
        safe = to_safe_html(html)
        if safe is not None:
            assert_safe(safe)
            assert not [live.pattern for live in LIVE if live.search(plain_of(safe))]


@pytest.mark.parametrize(
    ("html", "safe", "plain"),
    [
        ("<strong>hej</strong> <em>du</em>", "<strong>hej</strong> <em>du</em>", "hej du"),
        ("<mx-reply><blockquote>@a:b.dk</blockquote></mx-reply>ja", "ja", "ja"),
        ("<a href='https://matrix.to/#/@anna:b.dk'>Anna</a>: hej", "Anna: hej", "Anna: hej"),
        ("<a href='https://matrix.to/#/@anna:b.dk'></a> hej", "@… hej", "@… hej"),
        ("<a href='https://matrix.to/#/@anna:b.dk'>@anna:b.dk</a>", "@…", "@…"),
        ("<span data-mx-spoiler>sket</span>", "||sket||", "||sket||"),
        ("<span data-mx-spoiler='tungt'>sket</span>", "(tungt) ||sket||", "(tungt) ||sket||"),
        ("<span data-mx-color='red' style='display:none'>set</span>", "set", "set"),
        ("hej<img src='mxc://a/b' alt='x'><script>x</script>", "hej", "hej"),
        ("<a href='javascript:x'>klik</a>", "klik", "klik"),
        ("<a href='mailto:rosa@b.dk'>skriv</a>", "skriv", "skriv"),
        (
            "<a href='https://evil.dk'>https://bank.dk</a>",
            'https://bank.dk (<a href="https://evil.dk">https://evil.dk</a>)',
            "https://bank.dk (https://evil.dk)",
        ),
        (
            "<a href='https://bank.dk@evil.dk'><b>bank</b></a>",
            'bank (<a href="https://evil.dk">https://evil.dk</a>)',
            "bank (https://evil.dk)",
        ),
        ("<h1>Top</h1>ord<div>mere</div>", "Top<br>ord<br>mere", "Top\nord\nmere"),
        ("<ol><li>a</li><li>b</li></ol>", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>", "• a\n• b"),
        ("<blockquote>a<br>b</blockquote>c", "<blockquote>a<br>b</blockquote>c", "> a\n> b\nc"),
        (
            "<p>a</p><p>b &lt;b&gt; &amp; c</p>",
            "<p>a</p><p>b &lt;b&gt; &amp; c</p>",
            "a\nb <b> & c",
        ),
        ("<s>nej</s>", "<del>nej</del>", "nej"),
    ],
)
def test_formatting_is_reduced_to_what_can_be_seen(html: str, safe: str, plain: str):
    assert to_safe_html(html) == safe
    assert plain_of(safe) == plain


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<b></b>",
        "<mx-reply>kun det",
        "@ro<b>om</b>",
        "@an<i></i>na:exam<b>ple.org</b>",
        "a" + "<b>\u0301\u0301\u0301</b>" * 20,
        "ord " * TEXT_LIMIT,
        "<b>x</b>" * 2_000,
        "<p>" + " " * HTML_LIMIT + "x</p>",
        "a" * 1_000_000,
    ],
)
def test_what_is_better_said_plainly_is_not_formatted(html: str):
    assert to_safe_html(html) is None


@pytest.mark.parametrize(
    "tag", ["b", "blockquote", "ul><li", "p><b", "div", "table><tr><td", "span", "a"]
)
def test_deep_nesting_loses_its_tags_and_keeps_its_words(tag: str):
    safe = to_safe_html(f"<{tag}>" * 300 + "inderst")

    assert safe is not None
    assert "inderst" in plain_of(safe)
    assert_safe(safe)


@given(st.text(max_size=100))
def test_plain_words_become_html_that_shows_just_them(text: str):
    shown = from_plain(clean_text(text).text)

    assert set(Inspector(shown).tags) <= {"br"}
    assert plain_of(shown).split() == clean_text(text).text.split()


def test_a_lower_limit_is_kept():
    assert to_safe_html("<b>fire</b>", 4) == "<b>fire</b>"
    assert to_safe_html("<b>femte</b>", 4) is None
