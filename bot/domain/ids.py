"""Names for the ids of things, so that one cannot be taken for another."""

from typing import NewType

PersonId = NewType("PersonId", str)
RequestId = NewType("RequestId", str)
OfferId = NewType("OfferId", str)
ContactId = NewType("ContactId", str)
AppointmentId = NewType("AppointmentId", str)
SeriesId = NewType("SeriesId", str)
GatheringId = NewType("GatheringId", str)

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is read two ways: no I, O, 0, 1
CODE_LENGTH = 6


def code_of(id: str) -> str:
    """The public code of the thing with this id: six letters and digits, told from `id` alone.

    Ids are keyed hashes in base 32, so their first thirty bits are as good as random: among 1,000
    open things two share a code once in about two thousand times, and a unique index tells.
    """
    value = int(id[:12], 32)
    letters = []
    for _ in range(CODE_LENGTH):
        value, rest = divmod(value, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[rest])
    return "".join(letters)


def is_code(text: str) -> bool:
    """Whether this may be the public code of something, in capitals or not."""
    return len(text) == CODE_LENGTH and set(text.upper()) <= set(CODE_LETTERS)
