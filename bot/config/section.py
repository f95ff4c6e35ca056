"""The kinds of values a TOML file of ours may hold, and how strictly they are taken."""

from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo


class Section(BaseModel):
    """A table of a file: frozen, and no key that we do not know."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        validate_default=True,
        revalidate_instances="always",  # default paths, too, are seen from the file's folder
        hide_input_in_errors=True,
    )


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("is not a time zone; write one such as Europe/Copenhagen") from error
    return name


def seen_from(folder: Path, text: str) -> Path:
    """The path written as `text` in a file in `folder`. Raises ValueError if it can be none."""
    if not text.strip() or "\0" in text:
        raise ValueError("must be the path of a file; write one or remove the line")
    try:
        return folder / Path(text).expanduser()
    except RuntimeError:
        raise ValueError("begins with ~ of an account that is not here; write it out") from None


def beside_the_file(path: Any, info: ValidationInfo) -> Any:
    """`path` seen from the folder of the file being read (`context["folder"]`), if it is known."""
    folder = (info.context or {}).get("folder")
    if folder is None or not isinstance(path, str | Path):
        return path
    return seen_from(Path(folder), str(path))


ZoneName = Annotated[str, AfterValidator(_zone)]
FilePath = Annotated[Path, BeforeValidator(beside_the_file)]
Language = Literal["da", "en"]
Whole = Annotated[int, Field(strict=True)]  # "10" and true are not numbers
Switch = Annotated[bool, Field(strict=True)]  # nor is "yes" a switch
