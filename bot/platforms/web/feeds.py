"""Calendars by a secret address, for programs that know no cookie: only when, never what or who."""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Final

from aiohttp import web

from bot.domain.ids import PersonId
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.programme import Programme
from bot.domain.shifts import slots
from bot.platforms.web.guarding import Limits, whence
from bot.platforms.web.hall import Hall
from bot.texts.calendars import Entry, calendar_feed, title
from storage import appointments, calendar_feeds, people, shifts, volunteers
from storage.database import Transaction

KIND: Final = "text/calendar; charset=utf-8"
BEFORE: Final = timedelta(days=14)  # so long what is over stays in it
AHEAD: Final = timedelta(
    days=56
)  # so far shifts are told; further ahead a timetable is a mere wish
_KEY = re.compile(r"[0-9a-v]{26}")  # a key that is worth looking up


class Feeds:
    """Answers calendar programs."""

    def __init__(
        self, hall: Hall, limits: Limits, programmes: Mapping[str, Programme], *, stand_in: bool
    ) -> None:
        self._hall = hall
        self._limits = limits
        self._programmes = programmes
        self._stand_in = stand_in

    async def show(self, request: web.Request) -> web.Response:
        """The calendar of whoever this key is of. One that opens nothing is answered as any address is."""
        # Counted by address whatever comes: a calendar company asks for many people from one network.
        if wait := self._limits.feeds.wait(whence(request, self._hall.page)):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(wait)})
        if self._stand_in:  # a calendar that hears "not found" would throw away what it has
            raise web.HTTPServiceUnavailable(headers={"Retry-After": "600"})
        key = request.match_info["key"]
        if not _KEY.fullmatch(key):
            raise web.HTTPNotFound
        text = await self._hall.database.read(calendar_of, key, self._programmes, self._hall.now())
        if text is None:
            raise web.HTTPNotFound
        tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
        headers = {
            "Cache-Control": "private, no-cache",
            "ETag": tag,
            "X-Robots-Tag": "noindex",
            "Content-Type": KIND,
        }
        if tag in _tags(request.headers.get("If-None-Match", "")):
            return web.Response(status=304, headers=headers)
        return web.Response(body=text.encode(), headers=headers)


def _tags(header: str) -> frozenset[str]:
    return frozenset(tag.strip().removeprefix("W/") for tag in header.split(","))


def calendar_of(
    db: Transaction, key: str, programmes: Mapping[str, Programme], now: datetime
) -> str | None:
    """The calendar this key opens, as iCalendar; None if it opens none."""
    who = calendar_feeds.whose(db, key)
    person = people.get(db, who) if who else None
    made_at = calendar_feeds.made_at(db, person.id) if person else None
    if person is None or made_at is None:
        return None
    agreed = [
        Entry(
            of=f"{one.id} {one.side_of(person.id)}",
            title=title("appointment", person.language),
            begins=one.begins_at,
            ends=one.ends_at,
            told_at=one.made_at,
            sequence=max(0, one.changes - 1),  # as in the files
        )
        for one in appointments.in_calendar(db, person.id, now - BEFORE)
    ]
    on_shift = _shifts(db, person.id, person.language, programmes, made_at, now)
    return calendar_feed([*agreed, *on_shift], title("calendar", person.language))


def _shifts(
    db: Transaction,
    person: PersonId,
    language: str,
    programmes: Mapping[str, Programme],
    made_at: datetime,
    now: datetime,
) -> list[Entry]:
    plan, volunteer = shifts.plan_of(db, person), volunteers.get(db, person)
    if plan is None or volunteer is None or volunteer.status is not VolunteerStatus.ACTIVE:
        return []
    programme = programmes.get(plan.programme)
    # To the end of a day: otherwise it would be another calendar at every look.
    until = datetime.combine((now + AHEAD).date(), time(), now.tzinfo)
    free = shifts.holidays(programme, now, until) if programme else frozenset()
    return [
        Entry(
            of=f"{person} shift {slot.begins.isoformat()} {slot.ends.isoformat()}",
            title=title("shift", language),
            begins=slot.begins,
            ends=slot.ends,
            told_at=made_at,
        )
        for slot in slots(plan, now, until, free)
    ]
