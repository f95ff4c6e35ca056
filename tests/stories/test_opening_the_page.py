"""Opening the page, setting its language, being away from it: told by events that only a page has."""

from bot.messages import Away, Opened, Preferred, Rattled, Vanished
from bot.rehearsal.town import Town
from bot.rehearsal.townsfolk import Townsperson
from storage import people
from tests.stories.steps import in_touch


async def _does(town: Town, kind, person: Townsperson, **more) -> None:
    await town.happens(
        kind(
            id=town.next_id("page"), at=town.now, sender=person.address, place=person.place, **more
        )
    )


async def test_whoever_opens_the_page_is_greeted_before_a_word(town: Town):
    rosa = town.stranger("rosa")
    await _does(town, Opened, rosa, language="en")
    assert rosa.heard() == ["welcome", "adult-ask"]

    ib = town.stranger("ib")
    await _does(town, Opened, ib, language="da-DK")
    assert ib.heard()[0] == "welcome" and "jeg" in ib.last().text.lower() + str(ib.seen())


async def test_whoever_is_known_is_not_asked_again_who_they_are(town: Town):
    rosa = await town.receiver("rosa")
    await _does(town, Opened, rosa, language="en")
    heard = rosa.heard()
    assert heard and not {"welcome", "adult-ask", "consent-ask"} & set(heard)


async def test_opening_twice_is_one_event(town: Town):
    rosa = town.stranger("rosa")
    once = Opened(id="page:1", at=town.now, sender=rosa.address, place=rosa.place, language="en")
    await town.happens(once)
    await town.happens(once)
    assert rosa.heard() == ["welcome", "adult-ask"]


async def test_the_pages_language_is_theirs(town: Town):
    rosa = await town.receiver("rosa", "en")
    await _does(town, Preferred, rosa, language="da")
    rosa.heard()
    await rosa.says("help")
    met = await town.database.read(people.recognise, rosa.address)
    assert met is not None and met.language == "da"
    assert "akut" in rosa.last().text


async def test_a_language_of_somebody_unknown_or_none_of_ours_is_nothing(town: Town):
    ib, rosa = town.stranger("ib"), await town.receiver("rosa", "en")
    await _does(town, Preferred, ib, language="da")
    assert ib.heard() == [] and await town.database.read(people.recognise, ib.address) is None
    await _does(town, Preferred, rosa, language="xx")
    met = await town.database.read(people.recognise, rosa.address)
    assert met is not None and met.language in ("en", "da")


async def test_the_other_side_hears_that_somebody_closed_the_page_and_nothing_ends(town: Town):
    rosa, mia = await in_touch(town)
    await _does(town, Away, rosa)
    assert mia.heard() == ["contact-other-away"]
    assert rosa.heard() == []
    await _does(town, Away, mia)
    assert rosa.heard() == ["contact-other-away"]
    await rosa.says("here again")
    assert "relay" in mia.heard()[-1]


async def test_being_away_from_nobody_is_nothing(town: Town):
    rosa, ib = await town.receiver("rosa"), town.stranger("ib")
    await _does(town, Away, rosa)
    await _does(town, Away, ib)
    assert rosa.heard() == ib.heard() == []


async def test_who_vanishes_is_forgotten_and_the_other_side_told_but_a_role_stays(town: Town):
    rosa, mia = await in_touch(town)
    await _does(town, Vanished, rosa)
    assert await town.database.read(people.recognise, rosa.address) is None
    assert mia.heard()

    karin = await town.coordinator("karin")
    for one in (mia, karin):
        await _does(town, Vanished, one)
        assert await town.database.read(people.recognise, one.address) is not None


async def test_guessed_keys_are_told_to_coordinators_without_a_name(town_with_room: Town):
    town = town_with_room
    event = Rattled(id="page:rattled", at=town.now, platform="web", count=30)
    await town.happens(event)
    await town.happens(event)
    assert town.heard_in_room() == ["alarm-rattled"]


async def test_where_there_is_no_page_its_words_say_so(town: Town):
    rosa, karin = await town.receiver("rosa"), await town.coordinator("karin")
    for text, said in (("come back", "come-back-not-needed"), ("sign out", "sign-out-not-here")):
        await rosa.says(text)
        assert rosa.heard() == [said]
    for text in (
        "invite",
        "inviter Mia",
        "signed in",
        "logget ind",
        "sign out of Mia",
        "log ud for Mia",
    ):
        await karin.says(text)
        assert karin.heard() == ["invite-no-page"], text
    await rosa.says("invite")
    assert rosa.heard() != ["invite-no-page"]
