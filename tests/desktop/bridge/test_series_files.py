"""The table of a series takes the place of the one of before, or lies beside it."""

from __future__ import annotations

import os
from pathlib import Path

from tests.open_files import held_open


def test_a_table_that_a_program_has_open_stays_and_the_new_one_gets_a_number(
    qgis_app: object, tmp_path: Path
) -> None:
    from cbm_chips.bridge.tasks.series_files import SeriesPaths

    first = SeriesPaths.of(tmp_path, "parcels", "asked")
    first.part.write_bytes(b"until June")
    table = first.complete("asked")

    again = SeriesPaths.of(tmp_path, "parcels", "asked")
    assert again.earlier == table
    again.begin()
    again.part.write_bytes(b"until July")
    with held_open(table):
        newer = again.complete("asked")

    assert (table.read_bytes(), newer.read_bytes()) == (b"until June", b"until July")
    assert SeriesPaths.of(tmp_path, "parcels", "asked").earlier == newer

    later = SeriesPaths.of(tmp_path, "parcels", "asked")
    later.begin()
    assert later.complete("asked") == table
    assert sorted(path.name for path in tmp_path.iterdir()) == ["parcels.gpkg", "parcels.gpkg.json"]


def test_a_series_goes_on_from_its_last_table_whatever_the_files_times_say(
    qgis_app: object, tmp_path: Path
) -> None:
    from cbm_chips.bridge.tasks.series_files import SeriesPaths

    def written(content: bytes) -> Path:
        run = SeriesPaths.of(tmp_path, "parcels", "asked")
        run.part.write_bytes(content)
        return run.complete("asked")

    table = written(b"until June")
    with held_open(table):
        beside = written(b"until July")
    with held_open(beside):
        assert written(b"until June") == table  # equal: it keeps its time
    os.utime(table, (1_000_000_000,) * 2)

    assert SeriesPaths.of(tmp_path, "parcels", "asked").earlier == table
