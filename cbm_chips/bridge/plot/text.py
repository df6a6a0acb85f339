"""The words of a plot and how wide they are, in the language and font of the window."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QDate, QLocale
from qgis.PyQt.QtGui import QFont, QFontMetricsF

from ...core.series.curves import Basis
from ...core.series.plot.content import PlotText
from ...core.series.plot.scales import DayTick, Precision
from ...core.series.values import REFLECTANCE, PointState, ValueSeries
from ..texts.translation import tr
from ..texts.words import number, worded

_PATTERNS = {
    (Precision.DAY, False): "d MMM",
    (Precision.DAY, True): "d MMM yyyy",
    (Precision.MONTH, False): "MMM",
    (Precision.MONTH, True): "MMM yyyy",
    (Precision.YEAR, False): "yyyy",
    (Precision.YEAR, True): "yyyy",
}


def plot_text(font: QFont) -> PlotText:
    """Measured in a font, at one pixel of Qt's each."""
    metrics = QFontMetricsF(font)
    known: dict[str, float] = {}

    def width(text: str) -> float:
        if text not in known:
            known[text] = metrics.horizontalAdvance(text)
        return known[text]

    return PlotText(
        line_px=metrics.height(),
        width=width,
        number=number,
        day=day_label,
        axis=axis_title,
        series=series_words,
        state=state_word,
        basis=basis_word,
    )


def day_label(tick: DayTick, has_year: bool) -> str:
    """`Mar`, `Mar 2022`, `12 Mar`."""
    day = QDate(tick.day.year, tick.day.month, tick.day.day)
    return str(QLocale().toString(day, _PATTERNS[tick.precision, has_year]))


def axis_title(unit: str, names: Sequence[str]) -> str:
    """`NDVI, NDMI`; of a band what its numbers are."""
    title = ", ".join(names)
    words = tr("reflectance") if unit == REFLECTANCE else unit
    return f"{title} ({words})" if title and words else title


def series_words(series: ValueSeries) -> str:
    """`NDVI`, `NDVI 2022`, `NDVI – CbM service`."""
    words = f"{series.name} {series.year}" if series.year else series.name
    return f"{words} – {worded(series.origin)}" if series.origin else words


def state_word(state: PointState) -> str:
    """A state in a word or two."""
    return {
        PointState.CLEAR: tr("clear"),
        PointState.PARTLY: tr("partly"),
        PointState.CLOUDY: tr("cloudy"),
        PointState.SUSPECT: tr("suspect dip"),
        PointState.DOUBTFUL: tr("doubtful"),
        PointState.NOT_JUDGED: tr("not judged"),
        PointState.NOT_READ: tr("no value"),
    }[state]


def basis_word(basis: Basis) -> str:
    """What a smoothed value rests on."""
    return {
        Basis.OBSERVED: tr("smoothed, observed"),
        Basis.INTERPOLATED: tr("smoothed, interpolated"),
        Basis.EXTRAPOLATED: tr("smoothed, extrapolated"),
    }[basis]
