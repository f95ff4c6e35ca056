"""What somebody waits for or has agreed to is taken back; with several things they are asked which."""

import json

from bot.conversation.commands import Command
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain.decision import CloseQuestions, Decision, Tell
from bot.domain.refusal import Arg, Refusal
from bot.texts import moments
from handlers.appointment import series as of_series
from handlers.appointment import series_rows
from handlers.appointment.giving_back import take_back
from handlers.gathering import group
from handlers.receiver.call_back import take_back as take_back_later
from handlers.receiver.talk import withdraw
from storage import appointments, call_backs, requests, series
from storage.database import Transaction

router = Router()

CANCEL = Command(name="cancel", words=("cancel", "annuller"))
PICKS = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
SHOWN = len(PICKS)  # at a time
THE_WISH = "wish"


@router.command(CANCEL)
def cancel(turn: Turn, db: Transaction) -> Decision:
    """Take back what they are waiting for; with appointments, they are asked which."""
    if not appointments.of_person(db, turn.person.id):
        return _the_wish(turn, db)
    return _which(turn, db, 0)


@router.press("cancel-which-more", "more-things")
def more(turn: Turn, db: Transaction) -> Decision:
    """The next ones."""
    assert turn.question is not None
    return _which(turn, db, json.loads(turn.question.kept)["behind"])


@router.press("cancel-which", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
@router.press("cancel-which-more", "pick-1", "pick-2", "pick-3", "pick-4", "pick-5")
def cancelled(turn: Turn, db: Transaction) -> Decision:
    """They said which."""
    assert turn.question is not None
    thing = json.loads(turn.question.kept)["things"][PICKS.index(turn.choice)]
    close = Decision(effects=(CloseQuestions(turn.question.about, turn.person.id),))
    if thing == THE_WISH:
        return close + _the_wish(turn, db)
    if run := series.get(db, thing):
        return close + of_series.ask_to_stop(run, turn, db)
    appointment = appointments.get(db, thing)
    if appointment is None or not appointment.to_come or turn.person.id not in appointment.people:
        raise Refusal("too-late")
    return close + take_back(appointment, turn.person.id, turn.desk, db, turn.now)


def _the_wish(turn: Turn, db: Transaction) -> Decision:
    request = requests.waiting_by(db, turn.person.id)
    waits = request is not None or call_backs.of(db, turn.person.id) is not None
    if not waits and (told := group.mine(turn, db)).effects:
        return told  # which says how each is left
    return take_back_later(turn, db) if request is None else withdraw(request, db)


def _which(turn: Turn, db: Transaction, behind: int) -> Decision:
    things = _things(turn, db)
    here = list(things)[behind : behind + SHOWN]
    if not here:
        raise Refusal("too-late")
    labels = dict(zip(PICKS, (things[one] for one in here), strict=False))
    kept = json.dumps({"things": here, "behind": behind + SHOWN})
    me, close = turn.person.id, CloseQuestions(turn.person.id, turn.person.id)
    if len(things) > behind + SHOWN:
        choices = ("pick-1", "pick-2", "pick-3", "pick-4", "pick-5", "more-things")
        question = Tell(
            me, "cancel-which-more", choices=choices, about=me, labels=labels, kept=kept
        )
    else:
        question = Tell(me, "cancel-which", choices=PICKS[: len(here)], about=me, labels=labels,
                        kept=kept)  # fmt: skip
    return Decision(effects=(close, question))


def _things(turn: Turn, db: Transaction) -> dict[str, str]:
    """Everything that can be taken back, and what it is called; a series is one thing."""
    me, language, zone = turn.person.id, turn.person.language, turn.person.zone
    things: dict[str, str] = {}
    if requests.waiting_by(db, me) or call_backs.of(db, me):  # never both
        things[THE_WISH] = turn.desk.catalogue.label("cancel-request", language)
    for run in series.of_person(db, me):
        if mine := series_rows.theirs(run, turn, db):
            left: dict[str, Arg] = {"left": len(mine) + run.to_make, "when": mine[0].begins_at}
            things[run.id] = turn.desk.catalogue.render("cancel-series", left, language, zone).text
    for one in series_rows.by_themselves(turn, db):
        things[one.id] = moments.told(one.begins_at, "when", language, zone)
    return things
