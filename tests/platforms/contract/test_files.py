"""Files come and go whole, within limits, and stay what they are."""

import io

import pytest
from PIL import Image

from bot.drawing.charts import Cell, Grid
from bot.drawing.drawer import Drawer
from bot.messages import Said
from bot.platforms.platform import Delivered, FileRefused, GaveUp, OutgoingFile, Why
from tests.platforms.contract.rig import Rig

PLAN = b"a plan for monday" * 1000


def _picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (3, 2), "teal").save(drawn, "PNG")
    return drawn.getvalue()


async def test_a_file_that_rosa_sends_can_be_fetched_also_after_a_restart(rig: Rig):
    rosa = await rig.guest("rosa")
    hers = await rosa.sends(PLAN, "min plan ☀.txt", "text/plain")
    said = await rig.hears(Said, lambda said: said.file is not None)
    assert said.file is not None
    assert (said.message, said.text, said.sender) == (hers, "", rosa.address)
    assert (said.file.name, said.file.mime, said.file.size) == (
        "min plan ☀.txt", "text/plain", len(PLAN),
    )  # fmt: skip
    assert await rig.platform.fetch(said.file.handle, len(PLAN)) == PLAN
    await rig.at_rest()
    await rig.restart()
    await rig.says(rosa.letter("one moment"), "l-1")  # by then it is at work again
    assert await rig.platform.fetch(said.file.handle, len(PLAN)) == PLAN


async def test_a_file_beyond_the_limit_or_of_nobody_is_refused(rig: Rig):
    rosa = await rig.guest("rosa")
    await rosa.sends(PLAN, "plan.txt", "text/plain")
    said = await rig.hears(Said, lambda said: said.file is not None)
    assert said.file is not None
    handle = said.file.handle
    forged = handle[:-2] + ("00" if handle[-2:] != "00" else "11")
    nonsense = ("", "x", ".", "a.zz", "{}", "null", '{"mxc": "mxc://a/b"}', "é\ud800", forged)
    for wrong, limit in ((handle, len(PLAN) - 1), (handle, 0), *((one, 1000) for one in nonsense)):
        with pytest.raises(FileRefused) as refused:
            await rig.platform.fetch(wrong, limit)
        assert "plan" not in repr(refused.value)


@pytest.mark.parametrize("mime", ["image/png", "application/json"])
async def test_a_file_is_shown_once_with_what_is_known_of_it(rig: Rig, mime: str):
    rosa = await rig.guest("rosa")
    picture = mime.startswith("image/")
    data, name, shape = (
        (_picture(), "card.png", (3, 2)) if picture else (PLAN, "card.json", (None, None))
    )
    file = OutgoingFile(name=name, mime=mime, data=data, width=shape[0], height=shape[1])
    id, _ = await rig.says(rosa.letter("Mia:", file=file), "l-1")
    again = await rig.delivers(rosa.letter("Mia:", file=file), "l-1")
    assert isinstance(again, Delivered)
    seen = await rosa.sees(id)
    assert seen.text == "Mia:"
    known = {"name": name, "mime": mime, "size": len(data)}
    assert seen.file == {**known, "width": shape[0], "height": shape[1]}
    assert await rosa.fetches(seen) == data
    await rosa.goes()
    await rosa.comes_back()
    assert await rosa.fetches(await rosa.sees(id)) == data
    assert len(rosa.screen()) == 1


async def test_a_picture_comes_once_with_its_words_and_is_there_after_a_restart(rig: Rig):
    rosa = await rig.guest("rosa")
    drawn = await Drawer().draw(
        Grid(title="Næste uge", columns=("Man",), rows=("18",), cells=((Cell(level=3, text="2"),),),
             legend=("få",)).model_dump_json()
    )  # fmt: skip
    shape = {"width": drawn.width, "height": drawn.height}
    alt = "Mandag kl. 18 er to på vagt."
    file = OutgoingFile(name="picture.png", mime="image/png", data=drawn.data, alt=alt, **shape)
    words = "Næste uge som billede."
    id, _ = await rig.says(rosa.letter(words, file=file), "l-1")
    assert isinstance(await rig.delivers(rosa.letter(words, file=file), "l-1"), Delivered)
    seen = await rosa.sees(id)
    assert seen.text == words
    assert seen.file is not None
    known = {"name": "picture.png", "mime": "image/png", "size": len(drawn.data), **shape}
    assert known.items() <= seen.file.items()
    assert await rosa.fetches(seen) == drawn.data
    await rosa.goes()
    await rig.restart()
    await rosa.comes_back()
    assert await rosa.fetches(await rosa.sees(id)) == drawn.data
    assert [sight.text for sight in rosa.screen()] == [words]


async def test_a_huge_file_does_no_harm(rig: Rig):
    rosa = await rig.guest("rosa")
    file = OutgoingFile(name="film", mime="application/octet-stream", data=bytes(60_000_000))
    outcome = await rig.delivers(rosa.letter("", file=file), "l-1")
    assert outcome == GaveUp(why=Why.TOO_LARGE) or isinstance(outcome, Delivered)
    await rig.says(rosa.letter("after it"), "l-2")
    await rosa.reads("after it")
