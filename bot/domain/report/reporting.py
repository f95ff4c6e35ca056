"""The report: what was released, added up for one period. It cannot say what was not released."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.check_in.plan import in_order
from bot.domain.report.book import LEFT_OUT, Book, Figure, add_up
from bot.domain.report.counting import parts
from bot.domain.report.leaves import ANSWERS, FEWEST, SUMS, answers_to, leaf
from bot.domain.report.spreads import middle, ninth_tenth, unevenness
from bot.domain.report.weeks import Kind, Period, Week, around, months_in


@dataclass(frozen=True, slots=True)
class Outcome:
    """What people answered to one question in one round."""

    item: str
    round: str
    answers: int  # at least so many, in fives
    mean: float  # to one decimal


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week of a period, for drawing."""

    week: Week
    contacts: Figure
    requests: Figure
    waited: int | None  # minutes, the median


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeReport:
    """What may be told of one programme, or of all, in one period.

    A figure that is missing from `figures` or `divided` is of something not offered in that time.
    Minutes and hours are whole; None is "left out".
    """

    programme: str  # "" for all together
    figures: Mapping[str, Figure]
    divided: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)
    waited_median: int | None = None
    waited_ninth_tenth: int | None = None
    contact_hours: Figure = LEFT_OUT
    duty_hours: Figure = LEFT_OUT
    offers: Figure = LEFT_OUT
    receivers: Figure | None = None  # counted anew each month; None: no whole month in the period
    returning: Figure | None = None
    volunteers: Figure | None = None  # who had a contact, likewise
    unevenness: float | None = None  # the mean of the months'
    outcomes: tuple[Outcome, ...] = ()
    weeks: tuple[WeekPoint, ...] = ()
    months: int = 0  # whole months in the period

    @property
    def offers_a_contact(self) -> float | None:
        """How many volunteers were asked for one contact by request, to one decimal."""
        met = self.figures.get("met", LEFT_OUT)
        if not (self.offers.exact and met.exact and self.offers.value and met.value):
            return None
        return round(self.offers.value / met.value, 1)

    @property
    def says_anything(self) -> bool:
        """Whether anything at all may be told."""
        return any(f.value for f in self.figures.values()) or bool(self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One period, programme by programme and in sum."""

    period: Period
    programmes: tuple[ProgrammeReport, ...]
    together: ProgrammeReport
    purposes: Mapping[str, Figure] = field(default_factory=dict)  # contacts where it is served


def report(period: Period, books: Sequence[Book], purposes: Mapping[str, Sequence[str]]) -> Report:
    """Everything that may be told of a period. `purposes`: what each programme serves."""
    each = tuple(_of(book, period) for book in books)
    served = sorted({purpose for book in books for purpose in purposes.get(book.programme, ())})
    contacts = {
        purpose: add_up(
            one.figures["contacts"]
            for one in each
            if "contacts" in one.figures and purpose in purposes.get(one.programme, ())
        )
        for purpose in served
    }
    return Report(period=period, programmes=each, together=_together(each), purposes=contacts)


def _of(book: Book, period: Period) -> ProgrammeReport:
    weeks = frozenset(period.weeks)
    named = {**SUMS, **{key: (key,) for keys in SUMS.values() for key in keys}}
    figures = {name: found for name, keys in named.items() if (found := book.figure(keys, weeks))}
    waited = _waited(book, period.weeks) if figures.get("met", LEFT_OUT).exact else {}
    months = months_in(period)
    people = [_people(book, month) for month in months]
    known = [u for m in months if (u := _unevenness(book, m)) is not None]
    divided = {
        f"{key}-{what}": parted
        for key, what in (("met", "form"), ("begun", "form"), ("begun", "no-show"))
        if (parted := book.divided(key, what, weeks))
    }
    return ProgrammeReport(
        programme=book.programme,
        figures=figures,
        divided=divided,
        waited_median=middle(waited),
        waited_ninth_tenth=ninth_tenth(waited),
        contact_hours=_hours(book.measure("ended", "minutes", weeks)),
        duty_hours=_hours(book.measure("duties", "minutes", weeks)),
        offers=book.measure("not-taken", "put", weeks) or LEFT_OUT,
        receivers=add_up(p[0] for p in people) if months else None,
        returning=add_up(p[1] for p in people) if months else None,
        volunteers=add_up(p[2] for p in people) if months else None,
        unevenness=round(sum(known) / len(known), 1) if known else None,
        outcomes=_outcomes(book, weeks),
        weeks=tuple(_point(book, week) for week in period.weeks),
        months=len(months),
    )


def _together(each: Sequence[ProgrammeReport]) -> ProgrammeReport:
    names = {name for one in each for name in one.figures}
    ways = {way for one in each for way in one.divided}
    parted = {
        way: {
            part: add_up(
                one.divided.get(way, {}).get(part, LEFT_OUT)
                for one in each
                if way.partition("-")[0] in one.figures
            )
            for part in sorted({p for one in each for p in one.divided.get(way, ())})
        }
        for way in ways
    }
    monthly = [one for one in each if one.months]
    return ProgrammeReport(
        programme="",
        figures={n: add_up(one.figures[n] for one in each if n in one.figures) for n in names},
        divided=parted,
        contact_hours=add_up(one.contact_hours for one in each),
        duty_hours=add_up(one.duty_hours for one in each),
        receivers=add_up(one.receivers or LEFT_OUT for one in monthly) if monthly else None,
        returning=add_up(one.returning or LEFT_OUT for one in monthly) if monthly else None,
        volunteers=add_up(one.volunteers or LEFT_OUT for one in monthly) if monthly else None,
        months=max((one.months for one in each), default=0),
    )


def _waited(book: Book, weeks: Iterable[Week]) -> dict[int, int]:
    found = parts((book.counted[w] for w in weeks if w in book.counted), "met", "waited")
    return {int(minutes): n for minutes, n in found.items()}


def _people(book: Book, month: Period) -> tuple[Figure, Figure, Figure]:
    """Receivers, those of them who came again, and volunteers, of contacts by request."""
    weeks = frozenset(month.weeks)
    receivers = book.divided("met", "receiver", weeks)
    volunteers = book.divided("met", "volunteer", weeks)
    return (
        receivers.get("people", LEFT_OUT),
        receivers.get("twice", LEFT_OUT),
        volunteers.get("people", LEFT_OUT),
    )


def _unevenness(book: Book, month: Period) -> float | None:
    if not book.divided("met", "volunteer", frozenset(month.weeks)):
        return None
    found = parts((book.counted[w] for w in month.weeks if w in book.counted), "met", "volunteer")
    return unevenness({int(n): count for n, count in found.items()})


def _hours(minutes: Figure | None) -> Figure:
    if minutes is None or minutes.value is None:
        return LEFT_OUT
    return Figure(round(minutes.value / 60), minutes.exact)


def _outcomes(book: Book, weeks: frozenset[Week]) -> tuple[Outcome, ...]:
    asked = sorted({k for b in book.blocks for k in b.cells if leaf(k).family == ANSWERS})
    found = []
    for key in asked:
        _, item, round_ = key.split("/")
        count = book.figure([key], weeks)
        score = book.measure(answers_to(item, round_), "sum", weeks)
        if count and count.value and score and score.value is not None:
            mean = round(score.value / count.value, 1)
            found.append(Outcome(item, round_, count.value // FEWEST * FEWEST, mean))
    return tuple(sorted(found, key=lambda one: (one.item, in_order(one.round))))


def _point(book: Book, week: Week) -> WeekPoint:
    alone = frozenset(around(week, Kind.WEEK).weeks)
    met = book.figure(["met"], alone) or LEFT_OUT
    return WeekPoint(
        week,
        contacts=book.figure(SUMS["contacts"], alone) or LEFT_OUT,
        requests=book.figure(SUMS["requests"], alone) or LEFT_OUT,
        waited=middle(_waited(book, [week])) if met.exact else None,
    )
