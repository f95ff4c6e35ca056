"""The Matrix adapter: rooms, encryption and a durable place in the stream.

nio is used for what it is good at, the cryptography (its Olm machine and key store). Requests, the
stream and what we know of rooms are ours, because that is where nio loses events, hangs or spins.
"""

from bot.platforms.matrix.client import MatrixPlatform

__all__ = ["MatrixPlatform"]
