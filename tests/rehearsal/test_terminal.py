"""The rehearsal at a real (pseudo) terminal, as somebody new to it meets it."""

from collections.abc import Callable, Iterator

import pytest

from tests.rehearsal.at_keyboard import AtKeyboard

pytestmark = pytest.mark.acceptance

ENGLISH = {
    "hello": "hello",
    "yes": "yes",
    "talk": "talk",
    "skip": "skip",
    "adult": "Are you 18 or older?",
    "looking": "I am asking volunteers now",
    "still": "I am still looking",
    "mia": "Mia says yes to the offer",
    "opened": "is here for you now",
    "through": "through the bot",
    "first": "Hi, I am here. I am glad you wrote.",
    "invented": "But your words really came through the bot to me",
    "said": "it is a long night",
    "as": "/as mia",
    "next": "/next",
    "me": "/me",
    "end": "!end",
    "quit": "/quit",
    "bye": "It is all gone now.",
}
DANISH = {
    "hello": "hej",
    "yes": "ja",
    "talk": "snak",
    "skip": "spring over",
    "adult": "Er du fyldt 18",
    "looking": "Jeg spørger de frivillige nu",
    "still": "Jeg leder stadig",
    "mia": "Mia siger ja til tilbuddet",
    "opened": "her for dig",
    "through": "gennem botten",
    "first": "Hej, jeg er her. Godt, at du skrev.",
    "invented": "dine ord kom virkelig gennem botten",
    "said": "det er en lang nat",
    "as": "/som mia",
    "next": "/næste",
    "me": "/mig",
    "end": "!slut",
    "quit": "/ud",
    "bye": "Nu er det hele væk.",
}


@pytest.fixture
def sits_down() -> Iterator[Callable[..., AtKeyboard]]:
    opened: list[AtKeyboard] = []

    def sit_down(*arguments: str, columns: int = 200) -> AtKeyboard:
        opened.append(AtKeyboard(*arguments, columns=columns))
        return opened[-1]

    yield sit_down
    for keyboard in opened:
        keyboard.close()


@pytest.mark.parametrize(("language", "w"), [("en", ENGLISH), ("da", DANISH)])
def test_somebody_new_finds_a_volunteer_and_has_a_word_with_her(sits_down, language, w):
    rosa = sits_down("--language", language)
    assert "20:00" in rosa.greeting and w["quit"] in rosa.greeting

    assert w["adult"] in rosa.types(w["hello"])
    rosa.types("1")
    rosa.types(w["yes"])
    rosa.types(w["talk"])
    assert w["looking"] in _skips_until(rosa, rosa.types("1, 9"), w)
    assert w["still"] in rosa.types(w["next"])
    found = rosa.types("")
    assert w["mia"] in found and w["opened"] in found
    spoken = rosa.types(w["next"])
    assert w["through"] in spoken and w["first"] in spoken
    rosa.types("")
    assert w["invented"] in rosa.types(w["said"])
    assert w["said"] in rosa.types(w["as"])
    rosa.types(w["me"])
    rosa.types(w["end"])

    assert w["bye"] in rosa.types(w["quit"])
    assert rosa.leaves() == 0


def test_when_all_volunteers_are_off_duty_one_sees_what_happens_then(sits_down):
    rosa = sits_down()
    for line in ("hello", "1", "1", "/nobody"):
        rosa.types(line)
    assert ENGLISH["looking"] in _skips_until(rosa, rosa.types("talk"), ENGLISH)

    an_hour = rosa.types("/+35")

    assert "I am still looking. You have waited 2 minutes." in an_hour
    assert "The coordinator is told" in an_hour
    assert "You have waited 30 minutes, and nobody was free." in an_hour
    seen_by_karin = rosa.types("/as karin")
    assert "has waited 5 minutes" in seen_by_karin and "karin>" in seen_by_karin
    assert "3 volunteers are on duty" in rosa.types("/tomorrow") + rosa.types("queue")


def test_the_whole_town_can_be_seen_and_unknown_orders_are_answered(sits_down):
    rosa = sits_down()
    assert "Write something to the bot first" in rosa.types("")
    rosa.types("hello")
    assert "The bot waits for your answer" in rosa.types("")
    assert "20:00 you>" in rosa.types("/+0") and "20:00 you>" in rosa.types("/as rosa")
    town = rosa.types("/who")
    for name in ("Rosa, that is you", "Ali, a volunteer, on duty", "Mia", "Sol", "Karin"):
        assert name in town
    assert "/help shows what there is" in rosa.types("/dance")
    assert "Nobody here is called that" in rosa.types("/as wizard")
    assert "/+15" in rosa.types("/help")


@pytest.mark.parametrize("key", [b"\x04", b"\x03"], ids=["Ctrl-D", "Ctrl-C"])
def test_one_can_just_leave(sits_down, key):
    rosa = sits_down()
    assert "It is all gone now." in rosa.presses(key)
    assert rosa.leaves() == 0


def test_nothing_stays_on_the_disk_when_the_window_is_closed(tmp_path):
    rosa = AtKeyboard(TMPDIR=str(tmp_path))
    rosa.types("hello")
    assert list(tmp_path.iterdir())

    rosa.hang_up()

    assert rosa.leaves() != 0
    assert not list(tmp_path.iterdir())


def test_no_line_is_wider_than_a_narrow_terminal_and_none_has_colour(monkeypatch, capsys):
    import sys

    from bot.rehearsal.sayings import Sayings
    from bot.rehearsal.screen import Screen

    monkeypatch.setenv("COLUMNS", "40")
    screen = Screen(sys.stdout)
    for name in ("greeting", "help"):
        screen.line(Sayings("da").say(name), "bold")
    screen.said("20:00  botten", "12 · " + "ord " * 40)
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) < 40 and "\x1b" not in shown
    assert "\n       ord" in shown  # under the words of the choice, not under its number


def test_the_greeting_is_short(monkeypatch):
    from bot.rehearsal.sayings import Sayings

    for language in ("da", "en"):
        lines = Sayings(language).say("greeting").splitlines()
        assert len(lines) <= 8 and max(map(len, lines)) < 80


def test_both_languages_say_the_same_things():
    import tomllib

    from bot.rehearsal.sayings import FOLDER

    danish, english = (
        tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
        for language in ("da", "en")
    )
    assert danish.keys() == english.keys()
    for name, said in english.items():
        assert type(danish[name]) is type(said)
        if isinstance(said, str):
            assert set(_slots(said)) == set(_slots(danish[name])), name
        elif isinstance(said, dict):
            assert said.keys() == danish[name].keys()


def _skips_until(rosa: AtKeyboard, screen: str, w: dict[str, str]) -> str:
    """Answer nothing more, however many questions a programme has before it looks for somebody."""
    for _ in range(5):
        if w["looking"] in screen:
            break
        screen = rosa.types(w["skip"])
    return screen


def _slots(said: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(said) if name]
