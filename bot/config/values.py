"""Every option there is, with its default. `config.example.toml` explains them to people."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, model_validator

from bot.config import account_age
from bot.config.crisis import CrisisConfig
from bot.config.section import FilePath, Language, Section, Switch, Whole, ZoneName, beside_the_file
from bot.messages import Address


def _address(text: str) -> str:
    return str(Address.parse(text))


def _preset_or_file(text: str, info: ValidationInfo) -> str:
    return str(beside_the_file(text, info)) if text.endswith(".toml") else text


AddressText = Annotated[str, AfterValidator(_address)]
# It becomes part of a header, in which a `;` would begin another rule.
EmbedOrigin = Annotated[str, Field(pattern=r"^https?://(\*\.)?[A-Za-z0-9.-]+(:\d{1,5})?$")]
_PORT = r"(6553[0-5]|655[0-2]\d|65[0-4]\d\d|6[0-4]\d{3}|[1-5]\d{4}|\d{1,4})"
ProgrammeText = Annotated[str, Field(min_length=1), AfterValidator(_preset_or_file)]


class ServiceConfig(Section):
    """Who runs this bot, as people are told in the first message."""

    name: str = Field(default="Peerbot", min_length=1, max_length=60)
    organisation: str = Field(
        default="the organisation that runs this service", min_length=1, max_length=120
    )
    language: Language = "da"  # when a person's own is not known
    time_zone: ZoneName = "Europe/Copenhagen"


class StorageConfig(Section):
    """Where things are kept. Relative paths are relative to the configuration file."""

    database: FilePath = Path("peerbot.db")
    key_file: FilePath = Path("peerbot.key")  # or the key itself in PEERBOT_KEY


class CoordinatorsConfig(Section):
    """Who coordinates, by address; more can be added by `coordinator add`."""

    people: tuple[AddressText, ...] = ()


class MatrixConfig(Section):
    """The bot's account on a Matrix homeserver; the password is in a file or the environment."""

    homeserver: str = Field(pattern=r"^https?://[^/\s]+/?$")
    user: str = Field(pattern=r"^@[^:\s]+:\S+$")
    password_file: FilePath | None = None  # or PEERBOT_MATRIX_PASSWORD
    device_name: str = Field(default="peerbot", min_length=1, max_length=60)
    display_name: str | None = None
    avatar: FilePath | None = None
    store: FilePath = Path("matrix-store")  # encryption keys of the bot's device
    coordinators_room: str | None = Field(default=None, pattern=r"^[!#]\S+$")
    file_limit: Whole = Field(default=10 * 1024 * 1024, ge=0)  # bytes; 0 refuses all files


class WebConfig(Section):
    """The bot's own page: a chat for a website, without any account."""

    address: str = Field(
        default="http://localhost:8480/", pattern=r"^https?://[^/\s?#]+(/[^\s?#]*)?$"
    )
    listen: str = Field(
        default="127.0.0.1:8480", pattern=rf"^(\[[0-9a-fA-F:.]+\]|[^:\s]+):{_PORT}$"
    )
    behind_proxy: Switch = False  # then a visitor's address is the last one in X-Forwarded-For
    embed_on: tuple[EmbedOrigin, ...] = ()
    exit_to: str = Field(default="https://www.wikipedia.org/", pattern=r"^https://\S+$")
    visitor_hours: Whole = Field(default=24, ge=1, le=24 * 90)  # after a visitor was last seen
    signed_in_days: Whole = Field(default=14, ge=1, le=365)
    return_days: Whole = Field(default=90, ge=1, le=365)  # how long a return phrase holds
    link_hours: Whole = Field(default=72, ge=1, le=24 * 30)  # how long a sign-in link holds
    shown_hours: Whole = Field(default=24, ge=1, le=24 * 30)  # how long a reload shows the words
    away_minutes: Whole = Field(default=10, ge=1)  # without the page, until others are told
    most_visitors: Whole = Field(default=2000, ge=1)  # connected at once
    file_limit: Whole = Field(default=10 * 1024 * 1024, ge=0)  # bytes; 0 refuses all files

    @property
    def base(self) -> str:
        """The address with a slash at its end."""
        return self.address.rstrip("/") + "/"

    @property
    def secure(self) -> bool:
        """Whether visitors come by TLS."""
        return self.address.startswith("https://")


Snowflake = Annotated[
    str, Field(pattern=r"^\d{15,20}$")
]  # as text: TOML readers differ in big numbers


