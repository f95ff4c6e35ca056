"""What a decision may name to be saved: everything that has a row of its own."""

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
from bot.domain.people import Person, Volunteer
from bot.domain.recurring import Recurring
from bot.domain.request import Offer, Request
from bot.domain.shifts import ShiftPlan, Swap

Thing = (
    Person
    | Volunteer
    | Request
    | Offer
    | Contact
    | Appointment
    | AppointmentOffer
    | Recurring
    | ReminderWish
    | ContactWay
    | SafetyCheck
    | CalendarFeed
    | Gathering
    | Guest
    | CallBack
    | CheckIn
    | ShiftPlan
    | Swap
)
