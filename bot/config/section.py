"""The kinds of values a TOML file of ours may hold, and how strictly they are taken."""

from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo


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


def beside_the_file(path: Path, info: ValidationInfo) -> Path:
    """`path` seen from the folder of the file being read (`context["folder"]`), if it is known."""
    folder = (info.context or {}).get("folder")
    path = path.expanduser()
    return path if folder is None else Path(folder) / path


ZoneName = Annotated[str, AfterValidator(_zone)]
FilePath = Annotated[Path, AfterValidator(beside_the_file)]
Language = Literal["da", "en"]
Whole = Annotated[int, Field(strict=True)]  # "10" and true are not numbers
Switch = Annotated[bool, Field(strict=True)]  # nor is "yes" a switch
