"""People and wishes to try the rules with. Each is fit for each; a test says what differs."""

from datetime import UTC, datetime, timedelta

from bot.domain.contact import Contact
from bot.domain.ids import ContactId, OfferId, PersonId, RequestId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.request import Offer, Request
from bot.programmes.loading import load_all

NOW = datetime(2030, 1, 7, 19, 0, tzinfo=UTC)  # a Monday, eight in the evening in Copenhagen
PROGRAMME = load_all(("drop-in",))["drop-in"]
ROSA = PersonId("rosa")


def volunteer(name: str = "mia", **differs: object) -> Volunteer:
    """Somebody active, on duty and rested."""
    usual: dict[str, object] = {
        "person": PersonId(name),
        "programme": "drop-in",
        "name": name.title(),
        "status": VolunteerStatus.ACTIVE,
        "topics": frozenset({"grief"}),
        "languages": frozenset({"da", "en"}),
        "forms": frozenset({"chat"}),
        "on_duty_since": NOW - timedelta(hours=1),
        "on_duty_until": NOW + timedelta(hours=1),
    }
    return Volunteer(**{**usual, **differs})  # type: ignore[arg-type]


def request(**differs: object) -> Request:
    """Rosa's wish to talk in Danish about grief, just now."""
    usual: dict[str, object] = {
        "id": RequestId("r" * 26),
        "receiver": ROSA,
        "programme": "drop-in",
        "opened_at": NOW,
        "waiting_since": NOW,
        "language": "da",
        "topics": frozenset({"grief"}),
    }
    return Request(**{**usual, **differs})  # type: ignore[arg-type]


def offer(to: str = "mia", **differs: object) -> Offer:
    """Rosa's wish, put to one volunteer."""
    usual: dict[str, object] = {
        "id": OfferId(f"offer-{to}"),
        "request": RequestId("r" * 26),
        "volunteer": PersonId(to),
        "put_at": NOW,
        "lapses_at": NOW + timedelta(minutes=15),
    }
    return Offer(**{**usual, **differs})  # type: ignore[arg-type]


def contact(**differs: object) -> Contact:
    """Rosa and Mia in touch."""
    usual: dict[str, object] = {
        "id": ContactId("c" * 26),
        "request": RequestId("r" * 26),
        "programme": "drop-in",
        "receiver": ROSA,
        "volunteer": PersonId("mia"),
        "receiver_name": "Birk",
        "volunteer_name": "Lind",
        "began_at": NOW,
        "ends_at": NOW + timedelta(minutes=45),
    }
    return Contact(**{**usual, **differs})  # type: ignore[arg-type]
