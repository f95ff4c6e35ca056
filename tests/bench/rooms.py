"""Many rooms, made as cheaply as a real homeserver allows: empty, unencrypted, two members."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.parts.synapse import Account, Synapse

AT_ONCE = 3  # more do not make Synapse, one process, any faster
CLIENT = "/_matrix/client/v3"


async def fill(synapse: Synapse, bot: Account, count: int) -> None:
    """Bring the bot's account into `count` more rooms, each with one other person.

    It is done by a device of its own, so that a running bot meets each as it meets any room; by
    invitations it would take hours, since it answers only so many of one homeserver's in an hour.
    """
    crowd = synapse.log_in(synapse.register(synapse.fresh_name("crowd")))
    mine = synapse.log_in(bot)

    def one(_: int) -> None:
        made = synapse.call("POST", f"{CLIENT}/createRoom", {"preset": "public_chat"}, token=crowd)
        synapse.call("POST", f"{CLIENT}/join/{made['room_id']}", {}, token=mine, timeout=120)

    threads = ThreadPoolExecutor(AT_ONCE)
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(*(loop.run_in_executor(threads, one, n) for n in range(count)))
    finally:
        threads.shutdown(wait=False, cancel_futures=True)  # whoever interrupts has waited enough
