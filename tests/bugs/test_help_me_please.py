""" "help me please" was answered with: I do not know the word "me please"."""

from bot.rehearsal.town import Town


async def test_who_asks_for_help_in_a_sentence_is_shown_ways_on(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("help me with this please")

    assert rosa.heard() == ["not-understood"]
    assert [c.id for c in rosa.last().letter.choices] == ["talk", "help", "crisis"]


async def test_a_report_with_its_reason_is_a_report(town: Town):
    rosa = await town.receiver("rosa")

    await rosa.says("report he wanted my address")

    assert rosa.heard() == ["not-in-contact-yet"]
