"""No kind of timer without a scene in which it is tried what happens when the bot dies just then."""

from handlers import everything
from tests.faults.playing import SCENES


def test_every_kind_of_timer_has_a_scene():
    missing = sorted(set(everything().timers) - set(SCENES))
    assert not missing, f"write a scene in tests/faults/scenes.py for {', '.join(missing)}"
    gone = sorted(set(SCENES) - set(everything().timers))
    assert not gone, f"nobody handles {', '.join(gone)} any more: take their scenes out"