class DiscordConfig(Section):
    """The bot's application on Discord; its token is in a file or the environment."""

    token_file: FilePath | None = None  # or PEERBOT_DISCORD_TOKEN
    server: Snowflake | None = None
    coordinators_channel: Snowflake | None = None
    alarm_role: Snowflake | None = None  # the only one that is ever pinged, and by alarms only
    rooms_channel: Snowflake | None = None  # private threads for two are opened under it
    coordinator_role: Snowflake | None = None  # who holds it coordinates: decision 0043
    volunteer_role: Snowflake | None = None  # who holds it needs no approval as a volunteer
    # Longer than a quarrel lasts that an account was made for; short, as people in need make them too.
    new_account_days: Whole = Field(default=3, ge=0, le=365)  # 0 takes none for new
    relay: Switch = False  # config.example.toml quotes why
    file_limit: Whole = Field(default=10 * 1024 * 1024, ge=0)  # bytes; 0 refuses all files

    @model_validator(mode="after")
    def _roles_of_a_server(self) -> Self:
        roles = [role for role in (self.coordinator_role, self.volunteer_role) if role is not None]
        if roles and self.server is None:
            raise ValueError("names a role and no server; add server, whose role it is")
        if self.server in roles:
            raise ValueError(
                "names the server itself as a role: that is everybody's; name a role that few hold"
            )
        if len(roles) != len(set(roles)):
            raise ValueError(
                "names one role for coordinators and volunteers; every volunteer would coordinate"
            )
        return self


class PlatformsConfig(Section):
    """Which chat platforms are on. A missing table means off."""

    matrix: MatrixConfig | None = None
    web: WebConfig | None = None
    discord: DiscordConfig | None = None

    @model_validator(mode="after")
    def _somewhere_to_meet(self) -> Self:
        if self.discord is not None and not self.discord.relay and self.web is None:
            raise ValueError(
                "has [platforms.discord] and no page: without relay, two people who are in touch "
                "meet on the bot's own page; add [platforms.web]"
            )
        return self

    def may_relay(self, platform: str) -> bool:
        """Whether what one person writes may be handed to another through this platform."""
        return platform != "discord" or (self.discord is not None and self.discord.relay)

    def facts_only(self, platform: str) -> bool:
        """Whether nothing about anybody's health or what they lived through may be asked or told there."""
        return platform == "discord"

    def has_rooms(self, platform: str) -> bool:
        """Whether two people on this platform can have a room of their own there."""
        if platform == "discord":
            return self.discord is not None and self.discord.rooms_channel is not None
        return platform == "matrix"

    def new_until(self, address: Address) -> datetime | None:
        """When an account stops being new; None where nothing is made of that, or it cannot be told."""
        days = self.discord.new_account_days if self.discord is not None else 0
        made = account_age.since(address) if days else None
        return made + timedelta(days=days) if made else None

    @property
    def boards(self) -> tuple[str, ...]:
        """The platforms that can show an open gathering to everybody there."""
        return ("discord",) if self.discord is not None and self.discord.server else ()

    @property
    def groups_on(self) -> str:
        """The platform on which a group can have a closed room of its own; "" if there is none."""
        section = self.discord
        return "discord" if section and section.server and section.rooms_channel else ""

    def file_limit(self, platform: str) -> int | None:
        """The largest file that comes in through a platform, in bytes; None if it says nothing."""
        sections = {"matrix": self.matrix, "web": self.web, "discord": self.discord}
        section = sections.get(platform)
        return section.file_limit if section else None


class ProgrammesConfig(Section):
    """Which programmes run here: names of presets or paths of TOML files."""

    active: tuple[ProgrammeText, ...] = Field(default=("drop-in",), min_length=1)


class LogConfig(Section):
    """Where the log goes; it never holds words, names or addresses."""

    level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    json_lines: Switch = False


class Secrets(Section):
    """What nobody may read over our shoulder: from files of mode 0600 or the environment only.

    None means not given. The key file is made on the first run, so `key` may be missing then.
    """

    key: SecretStr | None = None
    matrix_password: SecretStr | None = None
    discord_token: SecretStr | None = None


class Config(Section):
    """Everything one installation decides."""

    service: ServiceConfig = ServiceConfig()
    storage: StorageConfig = StorageConfig()
    coordinators: CoordinatorsConfig = CoordinatorsConfig()
    programmes: ProgrammesConfig = ProgrammesConfig()
    crisis: CrisisConfig = Field(default_factory=CrisisConfig)
    platforms: PlatformsConfig = PlatformsConfig()
    log: LogConfig = LogConfig()
    secrets: Secrets = Field(default=Secrets(), repr=False, exclude=True)  # never from the file
