"""Forgetting a person: what was theirs is gone, what is nobody's stays."""

import json

import sqlalchemy as sa

from bot.domain import safety
from bot.domain.ids import PersonId
from bot.messages import Address
from storage import crossings, outbox, shown, visits, ways_in
from storage import people as people_of
from storage.database import Transaction
from storage.requests import NO_WISH
from storage.tables import (
    appointment_offers,
    appointments,
    calendar_feeds,
    call_backs,
    check_ins,
    contact_ways,
    contacts,
    dialogues,
    duties,
    gathering_guests,
    offers,
    people,
    questions,
    relayed,
    reminder_wishes,
    requests,
    safety_checks,
    series,
    set_aside,
    shift_plans,
    shift_swaps,
    timers,
    volunteers,
)

NOBODY = "nobody"
OWN_PAGE = "web"  # the platform whose visits and ways in are kept here


def forget(db: Transaction, person: PersonId) -> None:
    """Erase this person. Journal steps and the never-again hash stay: they name nobody.

    Contacts and requests lose them but keep their times, so that the other side's limits, and the
    numbers of reports, stay true.
    """
    own_requests = sa.select(requests.c.id).where(requests.c.receiver == person)
    db.execute(sa.delete(timers).where(timers.c.about.in_(own_requests)))
    theirs = sa.select(appointments.c.id).where(appointments.c.receiver == person)
    # Whoever met them in person is asked all the same whether they are well.
    own = sa.and_(timers.c.about.in_(theirs), timers.c.kind != safety.KINDS["volunteer"])
    db.execute(sa.delete(timers).where(own))
    met = sa.or_(appointments.c.receiver == person, appointments.c.volunteer == person)
    told = contact_ways.c.appointment.in_(sa.select(appointments.c.id).where(met))
    db.execute(sa.delete(contact_ways).where(told))
    runs = sa.select(series.c.id).where(series.c.receiver == person)
    db.execute(sa.delete(timers).where(timers.c.about.in_(runs)))
    db.execute(sa.delete(series).where(series.c.receiver == person))
    db.execute(sa.update(series).where(series.c.volunteer == person).values(volunteer=None))
    later = sa.select(call_backs.c.id).where(call_backs.c.receiver == person)
    db.execute(sa.delete(timers).where(timers.c.about.in_(later)))
    asked = sa.select(check_ins.c.id).where(check_ins.c.person == person)
    db.execute(sa.delete(timers).where(timers.c.about.in_(asked)))
    db.execute(sa.delete(timers).where(timers.c.about == person))
    outbox.drop_for(db, person)
    address = people_of.address_of(db, person)
    if way := crossings.of(db, person):
        _drop_set_aside(db, way.address)
        shown.forget(db, way.account)
        ways_in.close(db, way.account)
        visits.end_all(db, way.account)
        crossings.end(db, person)
    _drop_set_aside(db, address)
    if address is not None and address.platform == OWN_PAGE:
        shown.forget(db, address.user)
        ways_in.close(db, address.user)
    met_in = sa.select(contacts.c.id).where(
        sa.or_(contacts.c.receiver == person, contacts.c.volunteer == person)
    )
    db.execute(sa.delete(relayed).where(relayed.c.contact.in_(met_in)))
    for table, column in (
        (questions, questions.c.person),
        (dialogues, dialogues.c.person),
        (offers, offers.c.volunteer),
        (appointment_offers, appointment_offers.c.volunteer),
        (call_backs, call_backs.c.receiver),
        (duties, duties.c.volunteer),
        (check_ins, check_ins.c.person),
        (reminder_wishes, reminder_wishes.c.person),
        (contact_ways, contact_ways.c.person),
        (safety_checks, safety_checks.c.person),
        (calendar_feeds, calendar_feeds.c.person),
        (gathering_guests, gathering_guests.c.person),
        (shift_plans, shift_plans.c.volunteer),
        (shift_swaps, shift_swaps.c.volunteer),
        (volunteers, volunteers.c.person),
        (people, people.c.id),
    ):
        db.execute(sa.delete(table).where(column == person))
    for row in db.all(sa.select(requests.c.id).where(requests.c.receiver == person)):
        blank = db.seal(requests.c.wish_sealed, row["id"], NO_WISH)
        where = sa.update(requests).where(requests.c.id == row["id"])
        db.execute(where.values(receiver=NOBODY, wish_sealed=blank, wished_for=None))
    for row in db.all(theirs):
        blank = db.seal(appointments.c.wish_sealed, row["id"], NO_WISH)
        where = sa.update(appointments).where(appointments.c.id == row["id"])
        db.execute(where.values(receiver=NOBODY, wish_sealed=blank))
    for gave in (appointments.c.volunteer, appointments.c.wished_for):
        db.execute(sa.update(appointments).where(gave == person).values({gave.name: None}))
    either = sa.or_(contacts.c.receiver == person, contacts.c.volunteer == person)
    db.execute(sa.update(contacts).where(either).values(room_entered=None, room_sealed=None))
    for column in (contacts.c.receiver, contacts.c.volunteer, contacts.c.room_wanted_by):
        db.execute(sa.update(contacts).where(column == person).values({column.name: NOBODY}))
    db.execute(sa.update(requests).where(requests.c.wished_for == person).values(wished_for=None))


def _drop_set_aside(db: Transaction, address: Address | None) -> None:
    # Sealed whole, so that nothing but opening them tells whose they are; there are few, or none.
    for row in db.all(sa.select(set_aside.c.event, set_aside.c.event_sealed)):
        written = db.unseal(set_aside.c.event_sealed, row["event"], row["event_sealed"])
        if address is not None and json.dumps(address.user) in written:
            db.execute(sa.delete(set_aside).where(set_aside.c.event == row["event"]))
