"""From a file and an environment to a `Config`, or to everything that is wrong with them."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from bot.config import toml_text
from bot.config.problems import ConfigProblems, Problem, explain
from bot.config.secret_files import Files, misplaced
from bot.config.values import Config

REMEDY = "; copy config.example.toml there and edit it, or name another file with --config"


def load(path: Path, environ: Mapping[str, str]) -> Config:
    """The configuration in the file at `path`, with secrets from files or `environ`.

    Paths in the file are seen from its folder. Raises ConfigProblems with all that is wrong.
    """
    found = toml_text.read(path)
    if isinstance(found, Problem):
        if not path.exists():
            found = Problem(found.file, found.key, found.says + REMEDY)
        raise ConfigProblems([found])
    table, source = found
    folder = path.parent.absolute()
    secret_places = set(misplaced(table))
    files = Files(table, folder, source)
    secrets = files.secrets(environ)
    problems = [
        source.problem(
            place,
            "does not belong in this file, which others may read; remove it, change the secret, "
            "and give the new one in a file of mode 0600 or in the environment",
        )
        for place in secret_places
    ]
    config = Config()
    try:
        config = Config.model_validate(
            {key: part for key, part in table.items() if key != "secrets"},
            context={"folder": folder},
        )
    except ValidationError as error:
        told = {problem.key for problem in problems}
        problems += [one for one in explain(error, Config, source) if one.key not in told]
    problems += files.problems
    if problems:
        raise ConfigProblems(sorted(problems, key=lambda problem: problem.line or 0))
    return config.model_copy(update={"secrets": secrets})
