"""What a table of parcels says of a date is told with the point, whatever else is odd about it."""

from __future__ import annotations

import pytest

from cbm_chips.core.series.making.from_table import series_of_table
from cbm_chips.core.series.values import PointState

MEANS = {1: 0.7, 6: 0.4, 11: 0.72}
OFFSET = "offset uncertain: too few pixels to tell"


def rows_of(**columns):
    """Three clear days, on the second of which NDVI dips."""
    return [
        {"date": f"2020-03-{day:02}", "flag": "clear", "scene_id": f"scene-{day}"}
        | {"NDVI_mean": mean, "NDVI_count": 9, "reason": OFFSET if day == 6 else None}
        | {name: values[number] for name, values in columns.items()}
        for number, (day, mean) in enumerate(MEANS.items())
    ]


@pytest.mark.parametrize(
    ("columns", "state", "why"),
    [
        ({}, PointState.SUSPECT, "NDVI is more than 0.2 lower"),
        ({"suspect": (0, 1, 0)}, PointState.SUSPECT, "NDVI is more than 0.2 lower"),
        ({"suspect": (0, 0, 0), "doubtful": (0, 1, 0)}, PointState.DOUBTFUL, "likely cloudy"),
    ],
    ids=["a dip", "a dip by the table", "doubtful"],
)
def test_why_a_date_is_odd_is_told_beside_its_uncertain_offset(columns, state, why):
    (series,) = series_of_table(rows_of(**columns), ["NDVI"])

    point = series.points[1]
    assert point.state is state
    assert point.reason.startswith(f"{OFFSET}; ")
    assert why in point.reason
