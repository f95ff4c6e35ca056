"""The evening played aloud ends with 0 only if everything promised in it was kept."""

import subprocess
import sys
import time
from dataclasses import replace

import pytest

from bot.domain import waiting
from bot.domain.decision import NOTHING, Tell
from bot.rehearsal.evening import rehearse
from bot.rehearsal.stage import Stage
from handlers import looking
from handlers.contact import relay
from storage import outbox
from tests.rehearsal.at_keyboard import ROOT


@pytest.mark.acceptance
@pytest.mark.parametrize("language", ["en", "da"])
def test_without_a_terminal_the_evening_is_played_and_ends_well(language):
    began = time.monotonic()
    played = subprocess.run(
        [sys.executable, "-m", "bot", "rehearse", "--language", language],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert played.returncode == 0, played.stdout[-2000:] + played.stderr
    assert "promises were kept" in played.stdout.splitlines()[-1]
    assert "NOT KEPT" not in played.stdout and not played.stderr
    for scene in range(1, 10):
        assert f"\n{scene}. " in played.stdout
    assert time.monotonic() - began < 60


async def test_a_bot_that_lets_people_wait_in_silence_is_found_out(monkeypatch, capsys):
    real = waiting.sign_of_life

    def says_nothing(*what):
        decided = real(*what)
        silent = tuple(effect for effect in decided.effects if not isinstance(effect, Tell))
        return replace(decided, effects=silent)

    monkeypatch.setattr(waiting, "sign_of_life", says_nothing)
    assert await rehearse(language="en", scripted=True) == 1
    assert "NOT KEPT: Rosa does not wait in silence" in " ".join(capsys.readouterr().out.split())


async def test_a_bot_that_never_alarms_a_coordinator_is_found_out(monkeypatch, capsys):
    monkeypatch.setitem(looking.router.timers, waiting.ALARM, lambda rings, db: NOTHING)
    assert await rehearse(language="da", scripted=True) == 1
    assert "NOT KEPT: a coordinator is alarmed" in capsys.readouterr().out


async def test_a_bot_that_breaks_inside_is_found_out(monkeypatch, capsys):
    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(relay, "defused", breaks)
    assert await rehearse(language="en", scripted=True) == 1
    assert "NOT KEPT: nothing fails inside (ZeroDivisionError)" in capsys.readouterr().out


async def test_a_bot_that_forgets_to_watch_over_a_request_is_found_out(monkeypatch, capsys):
    monkeypatch.setattr(waiting, "watch", lambda *_: ())
    assert await rehearse(language="en", scripted=True) == 1
    assert "NOT KEPT: nobody waits without something" in " ".join(capsys.readouterr().out.split())


async def test_a_letter_that_is_never_struck_off_is_found_out(monkeypatch, capsys):
    real, struck_off = outbox.settle, []

    def settle(db, id):
        struck_off.append(id)
        return True if len(struck_off) > 40 else real(db, id)

    monkeypatch.setattr(outbox, "settle", settle)
    assert await rehearse(language="en", scripted=True) == 1
    assert "NOT KEPT: whatever is to be said is said at once" in capsys.readouterr().out


async def test_words_that_stay_readable_are_found(monkeypatch, capsys):
    from storage.vault import Vault

    monkeypatch.setattr(Vault, "seal", lambda self, column, row, text: text.encode())
    monkeypatch.setattr(Vault, "unseal", lambda self, column, row, sealed: sealed.decode())
    assert await rehearse(language="en", scripted=True) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "NOT KEPT: no word and no address can be read" in told


async def test_a_promise_that_does_not_hold_stops_the_evening(monkeypatch, capsys):
    monkeypatch.setattr(Stage, "told", lambda self, *_: False)
    assert await rehearse(language="en", scripted=True) == 1
    assert "NOT KEPT: a no is respected" in capsys.readouterr().out
