from bot.domain.report.book import Book, Figure
from bot.domain.report.counting import Answers, Steps, counted
from bot.domain.report.releasing import Release, in_parts, people, release
from bot.domain.report.reporting import report
from bot.domain.report.spreads import middle, ninth_tenth, unevenness
from bot.domain.report.weeks import Kind, Period, Week, around, between


def test_steps_become_counts():
    began: dict[str, int | str] = {
        "from": "request",
        "form": "chat",
        "receiver": 1,
        "volunteer": 2,
        "waited": 3,
    }
    found = counted(
        [
            Steps(action="contact-began", count=4, numbers=began),
            Steps(action="contact-began", count=1, numbers={**began, "from": "appointment"}),
            Steps(action="contact-ended", count=3, numbers={"by": "time"}, minutes=135),
            Steps(action="request-unmet", count=2, numbers={"why": "nobody-there"}),
            Steps(action="offer-put", count=9, numbers={}),
            Steps(action="offer-accepted", count=4, numbers={}),
        ],
        [Answers("less-alone", "end", 8, 3), Answers("less-alone", "end", 10, 1)],
    )

    assert found == {
        "met": 4, "met:form:chat": 4, "met:receiver:1": 4, "met:volunteer:2": 4, "met:waited:3": 4,
        "begun": 1, "begun:form:chat": 1, "begun:receiver:1": 1, "begun:volunteer:2": 1,
        "ended": 3, "ended:minutes": 135, "nobody-there": 2,
        "not-taken": 5, "not-taken:put": 9,
        "answer/less-alone/end": 4, "answer/less-alone/end:sum": 34,
    }  # fmt: skip


def test_small_parts_are_shown_together_or_not_at_all():
    assert in_parts({"chat": 12, "voice": 7}, 19) == {"chat": 12, "voice": 7}
    assert in_parts({"chat": 12, "voice": 7, "in-person": 2}, 21) == {
        "chat": 12, "in-person+voice": 9,
    }  # fmt: skip
    assert in_parts({"chat": 12, "voice": 3, "in-person": 2}, 17) == {
        "chat": 12, "in-person+voice": 5,
    }  # fmt: skip
    assert in_parts({"chat": 12, "voice": 3}, 15) == {}
    assert in_parts({"chat": 12, "voice": 0}, 12) == {}
    assert in_parts({"chat": 12, "?": 8}, 20) == {}


def test_people_are_counted_by_first_contacts_unless_few_came_again_or_once():
    divided = {"1": 20, "2": 9, "3": 6}
    assert people(divided, 35, returning=True) == {"people": 20, "twice": 9, "later": 6}
    assert people({"1": 20, "2": 4}, 24, returning=True) == {}
    assert people({"1": 20, "2": 17, "3": 9}, 46, returning=True) == {"people": 20, "again": 26}
    assert people(divided, 35, returning=False) == {"people": 20, "again": 15}


def test_middles_need_five_on_each_side():
    assert middle({3: 4, 8: 5}) is None
    assert middle({3: 5, 8: 5}) == 3
    assert ninth_tenth({3: 40, 8: 9}) is None
    assert ninth_tenth({3: 44, 8: 6}) == 8


def test_unevenness_is_nought_where_all_carry_alike():
    assert unevenness({1: 10, 2: 10}) == 0
    assert unevenness({1: 9, 2: 9}) is None
    assert unevenness({1: 10, **dict.fromkeys(range(2, 92), 1)}) == 0.8


def _book(*met: int) -> Book:
    counted = {Week(2030, n): {"met": count} for n, count in enumerate(met, start=1)}
    released: dict[Week, Release] = {}
    for week in counted:
        known = {w: c for w, c in counted.items() if w <= week}
        released[week] = release(week, known, released.values())
    return Book("drop-in", counted, released)


def _contacts(book: Book, period: Period) -> Figure:
    return report(period, [book], {}).programmes[0].figures["contacts"]


def test_a_week_under_five_is_left_out_and_its_month_says_at_least():
    book = _book(7, 3, 8, 6, 9)

    shown = [_contacts(book, around(Week(2030, n), Kind.WEEK)) for n in range(1, 6)]
    assert shown == [Figure(7, True), Figure(), Figure(8, True), Figure(6, True), Figure(9, True)]
    assert _contacts(book, around(Week(2030, 1), Kind.MONTH)) == Figure(30, exact=False)


def test_small_weeks_together_are_enough_for_the_month():
    book = _book(7, 3, 8, 2, 9)

    assert _contacts(book, around(Week(2030, 1), Kind.MONTH)) == Figure(29, exact=True)
    assert _contacts(book, between(Week(2030, 1), Week(2030, 2))) == Figure(7, exact=False)


def test_what_a_month_left_over_is_told_with_the_quarter():
    book = _book(7, 3, 8, 6, 9, 5, 5, 2, 6, 5, 5, 5, 5)

    assert _contacts(book, around(Week(2030, 6), Kind.MONTH)) == Figure(16, exact=False)
    assert _contacts(book, around(Week(2030, 1), Kind.QUARTER)) == Figure(71, exact=True)


def test_few_endings_are_told_together_from_a_month_on():
    week = {"met": 6, "withdrawn": 1, "nobody-there": 1}
    counted = {Week(2030, n): week for n in range(1, 6)}
    counted[Week(2030, 5)] = {"met": 6, "withdrawn": 0}
    released: dict[Week, Release] = {}
    for one in counted:
        known = {w: c for w, c in counted.items() if w <= one}
        released[one] = release(one, known, released.values())
    month = report(around(Week(2030, 1), Kind.MONTH), [Book("a", counted, released)], {})

    figures = month.programmes[0].figures
    assert figures["requests"] == Figure(38, exact=True)
    assert figures["met"] == Figure(30, exact=True)
    assert figures["unmet"] == figures["withdrawn"] == Figure()


def test_what_was_never_offered_is_not_in_the_report():
    figures = report(around(Week(2030, 1), Kind.WEEK), [_book(7)], {}).programmes[0].figures
    assert "appointments" not in figures
    assert "begun" not in figures
