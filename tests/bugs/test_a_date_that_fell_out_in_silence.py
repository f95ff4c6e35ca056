"""A date of a series that came into reach, and on which the receiver had something else, was dropped."""

from bot.rehearsal.town import Town
from tests.stories.appointed import books
from tests.stories.test_series import settled_series


async def test_both_hear_which_date_will_not_be(town: Town):
    rosa, mia = await settled_series(town, "every tuesday at 19:30, 16 times")
    # The 14th date is in reach ninety days before it begins; half an hour earlier in reach sooner.
    await town.later(days=1, hours=22, minutes=10)
    await books(rosa, "on the 9th of april at 19:00")
    await rosa.presses("confirm-yes")
    assert rosa.heard()[-1] == "book-seeking"

    await town.later(minutes=45)

    for person in (rosa, mia):
        assert person.last().letter.mark.text_id == "series-left-out"
        assert "9 April" in person.last().text
    await town.later(days=100)  # the later ones are made, and all of it comes to its end
    assert "series-one-more" in rosa.heard()
