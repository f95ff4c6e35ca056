"""Every Monday coordinators hear how last week was; nothing, if there is nothing to tell."""

from datetime import datetime, timedelta

from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.desk import Desk
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.decision import NOTHING, Audit, Decision, StartTimer, TellCoordinators
from bot.domain.housekeeping import OF_THE_HOUSE
from bot.domain.refusal import Arg, Refusal
from bot.domain.report.book import LEFT_OUT, Figure
from bot.domain.report.digest import DIGEST, LATEST, WEEK_COUNTED_IN, next_at
from bot.domain.report.reporting import ProgrammeReport, Report
from bot.domain.report.weeks import Kind, last_whole
from bot.domain.row_effects import Switch
from bot.messages import TimeCame
from bot.relaying.words import folded
from handlers.coordinator.reports import reported, running
from storage import switches
from storage.database import Transaction

router = Router()

SWITCH = Command(
    name="digest", words=("digest", "ugeoversigt"), who=Role.COORDINATOR,
    takes=(Takes("change", optional=True),),
)  # fmt: skip
ON = frozenset(("on", "til"))
OFF = frozenset(("off", "fra"))


@router.command(SWITCH)
def switch(turn: Turn, db: Transaction) -> Decision:
    """On or off for all coordinators; alone it says which it is."""
    me = access.coordinator(turn)
    wanted = folded(turn.args.get("change", ""))
    if not wanted:
        on = switches.is_on(db, DIGEST, at_first=True)
        return turn.answer("digest-is", on=on, when=next_at(turn.now, _zone(turn.desk)))
    if wanted not in ON | OFF:
        raise Refusal("digest-how")
    on = wanted in ON
    done = Decision(
        effects=(
            Switch(DIGEST, on),
            Audit(me.person, "digest-on" if on else "digest-off"),
            StartTimer(DIGEST, OF_THE_HOUSE, next_at(turn.now, _zone(turn.desk))),
        )
    )
    return done + turn.answer("digest-is", on=on, when=next_at(turn.now, _zone(turn.desk)))


@router.timer(DIGEST)
def digest(rings: Happening, db: Transaction) -> Decision:
    """Last week, programme by programme; while it is not counted yet, again a little later."""
    assert isinstance(rings.event, TimeCame)
    if rings.event.about != OF_THE_HOUSE:
        return NOTHING
    coming = next_at(rings.now, _zone(rings.desk))
    again = Decision(effects=(StartTimer(DIGEST, OF_THE_HOUSE, coming),))
    if not switches.is_on(db, DIGEST, at_first=True):
        return again
    try:
        week = last_whole(Kind.WEEK, running(rings.desk, db, rings.now))
    except Refusal as no:
        if no.text != "report-being-counted" or _too_late(rings.now, coming):
            return again
        return Decision(effects=(StartTimer(DIGEST, OF_THE_HOUSE, rings.now + WEEK_COUNTED_IN),))
    found = reported(rings.desk, db, week)
    language = rings.desk.config.service.language
    said = again
    for one in found.programmes:
        if one.says_anything:
            title = rings.desk.programme(one.programme).title(language)
            args = _args(one, found, title)
            said += Decision(effects=(TellCoordinators(one.programme, "digest", args),))
    return said


def _args(one: ProgrammeReport, found: Report, title: str) -> dict[str, Arg]:
    requests, contacts = (one.figures.get(name, LEFT_OUT) for name in ("requests", "contacts"))
    return {
        "title": title,
        "key": found.period.key,
        "first_day": found.period.first_day,
        "last_day": found.period.last_day,
        "requests": requests.value or 0,
        "requests_how": _how(requests),
        "contacts": contacts.value or 0,
        "contacts_how": _how(contacts),
        "waited_known": one.waited_median is not None,
        "minutes": one.waited_median or 0,
    }


def _how(figure: Figure) -> str:
    if figure.value is None:
        return "left-out"
    return "exact" if figure.exact else "least"


def _too_late(now: datetime, coming: datetime) -> bool:
    return coming - now < timedelta(days=7) - LATEST


def _zone(desk: Desk) -> str:
    return desk.config.service.time_zone
