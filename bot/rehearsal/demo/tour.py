"""The first five things to try. Each is ticked off by what really happened, and by nothing else."""

from bot.rehearsal.demo.open_town import COORDINATOR, RECEIVER, SEATED, VOLUNTEER
from bot.rehearsal.wire import Wire

STEPS = ("asked", "met", "wrote", "goodbye", "waited")

_BY_TEXT = {
    (RECEIVER, "talk-looking"): "asked",
    (RECEIVER, "contact-opened"): "met",
    (RECEIVER, "contact-ended"): "goodbye",
    (COORDINATOR, "alarm-waiting"): "waited",
}


class Tour:
    """How far they have come."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._done: set[str] = set()
        self._receiver_read = self._volunteer_read = False

    def told(self, account: str, text_id: str) -> None:
        """Somebody on the page was told this."""
        pane = next((pane for pane, who in SEATED.items() if who == account), RECEIVER)
        if step := _BY_TEXT.get((pane, text_id)):
            self._done.add(step)
        if text_id == "relay":
            self._receiver_read |= pane == RECEIVER
            self._volunteer_read |= pane == VOLUNTEER

    def done(self) -> list[str]:
        """Which steps are done, in order."""
        if self._receiver_read and (self._volunteer_read or self._read_on_the_wire()):
            self._done.add("wrote")
        return [step for step in STEPS if step in self._done]

    def _read_on_the_wire(self) -> bool:
        return any(shown.letter.mark.text_id == "relay" for shown in self._wire.shown)
