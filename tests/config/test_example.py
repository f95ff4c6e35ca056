"""The example configuration shows every option there is, and can be used."""

import re
from pathlib import Path

from pydantic import BaseModel

from bot.config import Config, Door, load
from bot.config.problems import known_keys
from bot.config.toml_text import lines_of

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
OPTION = re.compile(r"^# (?=\[|[a-z_]+ = )", re.MULTILINE)


def options(model: type[BaseModel], where: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for key in model.model_fields:
        place = (*where, key)
        if place == ("secrets",):
            continue
        if place == ("crisis", "doors"):
            found |= {(*place, name) for name in Door.model_fields}
        elif known_keys(Config, place):
            annotation = model.model_fields[key].annotation
            inner = next(
                part
                for part in (annotation, *getattr(annotation, "__args__", ()))
                if isinstance(part, type) and issubclass(part, BaseModel)
            )
            found |= options(inner, place)
        else:
            found.add(place)
    return found


def shown(text: str) -> set[tuple[str, ...]]:
    lines = lines_of(OPTION.sub("", text))
    places = {tuple(part for part in place if isinstance(part, str)) for place in lines}
    return {
        place for place in places if place not in {p[: len(place)] for p in places if p != place}
    }


def test_every_option_is_in_the_example_and_no_other():
    assert shown(EXAMPLE.read_text(encoding="utf-8")) == options(Config)


def test_the_example_can_be_used_as_it_is(tmp_path):
    path = tmp_path / "peerbot.toml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    config = load(path, {"PEERBOT_MATRIX_PASSWORD": "correct horse"})
    assert config.service.organisation == "Foreningen Eksempel"


def test_the_example_can_be_used_with_every_option_switched_on(tmp_path):
    path = tmp_path / "peerbot.toml"
    path.write_text(OPTION.sub("", EXAMPLE.read_text(encoding="utf-8")), encoding="utf-8")
    (tmp_path / "avatar.png").write_bytes(b"picture")
    (tmp_path / "matrix-password").write_text("correct horse")
    (tmp_path / "matrix-password").chmod(0o600)
    (tmp_path / "discord-token").write_text("a token")
    (tmp_path / "discord-token").chmod(0o600)
    config = load(path, {})
    assert len(config.crisis.doors) == 4
    assert config.platforms.matrix is not None
    assert config.platforms.matrix.display_name == "Peerbot"
    assert config.platforms.discord is not None and not config.platforms.discord.relay
