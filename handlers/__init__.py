"""What it does when somebody says or presses something. All routers, in reading order."""

from bot.conversation.router import Router
from handlers import always, crisis, feeds, figures, housekeeping, looking, staffing, unsaid, zones
from handlers.appointment import (
    beginning,
    being_well,
    listing,
    reaching,
    reminders,
    seeking,
    series,
)
from handlers.contact import away, ending, relay, room, silence
from handlers.coordinator import (
    calendar,
    coordinators,
    costs,
    coverage,
    digest,
    hours,
    programme,
    queue,
    reports,
    ways_in,
    writing,
)
from handlers.coordinator import volunteers as volunteers_by_name
from handlers.receiver import (
    booking,
    call_back,
    coming_back,
    free_times,
    rights,
    standing,
    taking_back,
    talk,
    time_heard,
    welcome,
)
from handlers.volunteer import applying, debrief, duty, limits, offers, on_shift, shifts


def everything() -> Router:
    """The one router that knows all of them."""
    return Router().include(
        always.router,
        crisis.router,
        welcome.router,
        talk.router,
        booking.router,
        time_heard.router,
        free_times.router,
        call_back.router,
        standing.router,
        taking_back.router,
        zones.router,
        feeds.router,
        rights.router,
        coming_back.router,
        looking.router,
        seeking.router,
        beginning.router,
        listing.router,
        series.router,
        reaching.router,
        being_well.router,
        reminders.router,
        offers.router,
        relay.router,
        room.router,
        away.router,
        silence.router,
        ending.router,
        debrief.router,
        applying.router,
        duty.router,
        limits.router,
        shifts.router,
        on_shift.router,
        queue.router,
        volunteers_by_name.router,
        writing.router,
        programme.router,
        hours.router,
        reports.router,
        costs.router,
        coverage.router,
        digest.router,
        calendar.router,
        coordinators.router,
        ways_in.router,
        housekeeping.router,
        figures.router,
        staffing.router,
        unsaid.router,
    )
