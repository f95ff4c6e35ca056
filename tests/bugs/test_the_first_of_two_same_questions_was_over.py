"""A round was asked about, and once more a day later; who pressed *yes* on the first was refused."""

from bot.rehearsal.town import Town
from tests.stories.check_in_steps import agrees, answers_all


async def test_the_question_before_the_reminder_answers_as_well(town: Town):
    rosa = await agrees(town)
    await answers_all(rosa)
    await town.later(days=16)
    asked = [s for s in rosa.seen() if s.letter.mark.text_id == "check-in-round-ask"]
    assert len(asked) == 2
    rosa.heard()

    await rosa.presses("check-in-begin", asked[0])

    assert rosa.heard() == ["check-in-item"]
    await answers_all(rosa)
    await rosa.presses("check-in-begin", asked[1])
    assert rosa.heard()[-2:] != ["check-in-item"]
    assert "too-late" in [s.letter.mark.text_id for s in rosa.seen()]


async def test_a_question_shown_again_is_answered_once_wherever(town: Town):
    rosa = await agrees(town)
    await town.later(hours=30)
    shown = [s for s in rosa.seen() if s.letter.mark.text_id == "check-in-item"]
    assert len(shown) == 2
    rosa.heard()

    await rosa.presses("7", shown[0])
    assert rosa.heard() == ["check-in-item"]
    await rosa.presses("3", shown[1])

    assert "too-late" in rosa.heard()
