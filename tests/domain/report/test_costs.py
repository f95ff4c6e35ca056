from datetime import UTC, datetime

import pytest

from bot.domain.programme import CostBasis, CostPer
from bot.domain.report.book import Figure
from bot.domain.report.costs import MODELS_2018, cost
from bot.domain.report.digest import next_at
from bot.domain.report.reporting import ProgrammeReport

EIGHT = Figure(24, True)  # a month, of three


def _report(contacts: Figure, volunteers: Figure = EIGHT) -> ProgrammeReport:
    return ProgrammeReport(
        programme="drop-in", figures={"contacts": contacts}, contact_hours=Figure(65, True),
        volunteers=volunteers, months=3,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("per", "kr", "total", "a_contact"),
    [
        (CostPer.YEAR, 104_000, 26_000, 260),
        (CostPer.VOLUNTEER, 20_000, 40_000, 400),  # eight a month
        (CostPer.SESSION, 150, 15_000, 150),
    ],
)
def test_a_cost_is_the_basis_times_its_share_of_the_year(per, kr, total, a_contact):
    found = cost(CostBasis(kr=kr, per=per, source="us"), _report(Figure(100, True)), 13)
    assert (found.total, found.a_contact, found.an_hour) == (total, a_contact, round(total / 65))
    assert found.volunteers == Figure(8, True)
    assert found.a_volunteer == round(total * 4 / 8)


def test_what_is_left_out_of_the_report_has_no_price():
    basis = CostBasis(kr=104_000, per=CostPer.YEAR, source="us")
    found = cost(basis, _report(Figure(), Figure()), 13)
    assert (found.total, found.a_contact, found.a_volunteer) == (26_000, None, None)


def test_a_basis_for_each_contact_needs_all_of_them():
    basis = CostBasis(kr=150, per=CostPer.SESSION, source="us")
    assert cost(basis, _report(Figure(100, exact=False)), 13).total is None


def test_the_six_models_cost_what_the_evaluation_found():
    assert [one.kr for one in MODELS_2018] == [285_000, 21_500, 39_800, 25_500, 316_000, 70_100]


def test_the_digest_comes_on_monday_at_eight_also_when_the_clock_changes():
    sunday = datetime(2030, 3, 30, 12, tzinfo=UTC)
    assert next_at(sunday, "Europe/Copenhagen") == datetime(2030, 4, 1, 6, tzinfo=UTC)
    at_eight = datetime(2030, 1, 7, 7, tzinfo=UTC)
    assert next_at(at_eight, "Europe/Copenhagen") == datetime(2030, 1, 14, 7, tzinfo=UTC)
