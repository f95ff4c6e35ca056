"""A revoked sign-in stayed good when the bot was just starting: the letter was given up as broken."""

from pathlib import Path

from bot.platforms.platform import Delivered, RetryLater, SigningOut
from tests.platforms.contract.web_rig import WebGuest, WebRig


async def test_mia_is_signed_out_as_soon_as_the_page_is_open(tmp_path: Path):
    rig = await WebRig.begun(tmp_path)
    try:
        mia = await rig.guest("mia")
        assert isinstance(mia, WebGuest)
        await rig.stop()
        letter = SigningOut(to=mia.address)
        assert isinstance(await rig.idle().deliver(letter, "l-1"), RetryLater)
        before = _times_ready(mia)
        await rig.restart()
        await mia.page.until(lambda: _times_ready(mia) > before, what="her page open again")
        assert isinstance(await rig.delivers(letter, "l-1"), Delivered)
        await mia.page.until(lambda: mia.page.over, what="signed out")
        assert mia.page.over == "signed-out"
        assert await mia.page.post("files?id=12345678&name=x") == 404
    finally:
        await rig.closed()


def _times_ready(mia: WebGuest) -> int:
    return sum(frame["is"] == "ready" for frame in mia.page.frames)
