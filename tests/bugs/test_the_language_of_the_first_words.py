"""Whoever chose English in the first words was asked for consent in Danish, of a welcome in Danish."""

from bot.rehearsal.town import Town


async def test_nobody_agrees_to_what_was_said_in_another_language(town: Town):
    rosa = town.stranger("rosa")
    await rosa.says("??")
    await rosa.says("english")
    await rosa.says("yes")

    welcome, adult, consent = rosa.seen()[-3:]
    assert welcome.text.startswith("Hi") and adult.text.startswith("Are you")
    assert consent.text.startswith("Is it all right")
