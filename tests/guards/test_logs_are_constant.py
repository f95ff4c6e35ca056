"""What we log is a sentence written in the code, and beside it ids and actions: nothing is formatted in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime.logs import _FIELDS

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    p for folder in ("bot", "handlers", "storage") for p in (ROOT / folder).rglob("*.py")
)
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
LOGGERS = {"log", "logger", "logging"}
UNWANTED = {"message", "room", "sender", "address", "user", "name", "body", "html", "words"}
DROPPED = {"error", "event", "seconds", "why"}
"""The Matrix adapter's own; the formatter prints none of them."""
ALLOWED = {
    "bot/starting.py": "our own sentences for whoever starts it (a second process, safe mode,"
    " a revoked login): they are written in the code, before anybody has said a word",
}
"""File -> why a sentence of it may hold something that is not constant."""


def calls(source: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in LEVELS
            and _is_logger(node.func.value)
        ):
            yield node


def _is_logger(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):  # logging.getLogger(...).info(...)
        return isinstance(node.func, ast.Attribute) and node.func.attr == "getLogger"
    name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")
    return name.strip("_").lower() in LOGGERS


def faults(source: str) -> list[str]:
    """What is wrong with the logging in this source, by line."""
    found = []
    for call in calls(source):
        words = call.args[1:] if getattr(call.func, "attr", "") == "log" else call.args
        if len(words) != 1 or not _is_constant(words[0]):
            found.append(f"{call.lineno}: says something that is not a constant")
        for keyword in call.keywords:
            if keyword.arg == "extra":
                found += [f"{call.lineno}: {wrong}" for wrong in _wrong_extra(keyword.value)]
            elif keyword.arg not in ("exc_info",):
                found.append(f"{call.lineno}: {keyword.arg} is not for a log of ours")
    return found


def _is_constant(node: ast.expr) -> bool:
    """A string, or a name that was given one (`action`)."""
    if isinstance(node, ast.Name):
        return node.id == "action"
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "%" not in node.value


def _wrong_extra(node: ast.expr) -> Iterator[str]:
    if not isinstance(node, ast.Dict):
        yield "extra is not written out"
        return
    for key in node.keys:
        name = key.value if isinstance(key, ast.Constant) else "?"
        if name not in DROPPED.union(_FIELDS) or name in UNWANTED:
            yield f"extra {name!r} is none of {', '.join(_FIELDS)}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_log_line_is_a_constant_with_ids_and_actions(path: Path):
    name = path.relative_to(ROOT).as_posix()
    found = faults(path.read_text("utf-8"))

    if name in ALLOWED:
        assert found, f"{name} needs no exception any more"
    else:
        assert not found, f"{name}: " + "; ".join(found)


@pytest.mark.parametrize(
    "line",
    [
        'log.info(f"from {sender}")',
        'log.info("from %s", sender)',
        'log.info("from " + sender)',
        "log.error(fault)",
        'self._log.warning("x", extra={"room": room})',
        'logging.getLogger("bot").info("x", extra=event)',
        'log.log(20, "from %s", sender)',
        'log.exception("x", stack_info=True)',
    ],
)
def test_what_could_tell_somebodys_words_is_found(line: str):
    assert faults(line)


def test_there_are_logs_to_look_at():
    assert sum(len(list(calls(path.read_text("utf-8")))) for path in SOURCES) > 20
