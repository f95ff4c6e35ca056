"""A week as a picture: every word of it can be read, stands by its bar, and covers no other."""

from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox, BboxBase

from bot.drawing.charts import Bar, Day, Days, Look, read
from bot.drawing.drawer import Drawer
from bot.drawing.painting import drawn

FULL, DASHED, THIN, HATCHED = Look.FULL, Look.DASHED, Look.THIN, Look.HATCHED


def bar(
    begins: float, ends: float, look: Look = FULL, text: str = "✓ 19:00-19:45 K7M2QP Hazel"
) -> Bar:
    return Bar(begins=begins, ends=ends, look=look, text=text)


WEEK = Days(
    title="Åben rådgivning: ugen",
    note="Fra mandag 7. januar til søndag 13. januar.",
    days=(
        Day(name="Man 7", open=((16, 23),), groups=(
            (bar(19, 19.75), bar(19.5, 20.25, DASHED), bar(22, 23, THIN), bar(16, 16.5)),
            (bar(18, 21, Look.LIGHT, "○ 18:00-21:00 Birk"), bar(21, 25, Look.MIDDLE)),
            (bar(16, 18, HATCHED, "▲ 16:00-18:00"), bar(21, 23, HATCHED, "▲ 21:00-23:00")),
        )),
        Day(name="Tir 8"),
        Day(name="Ons 9\n(12)", open=((8, 12), (16, 23)), groups=(
            (bar(15, 15.5, text="✓ 15:00-15:30 K7M2QP Hazel owl of the wood in writing"),),
        )),
    ),
    legend=((FULL, "✓ på plads"), (DASHED, "? ikke på plads"), (HATCHED, "▲ ingen endnu")),
)  # fmt: skip


def _words(chart: Days) -> tuple[list[Text], list[Bbox], BboxBase]:
    figure = drawn(chart)
    renderer = FigureCanvasAgg(figure).get_renderer()
    figure.canvas.draw()
    (axes,) = figure.axes
    texts = [text for text in axes.texts if text.get_gid() == "bar"]
    texts += [*axes.get_yticklabels(), *axes.get_xticklabels()]
    return texts, [one.get_window_extent(renderer) for one in texts], figure.bbox


def test_no_word_covers_another_or_leaves_the_picture():
    texts, boxes, sheet = _words(WEEK)
    for (one, here), (other, there) in combinations(zip(texts, boxes, strict=True), 2):
        assert not here.padded(-1).overlaps(there.padded(-1)), (one.get_text(), other.get_text())
    for text, box in zip(texts, boxes, strict=True):
        assert sheet.x0 <= box.x0, text.get_text()
        assert box.x1 <= sheet.x1, text.get_text()


def test_every_bar_is_as_long_as_it_lasts_and_has_its_words():
    (axes,) = drawn(WEEK).axes
    bars = [one for day in WEEK.days for group in day.groups for one in group]
    assert sorted(t.get_text() for t in axes.texts) == sorted(one.text for one in bars)
    painted = {
        (patch.get_x(), patch.get_x() + patch.get_width())
        for patch in axes.patches
        if isinstance(patch, Rectangle)
    }
    assert {(one.begins, one.ends) for one in bars} <= painted
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "Man 7",
        "Tir 8",
        "Ons 9\n(12)",
    ]


def test_what_lasts_for_days_does_not_make_the_hours_small():
    long = Days(title="", days=(Day(name="Man 7", groups=((bar(18, 90, Look.MIDDLE),),)),))
    (axes,) = drawn(long).axes
    assert axes.get_xlim() == (18, 30)


@pytest.mark.parametrize("chart", [WEEK, Days(title="Tom", days=(Day(name="Man 7"),))])
async def test_it_is_drawn_as_wide_as_a_telephone_and_the_same_each_time(chart: Days):
    written = chart.model_dump_json()
    assert read(written) == chart
    first, again = [await Drawer().draw(written) for _ in range(2)]
    assert first == again
    assert first.width == 1200
