"""Every text the code says, read from its source: where, with which arguments and choices."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from bot.domain.duty import Feeling
from bot.domain.programme import Purpose
from bot.reports.rows import FIGURES
from handlers import everything

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "bot/platforms/web/page"  # names its texts itself; each begins with web-
DISCORD = ROOT / "bot/platforms/discord"  # so does this; each begins with discord-
CODE = (
    "handlers",
    "bot/conversation",
    "bot/domain",
    "bot/reports",
    "bot/runtime",
    "bot/app.py",
    "bot/starting.py",
)

# Where a text stands among what is given, by position and by name; then its arguments likewise.
EFFECTS = {
    "Tell": ((1, "text"), (2, "args"), (3, "choices")),
    "TellCoordinators": ((1, "text"), (2, "args"), (3, "choices")),
    "TellThere": ((2, "text"), None, None),
    "Amend": ((3, "text"), (4, "args"), None),
    "Forget": ((1, "telling"), None, None),
    "LeadAcross": ((2, "text"), None, None),
    "render": ((0, "text_id"), (1, "args"), None),
}
# Functions that take a text and its arguments by name: where the text stands.
SAYERS = {
    "answer": 0,
    "Refusal": 0,
    "tell": 1,
    "_say": 1,
    "_there": 2,
    "off": 3,
    "worded": 0,
    "hand_over": 0,
    "show": 0,
}
NO_ARGUMENTS = {
    "answer": {"choices", "about", "kept"},
    "Refusal": {"choices"},
    "show": {"chart"},
}
# What a text is told beside what it was given.
ADDED = {"show": {"drawn"}, "LeadAcross": {"name", "link", "platform", "side"}}

FORMED = [dialogue for dialogue, _ in everything().dialogues.values() if dialogue.formed]

# What stands between braces in a text id, and all it can be.
IN_BRACES: Mapping[str, Sequence[str]] = {
    "feeling": get_args(Feeling),
    "action": ("coordinator-add", "coordinator-remove"),
    "found.name": tuple(everything().commands),
    "command.name": tuple(everything().commands),
    "row.figure": FIGURES,
    "row.part": tuple(Purpose),
    "dialogue.name": tuple(d.name for d in FORMED),
    "step.name": tuple(sorted({step.name for d in FORMED for step in d.steps})),
}
# These hand on what somebody else says; what they are given is found where it is given.
HAND_ON = {
    "said.text",
    "text",
    "no.text",
    "*said",
    "waiting.text",
    "letter.text",
    "effect.telling",
    "lead.text",
    "dialogue.text_of(step)",
    "chosen",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One place in the code where a text is said. `args` is None where it cannot be told."""

    where: str
    text: str
    args: frozenset[str] | None
    fixed: Mapping[str, str] = field(default_factory=dict)  # those whose value stands in the code
    choices: tuple[tuple[str, ...], ...] = ()  # each set of choices it can be asked with


def everything_said() -> list[Said]:
    """All of them. Raises AssertionError where the code says a text that cannot be found out."""
    found: list[Said] = []
    for part in CODE:
        path = ROOT / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found += _said_in(file)
    return [*found, *_said_by_platforms()]


def _said_in(file: Path) -> Iterator[Said]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    everywhere = {name: value for name, value in _assigned(tree.body)}
    for scope in [
        n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]:
        names = {**everywhere, **dict(_assigned(ast.walk(scope)))}
        defaults = scope.args.defaults
        taken = scope.args.args[len(scope.args.args) - len(defaults) :]
        names |= {arg.arg: value for arg, value in zip(taken, defaults, strict=True)}
        for call in [node for node in ast.walk(scope) if isinstance(node, ast.Call)]:
            where = f"{file.relative_to(ROOT)}:{call.lineno}"
            yield from _said_by(call, names, where)


def _said_by_platforms() -> Iterator[Said]:
    for folder, name in ((PAGE, r"\bweb(?:-[a-z0-9]+)+"), (DISCORD, r"(?<=\")discord(?:-[a-z]+)+")):
        for file in sorted(file for file in folder.iterdir() if file.is_file()):
            for text in sorted(set(re.findall(name, file.read_text("utf-8")))):
                yield Said(str(file.relative_to(ROOT)), text, None)


