"""Coordinators ask how it goes, and read nothing that is about fewer than five."""

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.programme import CostBasis, CostPer
from bot.domain.report.weeks import Kind, Week, around
from bot.messages import WeekCounted
from bot.platforms.platform import OutgoingFile
from bot.programmes.loading import load
from bot.rehearsal.town import Town
from storage.database import Transaction
from storage.journal import note
from storage.tables import journal, weekly_figures
from tests.stories.steps import asks_to_talk

MONDAY = datetime(2030, 2, 4, 15, 30, tzinfo=UTC)  # February begins on it, by whole weeks


@pytest.fixture
async def town(tmp_path):
    town = await Town.begin(tmp_path, now=MONDAY, room=True)
    await town.coordinator("carla")
    yield town
    await town.close()


async def _meet(town: Town, receiver: str, volunteer: str, minutes: int = 30) -> None:
    rosa, vera = town.people[receiver], town.people[volunteer]
    await asks_to_talk(rosa)
    await vera.presses("accept")
    await vera.says("Hi, I am here.")
    await town.later(minutes=minutes)
    await rosa.says("!end")
    await town.later(minutes=20)


async def _evenings(town: Town, met: list[int]) -> None:
    """One evening for each number: so many people talk, one after the other."""
    for evening, many in enumerate(met):
        for n in range(many):
            who = f"receiver{n}"
            if who not in town.people:
                await town.receiver(who)
            await town.volunteer(f"vera{evening % 3}{n}", hours=1)
            await _meet(town, who, f"vera{evening % 3}{n}")
        await _to(town, MONDAY + timedelta(weeks=evening + 1))


async def _to(town: Town, moment: datetime) -> None:
    await town.later(seconds=(moment - town.now).total_seconds())


def _files(town: Town) -> dict[str, str]:
    assert town.room is not None
    files = [shown.letter.file for shown in town.wire.seen_in(town.room)]
    return {
        file.name: file.data.decode("utf-8-sig")
        for file in files
        if file is not None and file.mime.startswith("text/")
    }


def _pictures(town: Town) -> list[OutgoingFile]:
    assert town.room is not None
    files = [shown.letter.file for shown in town.wire.seen_in(town.room)]
    return [file for file in files if file is not None and file.mime.startswith("image/")]


