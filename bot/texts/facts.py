"""What every text may mention without being told: who runs this, and where to turn in danger."""

from collections.abc import Mapping

from bot.config import Config, ServiceConfig
from bot.domain.programme import Programme
from bot.domain.refusal import Arg

FACT_NAMES = frozenset({"service", "organisation", "crisis", "doors", "young_doors", "age"})
Facts = Mapping[str, Mapping[str, Arg]]  # language -> name -> value


def facts_of(config: Config, programmes: Mapping[str, Programme]) -> Facts:
    """The facts for `Catalogue.load`: service, organisation, crisis, doors, young_doors, age.

    `crisis` is one line, `doors` and `young_doors` are lists with a line for each; `age` is the
    lowest that any programme here asks for.
    """
    return {
        language: {
            "service": config.service.name,
            "organisation": _organisation(config, language),
            "crisis": config.crisis.short(),
            "doors": config.crisis.card(language),
            "young_doors": config.crisis.card(language, young=True),
            "age": min((one.minimum_age for one in programmes.values()), default=18),
        }
        for language in ("da", "en")
    }


def _organisation(config: Config, language: str) -> str:
    unnamed = config.service.organisation == ServiceConfig().organisation
    if unnamed and language == "da":
        return "den organisation, der driver tjenesten"
    return config.service.organisation
