"""What is wrong in [platforms.web] is named before anybody listens anywhere."""

from pathlib import Path

import pytest

from bot.config import ConfigProblems, load


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('address = "ftp://night.example"', "address"),
        ('address = "https://night.example/?q"', "address"),
        ('listen = "8480"', "listen"),
        ('listen = "127.0.0.1:99999"', "listen"),
        ('exit_to = "javascript:alert(1)"', "exit_to"),
        ('exit_to = "http://plain.example"', "exit_to"),
        ('embed_on = ["*"]', "embed_on"),
        ('embed_on = ["https://a.example; script-src *"]', "embed_on"),
        ('embed_on = ["https://a.example;sandbox"]', "embed_on"),
        ('embed_on = ["https://a.example/path"]', "embed_on"),
        ('embed_on = ["https://a.example\\nX: y"]', "embed_on"),
        ("visitor_hours = 0", "visitor_hours"),
        ("most_visitors = 0", "most_visitors"),
        ("file_limit = -1", "file_limit"),
        ("away_minutes = 0", "away_minutes"),
        ('behind_proxy = "perhaps"', "behind_proxy"),
        ("trust_everybody = true", "trust_everybody"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, line: str, names: str):
    path = tmp_path / "config.toml"
    path.write_text(f"[platforms.web]\n{line}\n")
    with pytest.raises(ConfigProblems) as wrong:
        load(path, {})
    assert names in str(wrong.value)


@pytest.mark.parametrize(
    "line",
    [
        'embed_on = ["https://night.example", "http://localhost:8000", "https://*.night.example"]',
        'listen = "[::1]:65535"',
        'listen = "0.0.0.0:0"',
        'address = "https://night.example/talk"',
        "",
    ],
)
def test_what_is_right_is_taken(tmp_path: Path, line: str):
    path = tmp_path / "config.toml"
    path.write_text(f"[platforms.web]\n{line}\n")
    assert load(path, {}).platforms.web is not None
