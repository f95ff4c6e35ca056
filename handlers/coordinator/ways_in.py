"""Who may come in on our own page without an account: inviting, seeing who is signed in, signing out."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from bot.config import WebConfig
from bot.conversation import access
from bot.conversation.commands import Command, Role, Takes
from bot.conversation.router import Router
from bot.conversation.turn import Happening, Turn
from bot.domain.decision import Audit, CloseQuestions, Decision, LetIn, SignOut, TellCoordinators
from bot.domain.ids import code_of
from bot.domain.refusal import Refusal
from bot.messages import Address, Rattled
from bot.relaying.words import folded
from storage import people, visits, volunteers
from storage.database import Transaction
from storage.visits import Visit

router = Router()

INVITE = Command(
    name="invite", words=("invite", "inviter"), who=Role.COORDINATOR, on_page=True,
    takes=(Takes("name", optional=True, rest=True),),
)  # fmt: skip
SESSIONS = Command(
    name="signed-in", words=("signed in", "logget ind"), who=Role.COORDINATOR, on_page=True
)
PUT_OUT = Command(
    name="sign-out-somebody", words=("sign out of", "log ud for"), who=Role.COORDINATOR, on_page=True,
    takes=(Takes("name", rest=True),),
)  # fmt: skip
TO_COORDINATE = frozenset({"coordinator", "koordinator"})


class SignedIn(NamedTuple):
    """Somebody who is signed in: what they are called here, and their visits."""

    name: str
    account: str
    visits: list[Visit]


@router.command(INVITE)
def invite(turn: Turn, db: Transaction) -> Decision:
    """A link for a new volunteer, for one who has to sign in again, or (shown first) for a coordinator."""
    me, page = access.coordinator(turn), _page(turn)
    wanted = turn.args.get("name", "")
    if folded(wanted) in TO_COORDINATE:
        if turn.in_coordinators_room:
            raise Refusal("write-me-directly")  # the link is a key, and for one person
        return turn.answer(
            "invite-coordinator-confirm",
            choices=("confirm-yes", "no-thanks"),
            about=turn.person.id,
        )
    account = _account_of(wanted, turn, db) if wanted else db.new_id()
    subject = wanted[:40] if wanted else "volunteer"
    linked = _linked(turn, db, page, account)
    return Decision(effects=(Audit(me.person, "invite", subject),)) + linked


@router.press("invite-coordinator-confirm", "confirm-yes")
def invite_coordinator(turn: Turn, db: Transaction) -> Decision:
    """Whoever opens this link coordinates from then on."""
    me, page = access.coordinator(turn), _page(turn)
    noted = (
        CloseQuestions(turn.person.id, turn.person.id),
        Audit(me.person, "invite", "coordinator"),
    )
    return Decision(effects=noted) + _linked(turn, db, page, db.new_id(), coordinates=True)


@router.command(SESSIONS)
def signed_in(turn: Turn, db: Transaction) -> Decision:
    """Who is signed in on our page, in how many browsers, and when they were last there."""
    access.coordinator(turn)
    _page(turn)
    found = _signed_in(turn, db)
    if not found:
        return turn.answer("signed-in-none")
    said = turn.answer("signed-in", count=len(found))
    for one in found.values():
        said += turn.answer(
            "signed-in-row",
            name=one.name,
            count=len(one.visits),
            seen_when=one.visits[0].seen_at,
        )
    return said


@router.command(PUT_OUT)
def sign_out_of(turn: Turn, db: Transaction) -> Decision:
    """End every visit of somebody, and the links they have not used yet: a lost telephone, perhaps."""
    me = access.coordinator(turn)
    _page(turn)
    wanted = turn.args["name"]
    account = _account_of(wanted, turn, db)
    done = (SignOut(f"web:{account}"), Audit(me.person, "sign-out", wanted[:40]))
    return Decision(effects=done) + turn.answer("sign-out-done", name=wanted[:40])


@router.event(Rattled)
def rattled(happening: Happening, db: Transaction) -> Decision:
    """Somebody tries many keys: they are slowed down, and coordinators know."""
    event = happening.event
    assert isinstance(event, Rattled)
    told = TellCoordinators(happening.desk.main.name, "alarm-rattled", {"count": event.count})
    return Decision(effects=(told,))


def _page(turn: Turn) -> WebConfig:
    page = turn.desk.config.platforms.web
    if page is None:
        raise Refusal("invite-no-page")
    return page


def _linked(
    turn: Turn, db: Transaction, page: WebConfig, account: str, *, coordinates: bool = False
) -> Decision:
    key = db.index("link", db.new_id())
    until = turn.now + timedelta(hours=page.link_hours)
    let_in = LetIn("link", key, account, until, coordinates)
    told = turn.answer(
        "invite-link", link=link_to(page, key), until_when=until, coordinates=coordinates
    )
    return Decision(effects=(let_in,)) + told


def link_to(page: WebConfig, key: str) -> str:
    """The address that lets in with this key. Behind the `#`, where no server's log sees it."""
    return f"{page.base}?enter#{key}"


def _account_of(wanted: str, turn: Turn, db: Transaction) -> str:
    """The account on our page of whoever is called this here. Raises Refusal."""
    if volunteer := volunteers.named(db, turn.programme.name, wanted):
        address = people.address_of(db, volunteer.person)
        if address is None or address.platform != "web":
            raise Refusal("invite-not-on-page", name=volunteer.name)
        return address.user
    if one := _signed_in(turn, db).get(folded(wanted)):
        return one.account
    for person in people.coordinators(db):
        if folded(code_of(person.id)) == folded(wanted) and person.platform == "web":
            address = people.address_of(db, person.id)
            if address is not None:
                return address.user
    raise Refusal("volunteers-no-such-name", name=wanted[:40])


def _signed_in(turn: Turn, db: Transaction) -> Mapping[str, SignedIn]:
    """Who is signed in, by folded name: a pseudonym, or a code where there is none."""
    by_account: dict[str, list[Visit]] = {}
    for visit in visits.signed_in(db, turn.now):
        by_account.setdefault(visit.account, []).append(visit)
    found: dict[str, SignedIn] = {}
    for account, theirs in by_account.items():
        person = people.recognise(db, Address("web", account))
        volunteer = volunteers.get(db, person.id) if person else None
        name = volunteer.name if volunteer else code_of(person.id if person else theirs[0].id)
        found[folded(name)] = SignedIn(name, account, theirs)
    return found