def _said_by(call: ast.Call, names: Mapping[str, ast.expr], where: str) -> Iterator[Said]:
    called = (
        call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    )
    by_name = {keyword.arg: keyword.value for keyword in call.keywords}
    if called in EFFECTS:
        text_at, args_at, choices_at = EFFECTS[called]
        text = _given(call, text_at)
        args = _given(call, args_at) if args_at else None
        choices = _given(call, choices_at) if choices_at else None
        passed, fixed = _dict(args, names)
        if called in ADDED and passed is not None:
            passed |= ADDED[called]
    elif called in SAYERS and ast.unparse(call.func) not in ("emergency.answer", "self._say"):
        at = SAYERS[called]
        text = call.args[at] if len(call.args) > at else by_name.get("text")
        choices = by_name.get("choices")
        others = NO_ARGUMENTS.get(called, set())
        told = {name: v for name, v in by_name.items() if name and name not in others}
        passed, fixed = frozenset({*told, *ADDED.get(called, ())}), _constants(told.items())
        if None in by_name:
            passed = None
    elif ast.unparse(call.func) == "emergency.answer":
        text, choices, passed, fixed = call.args[1], None, frozenset(), {}
    else:
        return
    for id in _texts(text, names, where):
        yield Said(where, id, passed, fixed, tuple(_tuples(choices, names)))


def _given(call: ast.Call, at: tuple[int, str]) -> ast.expr | None:
    place, name = at
    named = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    return named or (call.args[place] if len(call.args) > place else None)


def _texts(text: ast.expr | None, names: Mapping[str, ast.expr], where: str) -> Iterator[str]:
    match text:
        case None:
            return
        case ast.Constant(value=str(id)):
            if id:
                yield id
        case ast.IfExp(body=yes, orelse=no):
            yield from _texts(yes, names, where)
            yield from _texts(no, names, where)
        case ast.Name(id=name) if name in names:
            without = {other: value for other, value in names.items() if other != name}
            yield from _texts(names[name], without, where)
        case ast.JoinedStr(values=parts):
            ids = [""]
            for part in parts:
                ids = [begun + more for begun in ids for more in _pieces(part, where)]
            yield from ids
        case _:
            assert ast.unparse(text) in HAND_ON, f"{where}: which text is {ast.unparse(text)}?"


def _pieces(part: ast.expr, where: str) -> Sequence[str]:
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)
    inside = ast.unparse(part.value)
    assert inside in IN_BRACES, f"{where}: what can {{{inside}}} be?"
    return IN_BRACES[inside]


def _dict(
    args: ast.expr | None, names: Mapping[str, ast.expr]
) -> tuple[frozenset[str] | None, Mapping[str, str]]:
    match args:
        case None:
            return frozenset(), {}
        case ast.Name(id=name) if name in names:
            return _dict(names[name], {n: v for n, v in names.items() if n != name})
        case ast.Dict(keys=keys) if None in keys:  # `**`: what else is in it cannot be told
            return None, {}
        case ast.Dict(keys=keys, values=values):
            told = [(k.value, v) for k, v in zip(keys, values, strict=True)
                    if isinstance(k, ast.Constant)]  # fmt: skip
            return frozenset(str(k) for k, _ in told), _constants(told)
        case _:
            return None, {}


def _constants(told: object) -> Mapping[str, str]:
    return {
        str(name): value.value
        for name, value in told  # type: ignore[attr-defined]
        if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


def _tuples(choices: ast.expr | None, names: Mapping[str, ast.expr]) -> Iterator[tuple[str, ...]]:
    match choices:
        case ast.Tuple(elts=parts) if parts and all(isinstance(p, ast.Constant) for p in parts):
            yield tuple(str(part.value) for part in parts if isinstance(part, ast.Constant))
        case ast.IfExp(body=yes, orelse=no):
            yield from _tuples(yes, names)
            yield from _tuples(no, names)
        case ast.Call(func=ast.Name(id="tuple"), args=[ast.Name(id=name)]) if name in names:
            keys = getattr(names[name], "keys", [])
            yield tuple(key.value for key in keys)
        case ast.Subscript(value=value):  # the first few of them
            yield from _tuples(value, names)
        case ast.Name(id=name) if name in names:
            yield from _tuples(names[name], {n: v for n, v in names.items() if n != name})


def _assigned(nodes: object) -> Iterator[tuple[str, ast.expr]]:
    for node in nodes:  # type: ignore[attr-defined]
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield name, value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                yield name, value
