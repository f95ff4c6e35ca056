"""A "yes" to nothing in particular answered a question asked long before: it could erase somebody."""

from bot.rehearsal.town import Town
from storage import people


async def test_a_yes_is_for_what_was_asked_last(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("forget me")
    await rosa.says("language")
    await rosa.says("yes")

    assert await town.database.read(people.recognise, rosa.address) is not None


async def test_other_words_still_answer_what_was_asked_a_little_before(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("language")
    await rosa.says("forget me")
    await rosa.says("dansk")

    assert rosa.heard() == ["language-choose", "forget-ask", "language-set"]
