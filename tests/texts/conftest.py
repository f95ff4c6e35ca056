import pytest

from bot.config import Config
from bot.programmes import load_all
from bot.texts import Catalogue, facts_of


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load(facts=facts_of(Config(), load_all(["drop-in"])), strict=True)
