"""Whom a coordinator means to ask to a group: by codes, by volunteers' names, or themself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.conversation.turn import Turn
from bot.domain.ids import PersonId, is_code
from bot.domain.lifecycle import VolunteerStatus
from bot.domain.refusal import Refusal
from bot.relaying.words import folded
from storage import appointments, contacts, never_again, people, requests, volunteers
from storage.database import Transaction

THEMSELF = frozenset({"me", "mig", "jeg", "i", "myself", "mig selv"})
_BETWEEN = re.compile(r"[,;\n]+|\s(?:and|og)\s")


class Named(NamedTuple):
    """People, and how the coordinator called them."""

    people: Sequence[PersonId]
    called: str


def named(said: str, turn: Turn, db: Transaction, also: Sequence[PersonId] = ()) -> Named:
    """Those who are meant, each once, without `also`. Raises Refusal.

    All of them must be on the platform where groups meet; and two who are never to meet again are
    not asked to the same group.
    """
    found: dict[PersonId, str] = {}
    for one in _BETWEEN.split(said):
        if word := " ".join(one.split()):
            person = _person(word, turn, db)
            if person not in also:
                found.setdefault(person, word.upper() if is_code(word) else word)
    if not found:
        raise Refusal("gathering-whom")
    everybody = [*also, *found]
    for person, word in found.items():
        known = people.get(db, person)
        if known is None or known.platform != turn.desk.config.platforms.groups_on:
            raise Refusal("gathering-not-there", who=word)
        if never_again.among(db, person, [p for p in everybody if p != person]):
            raise Refusal("gathering-not-these")
    return Named(list(found), ", ".join(found.values()))


def _person(word: str, turn: Turn, db: Transaction) -> PersonId:
    if folded(word) in THEMSELF:
        return turn.person.id
    programme = turn.programme.name
    volunteer = volunteers.named(db, programme, word)
    if volunteer is not None:
        if volunteer.status is not VolunteerStatus.ACTIVE:
            raise Refusal("gathering-not-active", who=volunteer.name)
        return volunteer.person
    if is_code(word):
        thing = requests.coded(db, word) or appointments.coded(db, word) or contacts.coded(db, word)
        if thing is not None and thing.programme == programme and people.get(db, thing.receiver):
            return thing.receiver
    raise Refusal("gathering-nobody-called", who=word[:40])
