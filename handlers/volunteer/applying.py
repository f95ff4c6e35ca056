"""Somebody offers to be a volunteer."""

from dataclasses import replace

from pydantic import BaseModel

from bot.conversation import asking
from bot.conversation.commands import Command
from bot.conversation.dialogue import Dialogue, Step
from bot.conversation.router import Router
from bot.conversation.turn import Turn
from bot.domain import pseudonyms
from bot.domain.by_role import Held
from bot.domain.decision import Decision, Note, TellCoordinators
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.refusal import Refusal
from handlers import by_role
from storage import volunteers
from storage.database import Transaction

router = Router()

VOLUNTEER = Command(name="volunteer", words=("volunteer", "frivillig"))


class Application(BaseModel):
    """What a volunteer tells about themselves."""

    topics: str = ""  # ids with commas
    languages: str = ""
    forms: str = ""


DIALOGUE = Dialogue(
    name="apply",
    answers=Application,
    formed=True,
    steps=(
        Step(name="topics", offered="topics", many=True),
        Step(name="languages", offered="languages", many=True),
        Step(name="forms", offered="forms", many=True),
    ),
)


@router.command(VOLUNTEER)
def apply(turn: Turn, db: Transaction) -> Decision:
    """Begin the application, or say how it stands; a volunteer may tell of new topics the same way."""
    known = volunteers.get(db, turn.person.id)
    if known and known.status is VolunteerStatus.SUSPENDED:
        raise Refusal("volunteer-suspended")
    role = turn.programme.role.get(turn.person.language, "")
    if known and known.status is not VolunteerStatus.TURNED_DOWN:
        intro = turn.answer("volunteer-changing")
    else:
        title = turn.programme.title(turn.person.language)
        spared = Held.VOLUNTEER in turn.person.holds and known is None
        intro = turn.answer("volunteer-intro", role=role, title=title, spared=spared)
    settled = {}
    if len(turn.programme.forms) == 1:
        settled["forms"] = turn.programme.forms[0].value
    return intro + asking.start(router, DIALOGUE, turn, db, settled)


@router.finished(DIALOGUE)
def applied(turn: Turn, told: Application, db: Transaction) -> Decision:
    """A coordinator decides; somebody who is a volunteer already has only changed their answers."""
    topics = frozenset(told.topics.split(",")) & turn.programme.topic_ids
    languages, forms = frozenset(told.languages.split(",")), frozenset(told.forms.split(","))
    known = volunteers.get(db, turn.person.id)
    if known and known.status is not VolunteerStatus.TURNED_DOWN:
        changed = replace(known, topics=topics, languages=languages, forms=forms)
        return Decision(save=(changed,)) + turn.answer("volunteer-changed", name=known.name)
    taken = frozenset(v.name for v in volunteers.everyone(db, turn.programme.name))
    applicant = Volunteer(
        person=turn.person.id,
        programme=turn.programme.name,
        name=known.name if known else pseudonyms.free(db.new_id(), taken),
        zone=turn.person.zone,
        topics=topics,
        languages=languages,
        forms=forms,
    )
    noted = Note("volunteer-applied", programme=turn.programme.name)
    if known is None and Held.VOLUNTEER in turn.person.holds:
        return Decision(effects=(noted,)) + by_role.approved(applicant, turn.programme.onboarding)
    ask = TellCoordinators(
        turn.programme.name,
        "volunteer-application",
        {
            "name": applicant.name,
            "topics": ",".join(sorted(applicant.topics)),
            "languages": ", ".join(sorted(applicant.languages)),
            "forms": ", ".join(sorted(applicant.forms)),
        },
        choices=("approve-volunteer", "turn-down"),
        about=applicant.person,
    )
    told_them = turn.answer("volunteer-applied", name=applicant.name)
    return Decision(save=(applicant,), effects=(ask, noted)) + told_them
