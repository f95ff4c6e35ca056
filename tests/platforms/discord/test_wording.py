"""A moment is told as Discord tells moments: by the clock and in the language of whoever reads it."""

from datetime import UTC, datetime

import pytest

from bot.domain.refusal import Arg
from bot.platforms.discord.wording import formed
from bot.texts.catalogue import Catalogue

SEVEN = datetime(2030, 1, 8, 18, 0, tzinfo=UTC)
STAMP = int(SEVEN.timestamp())


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_text_with_a_time_shows_the_readers_own(language: str):
    args: dict[str, Arg] = {"zoned": SEVEN, "minutes": 45, "form": "chat", "same": False}
    said = Catalogue.load(strict=True).render(
        "book-proposed", args, language, "Europe/Copenhagen", marks_times=True
    )

    assert said.html is not None
    assert f"<t:{STAMP}:F>" in formed(said.html)
    assert "2030" not in formed(said.html).replace(str(STAMP), "")


def test_a_time_of_day_stays_one():
    html = 'At <time datetime="2030-01-08T19:00+01:00">19:00</time> it begins.'
    assert formed(html) == f"At <t:{STAMP}:t> it begins."


def test_what_is_no_time_stays_as_it_is_written():
    assert formed('On <time datetime="soon">Thursday</time>.') == "On Thursday."


def test_words_of_people_cannot_pretend_to_be_one():
    assert formed("&lt;t:1893956400:F&gt;") == "\\<t:1893956400:F>"
