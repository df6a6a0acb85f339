"""A table of parcels' series that is read: what it must have, and what of it can't be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsProcessingFeedback

from ...bridge.texts.translation import tr, tr_count
from ...core.errors import RequestError

INPUT = "INPUT"


def check_columns(table: str, columns: Sequence[str]) -> None:
    """A table has dates and means.

    Raises:
        RequestError: field `INPUT`.
    """
    from ...core.series.making.from_table import TIMES, names_in

    if not names_in(columns) or not set(TIMES) & set(columns):
        allowed = tr(
            "a table with a column {times} and means such as {mean}, as 'Time series of all "
            "parcels' makes it"
        ).format(times=" / ".join(TIMES), mean="NDVI_mean")
        raise RequestError(INPUT, table, allowed)


def tell_undated(
    rows: Mapping[str, Sequence[Mapping[str, object]]], feedback: QgsProcessingFeedback
) -> None:
    """Warn of rows that can be no mark in the plot, with the reasons that they state."""
    from ...core.series.making.from_table import undated

    for parcel, some in rows.items():
        left_out = undated(some)
        if left_out:
            words = tr_count(
                "{parcel}: {count} rows have no date that can be read and are not in the plot.",
                len(left_out),
                parcel=parcel,
            )
            reasons = dict.fromkeys(str(row.get("reason") or "") for row in left_out)
            feedback.pushWarning(" ".join(filter(None, (words, "; ".join(filter(None, reasons))))))
