"""Save the things a decision names, in an order in which the rules of the tables always hold."""

from collections.abc import Iterable

from bot.domain.appointment import (
    Appointment,
    AppointmentOffer,
    ContactWay,
    ReminderWish,
    SafetyCheck,
)
from bot.domain.called_back import CallBack
from bot.domain.check_in.standing import CheckIn
from bot.domain.contact import Contact
from bot.domain.feeds import CalendarFeed
from bot.domain.gathering import Gathering, Guest
from bot.domain.lifecycle import ContactStatus, OfferStatus
from bot.domain.people import Person, Volunteer
from bot.domain.recurring import Recurring
from bot.domain.request import Offer, Request
from bot.domain.shifts import ShiftPlan, Swap
from bot.domain.things import Thing
from storage import (
    appointment_offers,
    appointments,
    calendar_feeds,
    call_backs,
    check_ins,
    contact_ways,
    contacts,
    gathering_guests,
    gatherings,
    offers,
    people,
    reminder_wishes,
    requests,
    safety_checks,
    series,
    shifts,
    volunteers,
)
from storage.database import Transaction


def save(db: Transaction, things: Iterable[Thing]) -> None:  # noqa: PLR0912 - one flat table of things
    """Save them all. What ends goes before what begins: nobody is in two places even meanwhile."""
    for thing in sorted(things, key=_begins):
        match thing:
            case Person():
                people.save(db, thing)
            case Volunteer():
                volunteers.save(db, thing)
            case Request():
                requests.save(db, thing)
            case Offer():
                offers.save(db, thing)
            case Contact():
                contacts.save(db, thing)
            case ShiftPlan():
                shifts.save(db, thing)
            case Swap():
                shifts.save_swap(db, thing)
            case CallBack():
                call_backs.save(db, thing)
            case CheckIn():
                check_ins.save(db, thing)
            case Appointment():
                appointments.save(db, thing)
                contact_ways.keep_with(db, thing)
            case Recurring():
                series.save(db, thing)
            case CalendarFeed():
                calendar_feeds.save(db, thing)
            case Gathering():
                gatherings.save(db, thing)
                if not thing.to_come:
                    gathering_guests.drop(db, thing.id)
            case Guest():
                gathering_guests.save(db, thing)
            case ReminderWish():
                reminder_wishes.save(db, thing)
            case ContactWay():
                contact_ways.save(db, thing)
            case SafetyCheck():
                safety_checks.save(db, thing)
            case AppointmentOffer():
                appointment_offers.save(db, thing)


def _begins(thing: Thing) -> bool:
    match thing:
        case Offer(status=OfferStatus.PENDING) | Contact(status=ContactStatus.OPEN):
            return True
        case Request(waiting=True) | AppointmentOffer(status=OfferStatus.PENDING):
            return True
        case _:
            return False
