"""What one installation decides: one TOML file, and secrets from files or the environment.

Unknown keys, wrong types and unreadable files are each told with file, key and remedy; all at once.
"""

from bot.config.crisis import CrisisConfig, Door, old_doors, shipped_doors
from bot.config.loading import load
from bot.config.problems import ConfigProblems, Problem, Problems
from bot.config.section import Language, ZoneName
from bot.config.values import (
    AddressText,
    Config,
    CoordinatorsConfig,
    DiscordConfig,
    LogConfig,
    MatrixConfig,
    PlatformsConfig,
    ProgrammesConfig,
    Secrets,
    ServiceConfig,
    StorageConfig,
    WebConfig,
)

__all__ = [
    "AddressText",
    "Config",
    "ConfigProblems",
    "CoordinatorsConfig",
    "CrisisConfig",
    "DiscordConfig",
    "Door",
    "Language",
    "LogConfig",
    "MatrixConfig",
    "PlatformsConfig",
    "Problem",
    "Problems",
    "ProgrammesConfig",
    "Secrets",
    "ServiceConfig",
    "StorageConfig",
    "WebConfig",
    "ZoneName",
    "load",
    "old_doors",
    "shipped_doors",
]
