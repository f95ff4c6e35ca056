"""A wrong configuration is explained; a right one is read as people meant it."""

from pathlib import Path

import pytest

from bot.config import Config, ConfigProblems, load

MATRIX = """
[platforms.matrix]
homeserver = "https://matrix.example.org"
user = "@peerbot:example.org"
"""
PASSWORD = {"PEERBOT_MATRIX_PASSWORD": "correct horse"}


def written(folder: Path, text: str) -> Path:
    path = folder / "peerbot.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder: Path, text: str, **environ: str) -> dict[str, str]:
    with pytest.raises(ConfigProblems) as caught:
        load(written(folder, text), environ)
    return {problem.key: str(problem) for problem in caught.value.problems}


def secret(path: Path, text: str, mode: int = 0o600) -> Path:
    path.write_text(text)
    path.chmod(mode)
    return path


def test_an_empty_file_is_a_whole_configuration(tmp_path):
    config = load(written(tmp_path, ""), {})
    assert config.service.language == "da"
    assert config.programmes.active == ("drop-in",)
    assert [door.number for door in config.crisis.open_doors()][:2] == ["112", "70 201 201"]


def test_paths_are_seen_from_the_folder_of_the_file(tmp_path):
    config = load(
        written(
            tmp_path,
            '[storage]\ndatabase = "data/peers.db"\n'
            f'[programmes]\nactive = ["drop-in", "ours.toml"]{MATRIX}',
        ),
        PASSWORD,
    )
    assert config.storage.database == tmp_path / "data/peers.db"
    assert config.storage.key_file == tmp_path / "peerbot.key"
    assert config.platforms.matrix is not None
    assert config.platforms.matrix.store == tmp_path / "matrix-store"
    assert config.programmes.active == ("drop-in", str(tmp_path / "ours.toml"))


def test_all_problems_are_told_at_once_in_the_order_of_the_file(tmp_path):
    text = """
[service]
organisaton = "Foreningen"
language = "de"
time_zone = "Europe/Kobenhavn"

[coordinators]
people = ["anna"]

[platforms.matrix]
homeserver = "matrix.example.org"
user = "@peerbot:example.org"
file_limit = "10 MB"
avatar = "no-such.png"

[log]
json_lines = "yes"
"""
    with pytest.raises(ConfigProblems) as caught:
        load(written(tmp_path, text), {})
    told = [(problem.line, problem.key) for problem in caught.value.problems]
    assert told == [
        (3, "service.organisaton"),
        (4, "service.language"),
        (5, "service.time_zone"),
        (8, "coordinators.people[1]"),
        (10, "platforms.matrix.password_file"),
        (11, "platforms.matrix.homeserver"),
        (13, "platforms.matrix.file_limit"),
        (14, "platforms.matrix.avatar"),
        (17, "log.json_lines"),
    ]
    assert len(str(caught.value).splitlines()) == len(told)


def test_an_unknown_key_suggests_the_nearest_one(tmp_path):
    told = problems_of(tmp_path, '[service]\norganisaton = "Foreningen"\n[storge]\n')
    assert told["service.organisaton"] == (
        "peerbot.toml, line 2, service.organisaton: is not an option; did you mean organisation?"
    )
    assert told["storge"].endswith("did you mean storage?")


def test_an_unknown_key_far_from_all_others_hears_what_may_stand_there(tmp_path):
    told = problems_of(tmp_path, "[log]\nrotation = 7\n")
    assert told["log.rotation"].endswith("remove it. Here you can write: json_lines, level")


def test_bad_toml_is_told_with_its_line(tmp_path):
    told = problems_of(tmp_path, '[service]\nname = "Peerbot\nlanguage = "da"\n')
    assert told[""].startswith("peerbot.toml, line 2: is not valid TOML here")


def test_a_missing_file_says_what_to_copy(tmp_path):
    with pytest.raises(ConfigProblems, match=r"copy config\.example\.toml"):
        load(tmp_path / "peerbot.toml", {})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o660])
def test_a_password_file_others_can_read_is_refused_with_the_remedy(tmp_path, mode):
    path = secret(tmp_path / "password", "correct horse", mode)
    told = problems_of(tmp_path, MATRIX + 'password_file = "password"\n')
    assert told["platforms.matrix.password_file"].endswith(f"run: chmod 600 {path}")


def test_a_key_file_others_can_read_is_refused_too(tmp_path):
    secret(tmp_path / "peerbot.key", "k" * 44, 0o644)
    assert "chmod 600" in problems_of(tmp_path, "")["storage.key_file"]


def test_missing_and_empty_password_files_are_told(tmp_path):
    told = problems_of(tmp_path, MATRIX + 'password_file = "password"\n')
    assert "does not exist" in told["platforms.matrix.password_file"]
    secret(tmp_path / "password", "\n")
    told = problems_of(tmp_path, MATRIX + 'password_file = "password"\n')
    assert "without a line of text" in told["platforms.matrix.password_file"]


def test_a_folder_in_place_of_a_file_is_told(tmp_path):
    (tmp_path / "avatar.png").mkdir()
    told = problems_of(tmp_path, MATRIX + 'avatar = "avatar.png"\n', **PASSWORD)
    assert "not a file" in told["platforms.matrix.avatar"]


@pytest.mark.parametrize("path", ["", " ", "~nobody-at-all/key", "a\\u0000b"])
def test_a_path_that_can_be_none_is_told(tmp_path, path):
    told = problems_of(tmp_path, f'[storage]\nkey_file = "{path}"\n')
    assert told["storage.key_file"].startswith("peerbot.toml, line 2, ")


def test_a_key_that_went_missing_beside_its_database_is_told(tmp_path):
    (tmp_path / "peerbot.db").touch()
    assert "put the key file back" in problems_of(tmp_path, "")["storage.key_file"]
    assert load(written(tmp_path, ""), {"PEERBOT_KEY": "k" * 44}).secrets.key is not None


def test_secrets_come_from_files_and_the_environment_goes_first(tmp_path):
    secret(tmp_path / "password", "from the file\n")
    path = written(tmp_path, MATRIX + 'password_file = "password"\n')
    from_file = load(path, {}).secrets
    assert from_file.matrix_password is not None
    assert from_file.matrix_password.get_secret_value() == "from the file"
    from_environment = load(path, PASSWORD).secrets
    assert from_environment.matrix_password is not None
    assert from_environment.matrix_password.get_secret_value() == "correct horse"


def test_no_secret_shows_when_a_configuration_is_printed_or_dumped(tmp_path):
    secret(tmp_path / "peerbot.key", "canary-key")
    environ = {"PEERBOT_MATRIX_PASSWORD": "canary-word"}
    config = load(written(tmp_path, MATRIX), environ)
    assert config.secrets.key is not None
    shown = (
        f"{config!r} {config} {config.secrets!r} {config.model_dump()} {config.model_dump_json()}"
    )
    assert "canary" not in shown


def test_a_secret_written_into_the_file_is_refused_and_not_repeated(tmp_path):
    told = problems_of(tmp_path, MATRIX + 'password = "canary"\n[secrets]\nkey = "canary"\n')
    assert "does not belong in this file" in told["platforms.matrix.password"]
    assert "does not belong in this file" in told["secrets"]
    assert "canary" not in str(told)


@pytest.mark.parametrize(
    "text", ["service = 3", "platforms = []", "storage.key_file = 4", "crisis = 1"]
)
def test_a_value_where_a_table_should_be_is_told_and_never_crashes(tmp_path, text):
    assert problems_of(tmp_path, text)


def test_a_config_built_by_hand_needs_no_file():
    assert Config().storage.database == Path("peerbot.db")
