"""A volunteer who only changed their topics was thanked for applying, and told of a decision."""

from bot.rehearsal.town import Town


async def test_who_is_a_volunteer_already_is_asked_without_being_welcomed(town: Town):
    mia = await town.volunteer("mia")

    await mia.says("volunteer")

    assert mia.heard() == ["volunteer-changing", "apply-topics-ask"]
    assert "decides" not in mia.seen()[-2].text
