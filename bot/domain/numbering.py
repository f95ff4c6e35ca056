"""The numbers choices are typed by. Who is asked for a number types that number and no other."""

from collections.abc import Mapping, Sequence


def numbers_of(choices: Sequence[str]) -> Mapping[str, int]:
    """The number of each choice: its own where it is one ("7"), else on from the highest; from 1 on."""
    own = {choice: int(choice) for choice in choices if choice.isascii() and choice.isdigit()}
    others = [choice for choice in choices if choice not in own]
    first = max(own.values(), default=0) + 1
    return own | {choice: first + n for n, choice in enumerate(others)}


def numbered(choices: Sequence[str], number: int) -> str | None:
    """The choice that is typed by this number."""
    return next((c for c, own in numbers_of(choices).items() if own == number), None)