def _table(text: str) -> dict[tuple[str, str, str], tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    return {(r["programme"], r["figure"], r["part"]): (r["value"], r["how"]) for r in rows}


async def test_a_month_is_told_as_it_was_counted_by_hand(town: Town):
    await _evenings(town, [6, 2, 7, 1])
    carla = town.people["carla"]

    await carla.says("!figures month", in_room=True)

    files = _files(town)
    assert set(files) == {"rapport-2030-02.csv", "rapport-2030-02.html"}
    table = _table(files["rapport-2030-02.csv"])
    assert table["drop-in", "met", ""] == ("13", "at least")  # 6 and 7; 2 and 1 stay hidden
    assert table["drop-in", "requests", ""] == ("13", "at least")
    assert table["drop-in", "withdrawn", ""] == ("", "left out")
    assert ("drop-in", "appointments", "") not in table
    assert "2" not in {value for value, _ in table.values()}
    assert "16" not in {value for value, _ in table.values()}


async def test_every_figure_equals_an_independent_count_of_the_towns_own_record(town: Town):
    await _evenings(town, [6, 5, 7, 6])
    weeks = around(Week(2030, 6), Kind.MONTH).weeks
    begins, ends = weeks[0].begins("Europe/Copenhagen"), weeks[-1].ends("Europe/Copenhagen")

    def by_hand(db: Transaction) -> Counter[str]:
        rows = db.all(journal.select().where(journal.c.at >= begins, journal.c.at < ends))
        found: Counter[str] = Counter()
        for row in rows:
            found[row["action"]] += 1
            if row["action"] in ("contact-ended", "duty-off"):
                found[f"{row['action']}-minutes"] += row["numbers"]["minutes"]
        waited = sorted(
            r["numbers"]["waited_seconds"] // 60 for r in rows if r["action"] == "contact-began"
        )
        found["half"] = waited[(len(waited) + 1) // 2 - 1]
        return found

    hand = await town.database.read(by_hand)
    await town.people["carla"].says("!figures 2030-02", in_room=True)
    table = _table(_files(town)["rapport-2030-02.csv"])

    assert hand["contact-began"] == 24
    assert table["drop-in", "contacts", ""] == ("24", "exact")
    hours = round(hand["contact-ended-minutes"] / 60)
    assert table["drop-in", "contact-hours", ""] == (str(hours), "exact")
    duty = round(hand["duty-off-minutes"] / 60)
    assert table["drop-in", "duty-hours", ""] == (str(duty), "exact")
    assert table["drop-in", "waited-median", ""] == (str(hand["half"]), "exact")
    # Seven different people were there, and six of them more than once: too few came only once.
    assert table["drop-in", "receivers", ""] == ("7", "exact")
    assert table["drop-in", "returning", ""] == ("", "left out")


async def test_who_is_forgotten_changes_no_report(town: Town):
    await _evenings(town, [6, 5, 7, 6])
    carla = town.people["carla"]
    await carla.says("!figures 2030-02", in_room=True)
    before = _files(town)["rapport-2030-02.csv"]

    for name in ("receiver0", "vera00"):
        await town.people[name].says("forget me")
        await town.people[name].presses("forget-yes")
    await carla.says("!figures 2030-02", in_room=True)

    assert town.heard_in_room()[-2] == "report-table"
    assert _files(town)["rapport-2030-02.csv"] == before


async def test_a_week_is_counted_once_and_its_figures_never_change(town: Town):
    await _evenings(town, [6])

    def kept(db: Transaction) -> list:
        return [dict(row) for row in db.all(weekly_figures.select())]

    first = await town.database.read(kept)
    await town.later(hours=3)
    await town.settle()

    assert [row["week"] for row in first] == ["2030-W06"]
    assert await town.database.read(kept) == first


async def test_what_is_asked_too_early_or_not_understood_is_answered_kindly(town: Town):
    carla = town.people["carla"]
    await carla.says("!figures", in_room=True)
    await asks_to_talk(await town.receiver("rosa"))
    await _to(town, MONDAY + timedelta(weeks=1))
    for text in ("!figures 2030-W07", "!figures yesterday", "!figures 2030-02-05..2030-02-09"):
        await carla.says(text, in_room=True)

    heard = [id for id in town.heard_in_room() if id.startswith("report-")]
    assert heard == [
        "report-nothing-yet", "report-not-over", "report-how", "report-no-whole-week",
    ]  # fmt: skip


async def test_only_coordinators_see_figures(town: Town):
    rosa = await town.receiver("rosa")
    await rosa.says("figures")
    assert rosa.heard() == ["not-allowed"]


async def test_report_means_figures_for_a_coordinator_who_is_in_no_contact(town: Town):
    await _evenings(town, [6])
    await town.people["carla"].says("!report week", in_room=True)

    assert town.heard_in_room()[-3:] == ["report", "report-table", "report-page"]
    rosa = await town.receiver("rosa")
    await rosa.says("report week")
    assert "not-allowed" not in rosa.heard()


async def test_on_monday_coordinators_hear_of_last_week_unless_it_was_too_quiet(town: Town):
    await town.database.run(_digest_set, town)
    await _evenings(town, [6, 2])

    assert town.room is not None
    digests = [s.letter for s in town.wire.seen_in(town.room) if s.letter.mark.text_id == "digest"]
    assert len(digests) == 1
    assert "Kontakter: 6" in digests[0].text
    await town.people["carla"].says("!digest off", in_room=True)
    await _evenings(town, [])
    assert town.heard_in_room()[-1] == "digest-is"


def _digest_set(db: Transaction, town: Town) -> None:
    from bot.domain.housekeeping import OF_THE_HOUSE
    from bot.domain.report.digest import DIGEST, next_at
    from storage import timers

    timers.ensure(db, DIGEST, OF_THE_HOUSE, next_at(town.now, "Europe/Copenhagen"))


async def test_what_it_costs_is_shown_with_its_arithmetic(tmp_path):
    basis = CostBasis(kr=260_000, per=CostPer.YEAR, source="our budget")
    programme = replace(load("drop-in"), cost=basis)
    town = await Town.begin(tmp_path, now=MONDAY, programme=programme)
    carla = await town.coordinator("carla")
    await _evenings(town, [6, 5, 7, 6])
    carla.heard()

    await carla.says("costs 2030-02")

    assert carla.heard() == ["costs", "costs-2018"]
    said = carla.seen()[-2].letter.text
    assert "260,000 kr a year × 4 of 52 weeks = 20,000 kr" in said
    assert "20,000 kr ÷ 24 contacts = 833 kr a contact" in said
    assert "20,000 kr ÷ 12 hours of contact = 1,667 kr an hour" in said
    assert "260,000 kr a year ÷ 18 volunteers" in said
    assert "= 14,444 kr a volunteer a year" in said
    assert "Peer-guide: 39,800 kr a guide a year" in carla.seen()[-1].letter.text
    await town.close()


async def test_a_week_that_two_processes_counted_stands_as_the_first_kept_it(town: Town):
    await _evenings(town, [6])

    def kept(db: Transaction) -> list:
        return [dict(row) for row in db.all(weekly_figures.select())]

    first = await town.database.read(kept)
    for n, week in enumerate(("2030-W06", "2030-W09")):  # again, and one that is not its turn
        counted = WeekCounted(
            id=f"again:{n}", at=town.now, programme="drop-in", week=week, counts={"met": 99}
        )
        await town.happens(counted)

    assert await town.database.read(kept) == first


async def test_waiting_week_by_week_is_shown_as_a_picture_with_its_words(town: Town):
    def write(db: Transaction) -> None:
        for week, many in enumerate([10, 11, 12, 6]):
            numbers: dict[str, int | str] = {"from": "request", "form": "chat", "receiver": 1, "volunteer": 1,
                       "waited_seconds": 120 * (week + 1)}  # fmt: skip
            for _ in range(many):
                at = MONDAY + timedelta(weeks=week, hours=1)
                note(db, "contact-began", "", town.desk.main.name, numbers, at)

    await town.database.run(write)
    await _to(town, MONDAY + timedelta(weeks=4))
    await town.people["carla"].says("!figures 2030-02", in_room=True)

    assert town.heard_in_room()[-4:] == [
        "report", "report-picture", "report-table", "report-page",
    ]  # fmt: skip
    files = _pictures(town)
    assert [file.mime for file in files] == ["image/png"]
    weeks = [
        row
        for row in csv.DictReader(io.StringIO(_files(town)["rapport-2030-02.csv"]), delimiter=";")
        if row["part"].startswith("2030-W")
    ]
    assert [bool(row["value"]) for row in weeks] == [True, True, True, False]
    for row in weeks[:3]:
        assert f"uge {int(row['part'][-2:])}: {row['value']}" in files[0].alt
    assert "<svg" in _files(town)["rapport-2030-02.html"]
