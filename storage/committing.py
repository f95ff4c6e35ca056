"""Units that wait at the same time are committed together, and wait for the disk once.

Each has a savepoint of its own, so that one which fails leaves nothing, and the others stand. Nobody
hears that theirs is done before all of it is on the disk. Reasons: docs/decisions/0026.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

AT_ONCE = 24  # units; the first of them waits for the last

Work = Callable[[sa.Connection], Any]


@dataclass(frozen=True, slots=True)
class Job:
    """One unit, and who waits for what becomes of it."""

    work: Work
    done: "asyncio.Future[Any]"


@dataclass(frozen=True, slots=True)
class Failed:
    """What a unit raised; it left nothing."""

    fault: BaseException


class _Apart(Exception):
    """They cannot be committed together: each must try alone."""


def committed(
    engine: sa.Engine, works: Sequence[Work], is_trouble: Callable[[BaseException], bool]
) -> list[Any]:
    """What became of each: its value, or Failed."""
    if len(works) == 1:
        return [_alone(engine, works[0])]
    found: list[Any] = []
    try:
        with engine.begin() as connection:
            for work in works:
                found.append(_in_its_place(connection, work, is_trouble))
    except Exception as fault:
        if not found and not isinstance(fault, _Apart):
            return [Failed(fault) for _ in works]  # waiting for the same lock again helps nobody
        return [_alone(engine, work) for work in works]
    return found


def _alone(engine: sa.Engine, work: Work) -> Any:
    try:
        with engine.begin() as connection:
            return work(connection)
    except Exception as fault:
        return Failed(fault)


def _in_its_place(
    connection: sa.Connection, work: Work, is_trouble: Callable[[BaseException], bool]
) -> Any:
    point = connection.begin_nested()
    try:
        value = work(connection)
        point.commit()
    except Exception as fault:
        # After trouble SQLite may have rolled back everything, and not the savepoint alone.
        if is_trouble(fault):
            raise _Apart from fault
        point.rollback()
        return Failed(fault)
    return value
