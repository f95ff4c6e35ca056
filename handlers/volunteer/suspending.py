"""A volunteer is taken out at once, and taken back."""

from dataclasses import replace
from datetime import datetime

from bot.conversation.desk import Desk
from bot.domain.contact import EndedBy
from bot.domain.decision import Decision, Note, Tell
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.people import Volunteer
from bot.domain.programme import Programme
from handlers import looking
from handlers.appointment import giving_back
from handlers.contact.ending import end_for
from handlers.gathering import group
from storage import contacts, offers
from storage.database import Transaction


def taken_out(volunteer: Volunteer, desk: Desk, db: Transaction, now: datetime) -> Decision:
    """They are not asked, and whoever they were in touch with is found somebody else. They are not told."""
    ended = Decision()
    contact = contacts.open_of(db, volunteer.person)
    out = volunteer
    if contact and contact.volunteer == volunteer.person:
        ended += end_for(contact, EndedBy.HANDOVER, desk, db, now)
        # With the rest this contact gave them, which holds also if they are soon back.
        rested = next((t for t in ended.save if isinstance(t, Volunteer)), volunteer)
        out = replace(rested, by_role=volunteer.by_role)
    if offer := offers.pending_for(db, volunteer.person):
        ended += looking.lapse_now(offer, desk, db, now)
    ended += giving_back.all_given_by(volunteer.person, desk, db, now)
    ended += group.left_all(volunteer.person, db)
    out = replace(
        out.to(VolunteerStatus.SUSPENDED), on_duty_until=min(now, out.on_duty_until or now)
    )
    noted = Note("volunteer-suspended", programme=volunteer.programme)
    return ended + Decision(save=(out,), effects=(noted,))


def taken_back(volunteer: Volunteer, programme: Programme) -> Decision:
    """They are back where they were, in training or active, and told so."""
    untrained = len(volunteer.steps_done) < len(programme.onboarding)
    back_to = VolunteerStatus.IN_TRAINING if untrained else VolunteerStatus.ACTIVE
    told = "volunteer-back-in-training" if untrained else "volunteer-resumed"
    return Decision(
        save=(volunteer.to(back_to),),
        effects=(Tell(volunteer.person, told),),
    )
