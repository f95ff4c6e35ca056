"""Who is put out of a private thread."""

from tests.parts.discord_server.answers import Refused
from tests.parts.discord_server.routes import Asking, Route, channel

MANAGE_THREADS = 1 << 34


def remove_from_thread(asking: Asking, id: str, user: str) -> None:
    """Whoever opened a private thread may, and whoever manages threads; not once it is archived."""
    world, thread = asking.world, channel(asking, id)
    allowed = world.may(thread["guild_id"], world.bot["id"]) & MANAGE_THREADS
    if thread["owner_id"] != world.bot["id"] and not allowed:
        raise Refused(403, 50013, "Missing Permissions")
    if thread["thread_metadata"]["archived"]:
        raise Refused(400, 50083, "Thread is archived")
    if user not in world.in_thread[id]:
        raise Refused(404, 10007, "Unknown Member")
    world.in_thread[id].discard(user)


GROUP_ROUTES: list[tuple[str, str, Route]] = [
    ("DELETE", r"/channels/(\d+)/thread-members/(\d+)", remove_from_thread),
]
