"""A table of parcels' time series as a plot, without a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...bridge.parcels.parcel_fields import text_of
from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.reasons import Reason
from ..base.error_boundary import GuardedAlgorithm
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, split_bands
from ..parameters.kinds import optional
from ..tables.series_table import INPUT, check_columns, tell_undated

if TYPE_CHECKING:
    from ...bridge.plot.export import PlotExport
    from ...core.series.values import ValueSeries

ID_FIELD, PARCEL, SHOWN, TITLE = "ID_FIELD", "PARCEL", "SHOWN", "TITLE"
SMOOTHING, BY_YEAR, LEGEND, QUARTERS = "SMOOTHING", "BY_YEAR", "LEGEND", "QUARTERS"
WIDTH, HEIGHT = "WIDTH", "HEIGHT"
USUAL_ID_FIELD = "parcel"
MOST_PARCELS = 10
"""More lines than that nobody tells apart."""
KINDS = "PNG (*.png);;SVG (*.svg);;CSV (*.csv)"


@dataclass(frozen=True)
class PlotWish:
    """What is given.

    Attributes:
        parcels: ids; empty for all of the table.
        shown: indices and bands; empty for NDVI, or the table's first.
        strength: lambda; 0 for none.
    """

    id_field: str
    parcels: tuple[str, ...]
    shown: tuple[str, ...]
    strength: float
    is_by_year: bool


class SeriesPlotOfTable(GuardedAlgorithm):
    """`cbmchips:seriesplot`. It reads no pixels: all is in the table."""

    def name(self) -> str:
        return "seriesplot"

    def displayName(self) -> str:
        return tr("Plot time series of parcels")

    def group(self) -> str:
        return tr("Many parcels")

    def groupId(self) -> str:
        return "manyparcels"

    def tags(self) -> list[str]:
        return ["sentinel-2", "ndvi", "plot", "chart", "series", "parcels", "smoothing", "svg"]

    def shortHelpString(self) -> str:
        return tr(
            "Draws the series of one or a few parcels of a table that 'Time series of all parcels' "
            "made, as PNG or SVG; as CSV it writes the numbers.\n"
            "A date is a mark: full where it is clear, half where it is partly clouded, hollow "
            "where it is cloudy, a triangle where its value dips alone, a cross where it has no "
            "value. The line joins clear dates up to 20 days apart and is broken over longer gaps; "
            "the band is the middle half of the pixels (p25 to p75).\n"
            "Smoothing is Whittaker's (Eilers 2003) with the given λ on a daily grid, by the clear "
            "dates; it needs SciPy. The marks stay."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        table = QgsProcessing.SourceType.TypeVector
        for parameter in (
            QgsProcessingParameterFeatureSource(INPUT, tr("Time series of parcels"), [table]),
            optional(QgsProcessingParameterString(PARCEL, tr("Ids of parcels, by commas"))),
            optional(QgsProcessingParameterString(SHOWN, tr("Indices and bands, by commas"))),
            QgsProcessingParameterField(
                ID_FIELD, tr("Field with the parcel's id"), USUAL_ID_FIELD, INPUT, optional=True
            ),
            _number(SMOOTHING, tr("Smoothing: λ (0 for none)"), 0.0, (0.0, 1e9)),
            _switch(BY_YEAR, tr("Years over each other"), is_on=False),
            _switch(QUARTERS, tr("Range of half of the pixels (p25 to p75)")),
            _switch(LEGEND, tr("Legend")),
            optional(QgsProcessingParameterString(TITLE, tr("Title"))),
            _number(WIDTH, tr("Width in pixels"), 1200, (200, 8000)),
            _number(HEIGHT, tr("Height in pixels"), 600, (100, 8000)),
            QgsProcessingParameterFileDestination(names.OUTPUT, tr("Plot"), KINDS),
        ):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates in the plot")))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        _check_kind(self.parameterAsFileOutput(given, names.OUTPUT, context))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...bridge.plot.export import save_plot

        output = Path(self.parameterAsFileOutput(given, names.OUTPUT, context))
        _check_kind(str(output))  # models skip the check
        wish = self._wish(given, context)
        rows = self._rows(wish, given, context, feedback)
        series = _series_of(rows, wish)
        tell_undated(rows, feedback)
        written = save_plot(self._order(series, wish, given, context), output)
        dates = {(one.origin, point.acquired) for one in series for point in one.points}
        return {names.OUTPUT: str(written), names.COUNT: len(dates)}

    def _wish(self, given: Given, context: QgsProcessingContext) -> PlotWish:
        from ...core.series.smoothing import can_smooth

        strength = self.parameterAsDouble(given, SMOOTHING, context)
        if strength and not can_smooth():
            why = Reason("0: smoothing needs the Python package SciPy")
            raise RequestError("smoothing", strength, why)
        field = self.parameterAsString(given, ID_FIELD, context)  # ...Fields warns in 3.44
        return PlotWish(
            field or USUAL_ID_FIELD,
            _ids(self.parameterAsString(given, PARCEL, context)),
            split_bands(self.parameterAsString(given, SHOWN, context)),
            strength,
            self.parameterAsBool(given, BY_YEAR, context),
        )

    def _rows(
        self,
        wish: PlotWish,
        given: Given,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, list[dict[str, object]]]:
        """By parcel, in the order asked for."""
        source = self.feature_source(INPUT, given, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(given, INPUT))
        columns = [field.name() for field in source.fields()]
        if wish.id_field not in columns:
            raise RequestError("id_field", wish.id_field, ", ".join(columns))
        check_columns(source.sourceName(), columns)
        found: dict[str, list[dict[str, object]]] = {one: [] for one in wish.parcels}
        for feature in source.getFeatures(_request(wish)):
            if feedback.isCanceled():
                raise QgsProcessingException(tr("Cancelled: no plot was written."))
            row = dict(zip(columns, map(_plain, feature.attributes())))
            found.setdefault(text_of(feature, wish.id_field), []).append(row)
            if len(found) > max(MOST_PARCELS, len(wish.parcels)):
                why = Reason("the ids of up to {count} parcels", count=MOST_PARCELS)
                raise RequestError("parcel", "", why)
        if not found:
            raise RequestError(INPUT, source.sourceName(), tr("a table with at least one row"))
        return found

    def _order(
        self,
        series: Sequence[ValueSeries],
        wish: PlotWish,
        given: Given,
        context: QgsProcessingContext,
    ) -> PlotExport:
        from qgis.PyQt.QtGui import QFont

        from ...bridge.plot.export import PlotExport
        from ...bridge.tasks.plot_values import CurveOrder, curves_of
        from ...core.series.plot.content import PlotContent
        from ...core.series.years import year_by_year

        curves = curves_of(series, CurveOrder(wish.strength, wish.is_by_year))
        content = PlotContent(
            year_by_year(series) if wish.is_by_year else tuple(series),
            curves,
            is_by_year=wish.is_by_year,
            has_legend=self.parameterAsBool(given, LEGEND, context),
            has_quarters=self.parameterAsBool(given, QUARTERS, context),
        )
        title = self.parameterAsString(given, TITLE, context) or ", ".join(wish.parcels)
        size = (
            self.parameterAsInt(given, WIDTH, context),
            self.parameterAsInt(given, HEIGHT, context),
        )
        return PlotExport(content, tuple(series), curves, title, QFont(), size)


def _series_of(
    rows: Mapping[str, Sequence[Mapping[str, object]]], wish: PlotWish
) -> list[ValueSeries]:
    from ...core.rendering.indices import USUAL
    from ...core.series.making.from_table import names_in, series_of_table

    columns = next((row.keys() for some in rows.values() for row in some), ())
    lacking = [parcel for parcel, some in rows.items() if not some]
    if lacking:
        why = Reason("ids of parcels that the table has")
        raise RequestError("parcel", ", ".join(lacking), why)
    there = names_in(columns)
    shown = wish.shown or ((USUAL,) if USUAL in there else there[:1])
    if not set(shown) <= set(there):
        raise RequestError("shown", ", ".join(wish.shown), ", ".join(there))
    return [
        replace(series, origin=parcel if len(rows) > 1 else "")
        for parcel, some in rows.items()
        for series in series_of_table(some, shown)
    ]


def _check_kind(output: str) -> None:
    """Raises `RequestError`, field `OUTPUT`, for a file of a kind that no plot is saved as."""
    from ...bridge.plot.export import kinds_of_plots

    kinds = kinds_of_plots()
    if output and Path(output).suffix.lower() not in kinds:
        allowed = tr("a file that ends with {kinds}").format(kinds=", ".join(kinds))
        raise RequestError(names.OUTPUT, output, allowed)


def _request(wish: PlotWish) -> QgsFeatureRequest:
    """Only the rows of the parcels: a table may have millions of others."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if wish.parcels:
        column = QgsExpression.quotedColumnRef(wish.id_field)
        ids = ", ".join(map(QgsExpression.quotedValue, wish.parcels))
        request.setFilterExpression(f"to_string({column}) IN ({ids})")
    return request


def _ids(text: str) -> tuple[str, ...]:
    """Between commas, as they are otherwise: an id may hold blanks."""
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in text.split(",")))))


def _plain(value: Any) -> object:
    """None for Qt's own null; a time as ISO 8601, as in tables of text."""
    if getattr(value, "isNull", lambda: False)():
        return None
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return value


def _switch(name: str, title: str, *, is_on: bool = True) -> QgsProcessingParameterBoolean:
    return QgsProcessingParameterBoolean(name, title, is_on)


def _number(
    name: str, title: str, usual: float, ends: tuple[float, float]
) -> QgsProcessingParameterNumber:
    kinds = QgsProcessingParameterNumber.Type
    kind = kinds.Integer if isinstance(usual, int) else kinds.Double
    return QgsProcessingParameterNumber(name, title, kind, usual, False, *ends)
