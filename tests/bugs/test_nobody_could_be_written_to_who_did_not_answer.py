"""Two met, one did not answer whether all was well, and a coordinator chose to write.

The one who did not answer was asked whether they would rather write with the coordinator; when their
contact was over, unanswered, the coordinator's choice was over too, and nothing led to them.
"""

from dataclasses import replace
from pathlib import Path

from bot.domain.programme import Form
from bot.programmes.loading import load
from tests.stories.story_town import StoryTown
from tests.stories.test_in_person import meeting


async def test_once_their_contact_is_over_the_same_choice_writes_to_them(tmp_path: Path):
    forms = (Form.CHAT, Form.IN_PERSON)
    town = await StoryTown.begin(tmp_path, programme=replace(load("drop-in"), forms=forms))
    karin = await town.coordinator("karin")
    rosa, mia = await meeting(town)
    await mia.presses("all-well")
    await town.later(minutes=22)
    alarm = next(s for s in karin.seen() if s.letter.mark.text_id == "alarm-safety")
    await karin.presses("write-to-them", alarm)
    assert karin.heard()[-1] == "crisis-asked-to-move"
    assert rosa.heard()[-1] == "crisis-coordinator-ready"

    await town.later(minutes=60)  # and Rosa has not looked
    await karin.presses("write-to-them", alarm)

    assert rosa.heard()[-1] == "contact-opened"
    await karin.says("are you all right?")
    assert rosa.heard() == ["relay"]
    await town.close()


async def test_asked_twice_they_have_one_question_and_it_still_works(tmp_path: Path):
    forms = (Form.CHAT, Form.IN_PERSON)
    town = await StoryTown.begin(tmp_path, programme=replace(load("drop-in"), forms=forms))
    karin = await town.coordinator("karin")
    rosa, mia = await meeting(town)
    await rosa.presses("need-help")
    alarm = next(s for s in karin.seen() if s.letter.mark.text_id == "alarm-safety")
    for _ in range(2):
        await karin.presses("write-to-them", alarm)
    asked = [s for s in rosa.seen() if s.letter.mark.text_id == "crisis-coordinator-ready"]
    await rosa.presses("move-to-coordinator", asked[-1])
    assert rosa.heard()[-1] == "contact-opened"
    assert "contact-ended" in mia.heard()
    await karin.presses("write-to-them", alarm)
    assert "too-late" in karin.heard()
    await town.close()
