"""Everything kept about one person, for them to read (GDPR art. 15 and 20)."""

from dataclasses import asdict
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from bot.domain.called_back import CallBack
from bot.domain.check_in.standing import CheckIn
from bot.domain.gathering import Guest
from bot.domain.ids import PersonId, code_of
from bot.domain.recurring import Recurring
from storage import appointments as appointments_of
from storage import (
    calendar_feeds,
    call_backs,
    check_ins,
    contact_ways,
    dialogues,
    gathering_guests,
    gatherings,
    people,
    reminder_wishes,
    series,
    shifts,
    visits,
    volunteers,
    ways_in,
)
from storage import contacts as contacts_of
from storage import requests as requests_of
from storage.database import Transaction
from storage.tables import appointments, audit, contacts, duties, offers, requests


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
        "roles_where_you_are": sorted(known.holds),
        "requests": [
            _request(db, row["id"]) for row in _ids(db, requests, requests.c.receiver == id)
        ],
        "reminders_minutes_before": list(reminder_wishes.of(db, id).leads),
        "contacts": [
            _contact(db, row["id"], id)
            for row in _ids(
                db, contacts, sa.or_(contacts.c.receiver == id, contacts.c.volunteer == id)
            )
        ],
    }
    agreed = sa.or_(appointments.c.receiver == id, appointments.c.volunteer == id)
    if times := _ids(db, appointments, agreed):
        found["appointments"] = [_appointment(db, row["id"], id) for row in times]
    if runs := series.of_person(db, id):
        found["series"] = [_series(run, id) for run in runs]
    if told := contact_ways.of_person(db, id):
        found["ways_to_reach_you"] = [
            {"appointment": code_of(one), "told": way} for one, way in told.items()
        ]
    if volunteer := volunteers.get(db, id):
        asked = sa.select(sa.func.count()).select_from(offers).where(offers.c.volunteer == id)
        found["volunteer"] = {
            "name": volunteer.name,
            "status": volunteer.status,
            "topics": sorted(volunteer.topics),
            "languages": sorted(volunteer.languages),
            "forms": sorted(volunteer.forms),
            "time_zone": volunteer.zone,
            "training_steps": list(volunteer.steps_done),
            "own_limits": {k: _plain(v) for k, v in asdict(volunteer.limits).items()},
            "on_duty_until": _told(volunteer.on_duty_until),
            "last_contact_at": _told(volunteer.last_contact_at),
            "rest_until": _told(volunteer.rest_until),
            "duties": [_duty(row) for row in _duties(db, id)],
            "times_asked": db.count(asked),
            "shifts": shifts.kept_about(db, id),
        }
    if theirs := visits.of_account(db, address.user):
        found["visits"] = [
            {"began_at": _told(visit.began_at), "ends_at": _told(visit.ends_at)} for visit in theirs
        ]
        found["return_phrase"] = ways_in.has_phrase(db, address.user, theirs[0].seen_at)
    if later := call_backs.of(db, id):
        found["to_be_asked_later"] = _call_back(later)
    if afterwards := check_ins.of_person(db, id):
        found["check_ins"] = [_check_in(one) for one in afterwards]
    if since := calendar_feeds.made_at(db, id):
        found["calendar_feed_since"] = _told(since)
    if asked_to := gathering_guests.of_person(db, id):
        found["gatherings"] = [_guest(db, one) for one in asked_to]
    if kept := dialogues.of(db, id):
        found["under_way"] = {"dialogue": kept.name, "answers": dict(kept.answers)}
    acts = sa.select(audit.c.at, audit.c.action, audit.c.subject).where(audit.c.actor == id)
    if done := db.all(acts):
        found["acts_as_coordinator"] = [
            {"at": _told(row["at"]), "act": row["action"], "on": row["subject"]} for row in done
        ]
    return found


def _duties(db: Transaction, id: PersonId) -> list[sa.RowMapping]:
    return db.all(sa.select(duties).where(duties.c.volunteer == id).order_by(duties.c.began_at))


def _duty(row: sa.RowMapping) -> dict[str, Any]:
    return {"began_at": _told(row["began_at"]), "ended_at": _told(row["ended_at"])}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, time) else value


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


def _call_back(kept: CallBack) -> dict[str, Any]:
    return {
        "code": kept.code,
        "kept_at": _told(kept.kept_at),
        "ends_at": _told(kept.ends_at),
        "times_asked": kept.asks,
        "weekdays": sorted(kept.hours.days),
        "date": kept.hours.on and kept.hours.on.isoformat(),
        "hours": str(kept.hours.hours),
        "topics": sorted(kept.topics),
        "note": kept.note,
    }


def _check_in(one: CheckIn) -> dict[str, Any]:
    return {
        "as": one.who.value,
        "programme": one.programme,
        "status": one.status.value,
        "since": one.began_on.isoformat(),
        "to_come": [{"round": c.round, "at": _told(c.due)} for c in one.coming],
        "asked": sorted(one.asked),
        **({"answered_so_far": dict(one.open.answers)} if one.open else {}),
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


def _appointment(db: Transaction, id: Any, me: PersonId) -> dict[str, Any]:
    agreed = appointments_of.get(db, id)
    if agreed is None:
        return {}
    mine = agreed.receiver == me
    return {
        "code": agreed.code,
        "as": agreed.side_of(me),
        "begins_at": _told(agreed.begins_at),
        "minutes": agreed.minutes,
        "status": agreed.status,
        **({"topics": sorted(agreed.topics), "note": agreed.note} if mine else {}),
    }


def _guest(db: Transaction, guest: Guest) -> dict[str, Any]:
    gathering = gatherings.get(db, guest.gathering)
    if gathering is None:
        return {}
    return {
        "code": gathering.code,
        "name": gathering.name,
        "begins_at": _told(gathering.begins_at),
        "minutes": gathering.minutes,
        "answer": guest.status,
    }


def _told(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _series(run: Recurring, me: PersonId) -> dict[str, Any]:
    return {
        "code": run.code,
        "as": "receiver" if run.receiver == me else "volunteer",
        "first_at": _told(run.first_at),
        "time_zone": run.zone,
        "rhythm": run.rhythm,
        "times": run.times,
        "minutes": run.minutes,
        **({"topics": sorted(run.topics), "note": run.note} if run.receiver == me else {}),
    }
