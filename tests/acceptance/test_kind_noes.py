"""A no is heard and thanked on a real server: not fit today, and not this one."""

from pathlib import Path

import pytest

from tests.acceptance.cast import a_night, comes_in, goes_on_duty
from tests.acceptance.test_orders import wishes
from tests.parts.synapse import Synapse

pytestmark = [pytest.mark.js, pytest.mark.slow, pytest.mark.usefixtures("js_client")]


@pytest.mark.timeout(300)
async def test_mia_is_not_fit_today_and_birk_would_rather_not_this_time(
    synapse: Synapse, tmp_path: Path
):
    async with a_night(synapse, tmp_path, more='languages = ["en"]') as night:
        rosa = await night.with_js("rosa")
        await comes_in(rosa)
        mia, _ = await night.volunteer("mia")
        birk, _ = await night.volunteer("birk")

        check = await mia.asks("duty 60", "duty-check")
        await mia.reacts(check, "fit-no")
        await mia.hears("duty-not-today")
        await goes_on_duty(birk)

        code = await wishes(rosa)
        offer = await birk.hears("offer")
        assert offer.about == code
        await birk.asks("decline", "offer-declined-thanks")
        assert code in (await night.karen.asks("queue", "queue-row")).body
        await rosa.asks("status", "status-waiting")
        assert not mia.heard("offer")

        await goes_on_duty(mia)
        second = await mia.hears("offer")
        assert second.about == code
        await mia.asks("accept", "contact-opened")
        await rosa.hears("contact-opened")
