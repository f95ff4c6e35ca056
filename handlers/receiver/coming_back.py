"""Coming back to our page later, and going: for those who have no account anywhere."""

from datetime import timedelta

from bot.conversation.commands import Command
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import phrases
from bot.domain.decision import Decision, LetIn, SignOut
from bot.domain.refusal import Refusal
from storage import visits
from storage.database import Transaction

router = Router()

COME_BACK = Command(name="come-back", words=("come back", "kom tilbage"), on_page=True)
SIGN_OUT = Command(name="sign-out", words=("sign out", "log ud"), on_page=True)


@router.command(COME_BACK)
def come_back(turn: Turn, db: Transaction) -> Decision:
    """A phrase that brings them back here as the same person, from any browser."""
    account, page = _own_account(turn), turn.desk.config.platforms.web
    if account is None or page is None:
        raise Refusal("come-back-not-needed")
    said = phrases.phrase(int(db.index("return-phrase", db.new_id()), 32))
    until = turn.now + timedelta(days=page.return_days)
    let_in = LetIn("phrase", phrases.plain(said), account, until)
    told = turn.answer("come-back-phrase", phrase=said, until_day=until)
    return Decision(effects=(let_in,)) + told


@router.command(SIGN_OUT)
def sign_out(turn: Turn, db: Transaction) -> Decision:
    """Somebody who signed in by a link ends that, in every browser."""
    account = _own_account(turn)
    if account is None:
        raise Refusal("sign-out-not-here")
    if not any(visit.signed_in for visit in visits.of_account(db, account)):
        raise Refusal("sign-out-visitor")
    return Decision(effects=(SignOut(f"web:{account}"),))


def _own_account(turn: Turn) -> str | None:
    """The account on our page of the one whose turn it is; None if they write from elsewhere."""
    sender = turn.event.sender
    return sender.user if sender.platform == "web" else None
