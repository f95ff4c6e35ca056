"""What it does when somebody says or presses something. All routers, in reading order."""

from bot.conversation.router import Router
from handlers import always, crisis, housekeeping, looking, unsaid
from handlers.contact import ending, relay, room
from handlers.coordinator import coordinators, programme, queue, writing
from handlers.coordinator import volunteers as volunteers_by_name
from handlers.receiver import rights, standing, talk, welcome
from handlers.volunteer import applying, debrief, duty, limits, offers


def everything() -> Router:
    """The one router that knows all of them."""
    return Router().include(
        always.router,
        crisis.router,
        welcome.router,
        talk.router,
        standing.router,
        rights.router,
        looking.router,
        offers.router,
        relay.router,
        room.router,
        ending.router,
        debrief.router,
        applying.router,
        duty.router,
        limits.router,
        queue.router,
        volunteers_by_name.router,
        writing.router,
        programme.router,
        coordinators.router,
        housekeeping.router,
        unsaid.router,
    )
