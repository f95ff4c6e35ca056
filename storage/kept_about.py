"""Everything kept about one person, for them to read (GDPR art. 15 and 20)."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.ids import PersonId
from storage import contacts as contacts_of
from storage import people, volunteers
from storage import requests as requests_of
from storage.database import Transaction
from storage.tables import contacts, offers, requests


def person(db: Transaction, id: PersonId) -> dict[str, Any]:
    """What is kept about them. Never anything of the people they were in touch with."""
    known = people.get(db, id)
    address = people.address_of(db, id)
    if known is None or address is None:
        return {}
    found: dict[str, Any] = {
        "address": str(address),
        "language": known.language,
        "time_zone": known.zone,
        "consented_at": _told(known.consented_at),
        "coordinator": known.is_coordinator,
        "requests": [
            _request(db, row["id"]) for row in _ids(db, requests, requests.c.receiver == id)
        ],
        "contacts": [
            _contact(db, row["id"], id)
            for row in _ids(
                db, contacts, sa.or_(contacts.c.receiver == id, contacts.c.volunteer == id)
            )
        ],
    }
    if volunteer := volunteers.get(db, id):
        asked = sa.select(sa.func.count()).select_from(offers).where(offers.c.volunteer == id)
        found["volunteer"] = {
            "name": volunteer.name,
            "status": volunteer.status,
            "topics": sorted(volunteer.topics),
            "languages": sorted(volunteer.languages),
            "forms": sorted(volunteer.forms),
            "times_asked": db.count(asked),
        }
    return found


def _ids(db: Transaction, table: sa.Table, which: sa.ColumnElement[bool]) -> list[sa.RowMapping]:
    return db.all(sa.select(table.c.id).where(which))


def _request(db: Transaction, id: Any) -> dict[str, Any]:
    request = requests_of.get(db, id)
    if request is None:
        return {}
    return {
        "code": request.code,
        "opened_at": _told(request.opened_at),
        "status": request.status,
        "topics": sorted(request.topics),
        "note": request.note,
    }


def _contact(db: Transaction, id: Any, me: PersonId) -> dict[str, Any]:
    contact = contacts_of.get(db, id)
    if contact is None:
        return {}
    return {
        "code": contact.code,
        "as": "receiver" if contact.receiver == me else "volunteer",
        "known_as": contact.name_of(me),
        "began_at": _told(contact.began_at),
        "ended_at": _told(contact.ended_at),
    }


def _told(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
