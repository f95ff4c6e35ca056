"""Logs hold ids and actions, never words, names, addresses or rooms."""

import json
import logging
import sys
from datetime import UTC, datetime
from types import TracebackType

log = logging.getLogger(__name__)

_OURS = ("bot", "handlers", "storage")
_FIELDS = ("action", "kind", "text", "outcome", "fault", "count", "part")


class Quiet(logging.Formatter):
    """The message, the allowed fields, and of an exception only its kind and where it came from."""

    def __init__(self, *, json_lines: bool) -> None:
        super().__init__()
        self._json = json_lines

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told = {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            told["fault"] = record.exc_info[0].__name__
            told["part"] = _where(record)
        ours = record.name.split(".")[0] in _OURS
        # Theirs may quote anything, and so may an exception that is logged as if it were words.
        said = record.msg if ours and isinstance(record.msg, str) else "library message"
        line = {"at": moment, "level": record.levelname, "from": record.name, "says": said, **told}
        if self._json:
            return json.dumps(line)
        rest = " ".join(f"{key}={value}" for key, value in told.items())
        return f"{moment} {record.levelname:7} {record.name}: {said} {rest}".rstrip()


def _where(record: logging.LogRecord) -> str:
    """File, line and function of the innermost frame of ours. Never the words of the exception."""
    assert record.exc_info is not None
    trace, found = record.exc_info[2], ""
    while trace is not None:
        code = trace.tb_frame.f_code
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.split(".")[0] in _OURS:
            found = f"{module}:{trace.tb_lineno}:{code.co_name}"
        trace = trace.tb_next
    return found


def set_up(level: str, *, json_lines: bool) -> None:
    """Log to standard error, quietly."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Quiet(json_lines=json_lines))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(level)
    logging.captureWarnings(True)
    sys.excepthook = _fell
    sys.unraisablehook = _lost


def _fell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
    """The last word of a process that falls: what and where, never the words of the exception."""
    if issubclass(kind, KeyboardInterrupt):
        return
    log.critical("fell", exc_info=(kind, fault, trace), extra={"action": "fell"})


def _lost(lost: "sys.UnraisableHookArgs") -> None:
    fault = lost.exc_value
    log.error("lost", exc_info=fault or True, extra={"action": "lost"})
