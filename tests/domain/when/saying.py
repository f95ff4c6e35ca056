"""How the tests say when: the moment the phrases were said at, and our own way to write times out."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.when import NotUnderstood, Rhythm, Unclear, Understood, read_back, understand
from bot.domain.when.local import Shown

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NEW_YORK = ZoneInfo("America/New_York")
SYDNEY = ZoneInfo("Australia/Sydney")
# A Wednesday; in Copenhagen the clock goes back on the Sunday after.
NOW = datetime(2026, 10, 21, 9, 0, tzinfo=COPENHAGEN)

_WEEKDAYS = {
    "da": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_RHYTHMS = {
    "da": {Rhythm.WEEKLY: "hver uge", Rhythm.FORTNIGHTLY: "hver anden uge"},
    "en": {Rhythm.WEEKLY: "every week", Rhythm.FORTNIGHTLY: "every other week"},
}


def written_out(understood: Understood, language: str) -> str:
    """The canonical sentence: all that is read back, as a text would say it."""
    parts = read_back(understood)
    weekday = _WEEKDAYS[language][parts.weekday]
    month = _MONTHS[language].split()[parts.day.month - 1]
    clock = f"{parts.clock:%H:%M}"
    if language == "da":
        said = f"{weekday} d. {parts.day.day}. {month} {parts.day.year} kl. {clock}"
        twice, place = ("første gang", "anden gang"), f"{parts.place} tid"
    else:
        said = f"{weekday} {parts.day.day} {month} {parts.day.year} at {clock}"
        twice, place = ("for the first time", "for the second time"), f"{parts.place} time"
    if parts.shown is Shown.TWICE:
        said += f", {twice[parts.fold]}"
    said += f", {place}"
    if parts.duration:
        minutes = int(parts.duration.total_seconds() // 60)
        said += f", {'i' if language == 'da' else 'for'} {minutes} min"
    if parts.rhythm:
        gange = "gange" if language == "da" else "times"
        said += f", {_RHYTHMS[language][parts.rhythm]}, {parts.times} {gange}"
    return said


def outcome(text: str, meant: tuple[str, ...]) -> str:
    """right, asked, none (not understood) or wrong, for a text said at `NOW` in Copenhagen."""
    answer = understand(text, NOW, COPENHAGEN)
    if isinstance(answer, Understood):
        return "right" if told(answer) in meant else "wrong"
    if isinstance(answer, Unclear):
        return "asked"
    assert isinstance(answer, NotUnderstood)
    return "none"


def told(understood: Understood) -> str:
    """How the sets write what is meant: 2026-10-27 19:00 for 60 min weekly 8."""
    said = f"{understood.start:%Y-%m-%d %H:%M}"
    if understood.duration:
        said += f" for {int(understood.duration.total_seconds() // 60)} min"
    if understood.series:
        parts = read_back(understood)
        said += f" {parts.rhythm} {parts.times}"
    return said
