"""A link by which somebody's own calendar shows what they have agreed to."""

from bot.config import WebConfig
from bot.conversation.commands import Command, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import CloseQuestions, Decision
from bot.domain.feeds import CalendarFeed
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from storage import calendar_feeds
from storage.database import Transaction

router = Router()

FEED = Command(name="feed", words=("feed", "kalenderlink"), takes=(Takes("change", optional=True),))
NEW = ("new", "on", "ny", "nyt", "til")
OFF = ("off", "none", "fra", "slet")
ABOUT = "feed"


@router.command(FEED)
def feed(turn: Turn, db: Transaction) -> Decision:
    """A link, the first time; then whether it shall be another, or none. `feed new`, `feed off`."""
    page = _page(turn)
    change = folded(turn.args.get("change", ""))
    if change in OFF:
        return feed_off(turn, db)
    since = calendar_feeds.made_at(db, turn.person.id)
    if change not in NEW and (change or since is not None):
        choices = ("feed-new", "feed-off") if since else ("feed-new",)
        return turn.answer("feed-is", choices=choices, about=ABOUT, on=since is not None)
    return _made(turn, db, page)


@router.press("feed-is", "feed-new")
def feed_new(turn: Turn, db: Transaction) -> Decision:
    """Another link; the one before opens nothing any more."""
    return _made(turn, db, _page(turn))


@router.press("feed-is", "feed-off")
def feed_off(turn: Turn, db: Transaction) -> Decision:
    """No link opens anything any more."""
    if calendar_feeds.made_at(db, turn.person.id) is None:
        raise Refusal("feed-none")
    gone = CalendarFeed(person=turn.person.id, key="", made_at=turn.now)
    return Decision(save=(gone,), effects=(_closed(turn),)) + turn.answer("feed-off")


def _made(turn: Turn, db: Transaction, page: WebConfig) -> Decision:
    before = calendar_feeds.made_at(db, turn.person.id) is not None
    key = db.index("feed", db.new_id())
    made = CalendarFeed(person=turn.person.id, key=key, made_at=turn.now)
    told = turn.answer("feed-link", link=f"{page.base}calendar/{key}.ics", before=before)
    return Decision(save=(made,), effects=(_closed(turn),)) + told


def _closed(turn: Turn) -> CloseQuestions:
    return CloseQuestions(ABOUT, turn.person.id)


def _page(turn: Turn) -> WebConfig:
    """Where calendars are served. Raises Refusal: nowhere, or not for others to read along."""
    page = turn.desk.config.platforms.web
    if page is None:
        raise Refusal("feed-no-page")
    if turn.in_coordinators_room:
        raise Refusal("write-me-directly")  # the link is a key, and one person's
    return page
