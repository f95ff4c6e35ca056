"""A list of topics was cut at every "and" and comma, though the topics' names hold them, too."""

from bot.rehearsal.town import Town


async def test_topics_can_be_written_as_they_are_called_or_by_one_word_of_it(town: Town):
    for name, list_ in (("rosa", "Sorg og tab, angst"), ("ole", "sorg og uro")):
        person = await town.receiver(name, language="da")
        await person.says("snak")
        await person.says(list_)
        assert person.heard() == ["talk-topics-ask", "talk-language-ask"]
