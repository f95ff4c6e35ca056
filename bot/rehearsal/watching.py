"""Notices what people are shown: what is said, changed, taken back or reacted to."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from bot.messages import Place
from bot.rehearsal.wire import Shown, Wire


class Change(NamedTuple):
    """One thing that is new on somebody's screen."""

    shown: Shown
    what: Literal["said", "changed", "gone", "reacted"]

    @property
    def text_id(self) -> str:
        """What it is now."""
        return self.shown.amended or self.shown.letter.mark.text_id


@dataclass(slots=True)
class Watch:
    """Looks at one place, or at all of them when `place` is None."""

    wire: Wire
    place: Place | None = None
    _known: dict[str, tuple[str, bool, int]] = field(default_factory=dict)

    def changes(self) -> list[Change]:
        """What is new since the last look, in the order of the messages."""
        found = []
        for shown in self.wire.shown:
            if self.place is not None and shown.place != self.place:
                continue
            now = (shown.text, shown.gone, len(shown.reactions))
            before = self._known.get(shown.id)
            self._known[shown.id] = now
            if before is None:
                found.append(Change(shown, "said"))
            elif shown.gone and not before[1]:
                found.append(Change(shown, "gone"))
            elif shown.text != before[0]:
                found.append(Change(shown, "changed"))
            elif len(shown.reactions) > before[2]:
                found.append(Change(shown, "reacted"))
        return found
