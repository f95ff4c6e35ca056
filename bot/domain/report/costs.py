"""What a contact, a volunteer and an hour cost, from what the programme costs and what was released."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from bot.domain.programme import CostBasis, CostPer
from bot.domain.report.book import LEFT_OUT, Figure
from bot.domain.report.reporting import ProgrammeReport

WEEKS_A_YEAR = 52


class Model2018(NamedTuple):
    """What one of the six models cost in 2018, in kr, as the evaluation estimated it over three years."""

    id: str
    kr: int
    per: Literal["peer-worker", "peer", "guide", "course"]


MODELS_2018 = (
    Model2018("individual-and-group", 285_000, "peer-worker"),
    Model2018("bridge-to-everyday-life", 21_500, "peer"),
    Model2018("peer-guide", 39_800, "guide"),
    Model2018("recovery-school", 25_500, "course"),
    Model2018("peer-bridge-builder", 316_000, "peer-worker"),
    Model2018("recovery-academy", 70_100, "course"),
)
"""Source: the evaluation of the six models, 2018. Per year, or per course session where it says course."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a programme cost in a period, and for what. Kr are whole; None is left out.

    `volunteers` had a contact in an average month. `most` holds which of the prices are "at most",
    because what they are divided by is "at least".
    """

    basis: CostBasis
    weeks: int
    contacts: Figure
    hours: Figure
    volunteers: Figure
    total: int | None
    a_contact: int | None
    an_hour: int | None
    a_volunteer: int | None  # for a whole year


def cost(basis: CostBasis, one: ProgrammeReport, weeks: int) -> Cost:
    """The cost of `weeks` weeks, and each price from it by one division."""
    contacts = one.figures.get("contacts", LEFT_OUT)
    volunteers = _a_month(one.volunteers or LEFT_OUT, one.months)
    total = _total(basis, weeks, contacts, volunteers)
    year = None if total is None else round(total * WEEKS_A_YEAR / weeks)
    return Cost(
        basis=basis,
        weeks=weeks,
        contacts=contacts,
        hours=one.contact_hours,
        volunteers=volunteers,
        total=total,
        a_contact=_shared(total, contacts),
        an_hour=_shared(total, one.contact_hours),
        a_volunteer=_shared(year, volunteers),
    )


def _total(basis: CostBasis, weeks: int, contacts: Figure, volunteers: Figure) -> int | None:
    match basis.per:
        case CostPer.YEAR:
            return round(basis.kr * weeks / WEEKS_A_YEAR)
        case CostPer.VOLUNTEER if volunteers.value and volunteers.exact:
            return round(basis.kr * volunteers.value * weeks / WEEKS_A_YEAR)
        case CostPer.SESSION if contacts.value and contacts.exact:
            return basis.kr * contacts.value
        case _:
            return None


def _a_month(volunteers: Figure, months: int) -> Figure:
    if volunteers.value is None or not months:
        return LEFT_OUT
    return Figure(round(volunteers.value / months), volunteers.exact)


def _shared(kr: int | None, among: Figure) -> int | None:
    return None if kr is None or not among.value else round(kr / among.value)
