"""What the page says on its socket, checked before anybody looks at it (docs/web-protocol.md)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

LONGEST_TEXT = 32_000  # characters; the core shortens what is longer than it passes on
FRAME_BYTES = 64 * 1024

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,40}$")]
Named = Annotated[
    str, Field(min_length=1, max_length=80)
]  # ids of ours, as the page gives them back
Spoken = Literal["da", "en"]


class Frame(BaseModel):
    """One thing the page says; nothing in it that we do not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Hello(Frame):
    """The first frame: from which number on the page wants to be shown things."""

    do: Literal["hello"]
    after: int = Field(ge=0, le=2**31)
    language: Spoken = "da"


class Say(Frame):
    """Somebody writes."""

    do: Literal["say"]
    id: Id
    text: str = Field(max_length=LONGEST_TEXT)
    to: Named | None = None


class Press(Frame):
    """Somebody presses a choice; `label` is what it was called, shown to themselves alone."""

    do: Literal["press"]
    id: Id
    question: Named
    choice: Named
    label: str = Field(default="", max_length=200)


class Edit(Frame):
    """Somebody changes a message of theirs."""

    do: Literal["edit"]
    id: Id
    message: Named
    text: str = Field(max_length=LONGEST_TEXT)


class Retract(Frame):
    """Somebody takes back a message or a reaction of theirs."""

    do: Literal["retract"]
    id: Id
    message: Named


class React(Frame):
    """Somebody reacts to a message."""

    do: Literal["react"]
    id: Id
    message: Named
    key: str = Field(min_length=1, max_length=16)


class Speak(Frame):
    """The page speaks this language from now on."""

    do: Literal["language"]
    language: Spoken


Does = Say | Press | Edit | Retract | React
Said = Hello | Does | Speak


class Called(BaseModel):
    """Whatever it is, this is what it calls itself."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)
    id: Annotated[str, Field(max_length=40)]


_ANY: TypeAdapter[Said] = TypeAdapter(Annotated[Said, Field(discriminator="do")])
_CALLED = TypeAdapter(Called)


class NotUnderstood(Exception):
    """A frame that is none of ours. `id` is what it called itself, if it did; `why` a protocol word."""

    def __init__(self, id: str, why: str) -> None:
        super().__init__(why)
        self.id = id
        self.why = why


def read(text: str) -> Said:
    """The frame written in `text`. Raises NotUnderstood."""
    try:
        return _ANY.validate_json(text)
    except ValidationError as error:
        kinds = {(mistake["type"], mistake["loc"][-1:]) for mistake in error.errors()}
        too_long = ("string_too_long", ("text",)) in kinds
        raise NotUnderstood(_id_in(text), "too-long" if too_long else "malformed") from None


def _id_in(text: str) -> str:
    try:
        return _CALLED.validate_json(text).id
    except ValidationError:
        return ""
