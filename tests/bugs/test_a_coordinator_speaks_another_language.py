"""A coordinator whom the configuration names was spoken to in the service's language, whatever they spoke."""

from dataclasses import replace

from bot.messages import Opened
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import people
from storage.database import Transaction


async def _named_by_the_configuration(town: Town) -> Townsperson:
    karin = await town.coordinator("karin")

    def forget_the_language(db: Transaction) -> None:
        known = people.recognise(db, karin.address)
        assert known is not None
        people.save(db, replace(known, language="en", language_known=False))

    await town.database.run(forget_the_language)
    karin.heard()
    return karin


async def test_what_they_type_shows_it(town: Town):
    karin = await _named_by_the_configuration(town)
    await karin.says("kø")
    assert karin.last().text.startswith("Ingen venter")
    await karin.says("queue")
    assert karin.last().text.startswith("Ingen venter"), "one English word changes nothing again"


async def test_what_their_client_speaks_shows_it(town: Town):
    karin = await _named_by_the_configuration(town)
    await town.happens(
        Opened(id="o1", at=town.now, sender=karin.address, place=karin.place, language="da-DK")
    )
    assert "du er koordinator" in karin.last().text


async def test_what_tells_nothing_changes_nothing(town: Town):
    karin = await _named_by_the_configuration(town)
    await karin.says("1")
    await karin.says("queue")
    assert karin.last().text.startswith("Nobody is waiting")
