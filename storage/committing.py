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
    try:
        return _together(engine, works, is_trouble)
    except _Apart:
        return [_alone(engine, work) for work in works]
    except Exception as fault:  # not even begun: waiting for the same lock again helps nobody
        return [Failed(fault) for _ in works]


def _alone(engine: sa.Engine, work: Work) -> Any:
    try:
        with engine.begin() as connection:
            return work(connection)
    except Exception as fault:
        return Failed(fault)


def _together(
    engine: sa.Engine, works: Sequence[Work], is_trouble: Callable[[BaseException], bool]
) -> list[Any]:
    found: list[Any] = []
    with engine.connect() as connection, connection.begin() as whole:
        for work in works:
            point = connection.begin_nested()
            try:
                found.append(work(connection))
                point.commit()
            except Exception as fault:
                # After trouble SQLite may have rolled back everything, and not the savepoint alone.
                if is_trouble(fault):
                    raise _Apart from fault
                point.rollback()
                found.append(Failed(fault))
        try:
            whole.commit()
        except Exception as fault:
            raise _Apart from fault
    return found
