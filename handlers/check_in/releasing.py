"""Every Sunday: what enough people answered is let out, what too few did for too long is poured away."""

from bot.conversation.router import Router
from bot.conversation.turn import Happening
from bot.domain.check_in import pools
from bot.domain.decision import NOTHING, Decision, StartTimer
from bot.domain.housekeeping import OF_THE_HOUSE
from bot.domain.report.weeks import Week
from bot.messages import TimeCame
from storage import check_in_pools
from storage.database import Transaction

router = Router()


@router.timer(pools.RELEASE)
def look(rings: Happening, db: Transaction) -> Decision:
    """Look at every pool, and come again in a week."""
    assert isinstance(rings.event, TimeCame)
    if rings.event.about != OF_THE_HOUSE:
        return NOTHING
    zone = rings.desk.config.service.time_zone
    again = StartTimer(pools.RELEASE, OF_THE_HOUSE, pools.next_at(rings.now, zone))
    done = Decision(effects=(again,))
    for pool in check_in_pools.answers(db):
        done += pools.look(pool, _week(rings, pool.programme))
    for words in check_in_pools.words(db):
        done += pools.look_at_words(words, _week(rings, words.programme))
    return done


def _week(rings: Happening, programme: str) -> Week:
    return Week.at(rings.now, rings.desk.programme(programme).time_zone)
