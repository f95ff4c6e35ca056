"""The first words: who we are, of age, consent; and nothing is kept of who says no."""

from bot.rehearsal.town import Town
from storage import people


async def test_a_stranger_is_told_who_we_are_and_asked_before_anything_is_kept(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello, is anybody there?")
    assert rosa.heard() == ["welcome", "adult-ask"]
    await rosa.says("1")
    assert rosa.heard() == ["consent-ask"]
    await rosa.says("yes")

    assert rosa.heard() == ["consent-thanks"]
    met = await town.database.read(people.recognise, rosa.address)
    assert met is not None and met.consented_at == town.now


async def test_nothing_stays_of_somebody_who_says_no(town: Town):
    rosa = town.stranger("rosa")

    await rosa.says("hello, is anybody there?")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-no")

    assert rosa.heard()[-1] == "consent-declined"
    assert await town.database.read(people.recognise, rosa.address) is None


async def test_the_whole_drop_in(town: Town):
    mia = await town.volunteer("mia")
    rosa = town.stranger("rosa")
    await rosa.says("hej, jeg har brug for at snakke")
    await rosa.presses("adult-yes")
    await rosa.presses("consent-yes")
    await rosa.says("snak")
    assert rosa.last().letter.mark.text_id == "talk-topics-ask"
    await rosa.says("1, 3")
    while rosa.last().letter.mark.text_id.endswith("-ask"):
        await rosa.presses("skip")
    assert rosa.last().letter.mark.text_id == "talk-looking"
    assert mia.heard()[-1] == "offer"

    await mia.presses("accept")
    assert rosa.heard()[-1] == "contact-opened"
    await mia.says("Hej, her er jeg")
    assert rosa.last().letter.mark.text_id == "relay"
    assert "Hej, her er jeg" in rosa.last().text
    await rosa.says("!slut")

    assert rosa.heard()[-1] == "contact-ended"
    assert mia.heard()[-2:] == ["contact-ended", "debrief-ask"]
    await mia.presses("heavy")
    assert mia.heard()[-1] == "debrief-heavy"
