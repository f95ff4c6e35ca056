"""From a preset and what an organisation changes in it to a `Programme`, or to all its mistakes."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.config import Problem, Problems
from bot.config.problems import Location, Source, explain, source_of, unknown
from bot.config.toml_text import read
from bot.domain.opening import Exceptional, OpeningHours
from bot.domain.programme import (
    Booking,
    CallBacks,
    ContactLimits,
    CostBasis,
    Form,
    Labels,
    Programme,
    Questions,
    Routing,
    Topic,
    VolunteerLimits,
)
from bot.programmes.asked_afterwards import check_ins, unworded
from bot.programmes.format import ProgrammeFile, VolunteersTable

PRESETS = Path(__file__).parent / "presets"


class ProgrammeProblems(Problems):
    """A programme cannot be used as its file is."""


def preset_names() -> tuple[str, ...]:
    """The programmes that come with the bot."""
    return tuple(sorted(path.stem for path in PRESETS.glob("*.toml")))


def load_all(active: Sequence[str]) -> dict[str, Programme]:
    """The programmes named in `programmes.active`, by their names.

    Raises ProgrammeProblems with everything that is wrong in any of them.
    """
    programmes: dict[str, Programme] = {}
    problems: list[Problem] = []
    for which in active:
        try:
            programme = load(which)
        except ProgrammeProblems as error:
            problems += error.problems
            continue
        if programme.name in programmes:
            says = "is the name of another active programme; give this one a name of its own"
            problems.append(Problem(_path(which).name, "name", says))
        programmes[programme.name] = programme
    if problems:
        raise ProgrammeProblems(problems)
    return programmes


def load(which: str) -> Programme:
    """The preset of that name, or the programme in the file of that path (ending in .toml).

    A file that begins with `preset = "drop-in"` says only what differs: tables are laid over the
    preset's, everything else replaces it. Raises ProgrammeProblems with all that is wrong.
    """
    own = _read(which)
    table, sources = own[0], [own[1]]
    preset = table.pop("preset", None)
    if preset is not None:
        if preset not in preset_names():
            says = f"is not one that comes with the bot; choose of: {', '.join(preset_names())}"
            raise ProgrammeProblems([own[1].problem(("preset",), says)])
        below, source = _read(str(preset))
        table, sources = _laid_over(below, table), [own[1], source]
    try:
        file = ProgrammeFile.model_validate(table)
    except ValidationError as error:
        problems = explain(error, ProgrammeFile, *sources)
        raise ProgrammeProblems(
            sorted(problems, key=lambda one: (one.file, one.line or 0))
        ) from None
    problems = [source_of(where, sources).problem(where, says) for where, says in _amiss(file)]
    if problems:
        raise ProgrammeProblems(problems)
    return _programme(file)


def _path(which: str) -> Path:
    return Path(which) if which.endswith(".toml") else PRESETS / f"{which}.toml"


def _read(which: str) -> tuple[dict[str, Any], Source]:
    if not which.endswith(".toml") and which not in preset_names():
        says = unknown(which, preset_names()).replace("is not an option", "is not a programme")
        raise ProgrammeProblems([Problem(which, "", says)])
    found = read(_path(which))
    if isinstance(found, Problem):
        raise ProgrammeProblems([found])
    return found


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        under = merged.get(key)
        if isinstance(under, dict) and isinstance(value, dict):
            merged[key] = _laid_over(under, value)
        else:
            merged[key] = value
    return merged


def _amiss(file: ProgrammeFile) -> Iterator[tuple[Location, str]]:
    """What no single line of the file is wrong about."""
    if set(file.forms) == {Form.IN_PERSON}:
        yield (
            ("forms",),
            'needs "chat" or "voice", too: people find each other by it before they meet',
        )
    yield from _unsaid(file)


def _unsaid(file: ProgrammeFile) -> Iterator[tuple[Location, str]]:
    """What is not said in every language the programme speaks."""
    said: dict[Location, Mapping[Any, str]] = {("title",): file.title}
    for question in type(file.questions).model_fields:
        said["questions", question] = getattr(file.questions, question)
    for topic, labels in file.topics.items():
        said["topics", topic] = labels
    for item, worded in file.check_ins.wording.items():
        said["check_ins", "wording", item] = worded
    yield from unworded(file.check_ins)
    if file.role:
        said["role",] = file.role
    for where, words in said.items():
        for language in file.languages:
            if language not in words:
                yield where, f'is not said in "{language}"; add {language} = "…"'


def _programme(file: ProgrammeFile) -> Programme:
    return Programme(
        name=file.name,
        titles=_labels(file.title),
        model=file.model,
        questions=Questions(**file.questions.model_dump()),
        purposes=file.purposes,
        forms=file.forms,
        topics=tuple(Topic(id=id, labels=_labels(words)) for id, words in file.topics.items()),
        languages=file.languages,
        hours=OpeningHours(
            file.time_zone,
            file.hours.weekly,
            tuple(Exceptional(day, hours) for day, hours in file.hours.exceptions.items()),
            file.hours.on_holidays,
        ),
        holidays=file.holidays,
        minimum_age=file.minimum_age,
        limits=ContactLimits(**file.limits.model_dump()),
        volunteer_limits=_volunteer_limits(file.volunteers),
        routing=Routing(**file.routing.model_dump()),
        booking=Booking(**file.booking.model_dump()),
        call_back=CallBacks(**file.call_back.model_dump()),
        check_ins=check_ins(file.check_ins),
        staffing=file.staffing,
        onboarding=file.onboarding,
        files=file.files,
        texts={language: dict(texts) for language, texts in file.texts.items()},
        role=_labels(file.role),
        cost=CostBasis(**file.cost.model_dump()) if file.cost else None,
    )


def _labels(words: Mapping[Any, str]) -> Labels:
    return {str(language): text for language, text in words.items()}


def _volunteer_limits(table: VolunteersTable) -> VolunteerLimits:
    quiet = table.quiet_hours
    return VolunteerLimits(
        **table.model_dump(exclude={"quiet_hours"}),
        quiet_from=quiet.opens if quiet else None,
        quiet_to=quiet.to if quiet else None,
    )
