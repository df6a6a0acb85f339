"""The folder of a run: files at once, lists at the end, however it ends."""

from __future__ import annotations

import csv
import json
import threading
from dataclasses import replace

import pytest
import rasterio

from cbm_chips.core.errors import ReadError, RequestError
from cbm_chips.core.model import Absence
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.geotiff import chip_files as geotiffs
from cbm_chips.core.outputs.kinds.table import OUTPUTS
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE
from cbm_chips.core.outputs.run_folder.background_writer import THREAD_NAME
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Percentiles, shared_limits
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel, pixels
from tests.open_files import held_open

COMPOSITE = ("B08", "B04", "B03")
DATES = [a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34") for day in (5, 8, 10)]
SERIES = Look(composite_of(COMPOSITE), Percentiles(2.0, 98.0))
PER_CHIP = replace(SERIES, is_shared=False)


SMALL = a_grid(size_m=320)


def chips_of_three_dates():
    return [
        a_chip(pixels(("B08", "B04", "B03", "SCL"), SMALL, seed=seed), scene, SMALL)
        for seed, scene in enumerate(DATES)
    ]


def until_cancelled():
    yield a_chip()
    raise KeyboardInterrupt


def write_all(writer, results):
    with writer as run:
        for result in results:
            run.add(a_parcel(), result)


def table_of(folder):
    with (folder / "chips.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_run_leaves_files_by_place_a_manifest_and_a_table(tmp_path):
    with RunWriter(tmp_path) as run:
        for chip in reversed(chips_of_three_dates()):
            run.add(a_parcel(), chip)
        run.add(a_parcel(), a_failed_chip())
        run.add(a_parcel(), a_failed_chip(absence=Absence.EXCLUDED))
    summary = run.finish()
    assert (summary.count, summary.failed, summary.left_out) == (3, 1, 1)
    assert len(summary.files) == 12
    assert all(path.exists() for path in summary.files)
    assert summary.files[0] == tmp_path / "parcel-1" / "20200305T103634_S2A_5.B08.tif"
    assert [entry.label for entry in read_manifest(summary.manifest)] == sorted(
        4 * [scene.label for scene in DATES]
    )
    assert {entry.path for entry in read_manifest(summary.manifest)} == set(summary.files)
    rows = table_of(tmp_path)
    assert [row["state"] for row in rows] == ["chip", "failed", "excluded", "chip", "chip"]
    assert rows[0]["files"].split(";")[0] == "parcel-1/20200305T103634_S2A_5.B08.tif"


@pytest.mark.parametrize(("output", "per_date"), [("bands", 4), ("composite", 1)])
def test_each_kind_writes_its_files(tmp_path, output, per_date):
    with RunWriter(tmp_path, output) as run:
        for chip in chips_of_three_dates():
            run.add(a_parcel(), chip)
    assert len(run.finish().files) == 3 * per_date
    assert all(path.exists() for path in run.finish().files)


def test_a_stretch_of_the_series_is_the_same_for_all_dates(tmp_path):
    chips = chips_of_three_dates()
    with RunWriter(tmp_path, "composite", look=SERIES) as run:
        for chip in chips:
            run.add(a_parcel(), chip)
        assert not list(tmp_path.rglob("*.tif"))
    series = [stack_bands(chip.bands, COMPOSITE, scales=chip.scales) for chip in chips]
    expected = shared_limits(Percentiles(2.0, 98.0), series)
    told = set()
    for path in run.finish().files:
        with rasterio.open(path) as file:
            told.add(file.tags()["LIMITS"])
    assert told == {"_".join(f"{value:.10g}" for pair in expected for value in pair)}
    assert len(run.finish().files) == 3


def test_a_place_can_be_finished_before_the_run(tmp_path):
    first, second = a_parcel("first"), a_parcel("second")
    with RunWriter(tmp_path, "composite", look=SERIES) as run:
        run.add(first, a_chip())
        run.add(second, a_chip())
        run.finish_place(first)
        assert [path.parent.name for path in tmp_path.rglob("*.tif")] == ["first"]
    assert run.finish().count == 2


def test_a_chip_without_a_band_of_the_composite_counts_as_failed(tmp_path):
    for name, look in (("chip", PER_CHIP), ("series", SERIES)):
        with RunWriter(tmp_path / name, "composite", look=look) as run:
            run.add(a_parcel(), a_chip(("B08", "B04"), failures={"B03": "HTTP 503"}))
        assert (run.finish().count, run.finish().failed) == (0, 1)
        assert table_of(tmp_path / name)[0]["failures"] == "B03: HTTP 503"


@pytest.mark.parametrize("output", OUTPUTS)
def test_what_came_before_an_error_is_kept_and_listed(tmp_path, output):
    with pytest.raises(KeyboardInterrupt):
        write_all(RunWriter(tmp_path, output, look=SERIES), until_cancelled())
    listed = [entry.path for entry in read_manifest(tmp_path / "manifest.json")]
    assert listed
    assert all(path.exists() for path in listed)
    assert len(table_of(tmp_path)) == 1


class FailsAt:
    """The product's own writer, which fails at one file."""

    def __init__(self, number):
        self._left = number
        self._backend = geotiffs.tiff_writer()

    def write(self, path, image):
        self._left -= 1
        self._backend.write(path, image)
        if not self._left:
            raise ReadError("disk full")


@pytest.mark.parametrize("look", [PER_CHIP, SERIES])
def test_a_full_disk_ends_the_run_and_lists_what_is_there(tmp_path, monkeypatch, look):
    backend = FailsAt(2)
    monkeypatch.setattr(geotiffs, "tiff_writer", lambda: backend)
    with pytest.raises(WriteError, match="disk full"):
        write_all(RunWriter(tmp_path, "composite", look=look), chips_of_three_dates())
    files = list(tmp_path.rglob("*.tif"))
    assert [entry.path for entry in read_manifest(tmp_path / "manifest.json")] == files
    assert len(files) == 1


class WaitsFor:
    """The product's own writer on a disk that does nothing until told to."""

    def __init__(self):
        self.told = threading.Event()
        self._backend = geotiffs.tiff_writer()

    def write(self, path, image):
        assert self.told.wait(60)
        self._backend.write(path, image)


def test_the_next_chips_are_taken_while_one_is_being_written(tmp_path, monkeypatch):
    disk = WaitsFor()
    monkeypatch.setattr(geotiffs, "tiff_writer", lambda: disk)
    with RunWriter(tmp_path) as run:
        for chip in chips_of_three_dates():
            run.add(a_parcel(), chip)
        assert not list(tmp_path.rglob("*.tif"))
        disk.told.set()
    assert len(run.finish().files) == len(list(tmp_path.rglob("*.tif"))) == 12


def test_a_cancelled_run_still_writes_the_chips_that_wait_for_a_slow_disk(tmp_path, monkeypatch):
    disk = WaitsFor()
    monkeypatch.setattr(geotiffs, "tiff_writer", lambda: disk)

    def cancelled():
        yield from chips_of_three_dates()
        disk.told.set()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(RunWriter(tmp_path), cancelled())
    listed = {entry.path for entry in read_manifest(tmp_path / "manifest.json")}
    assert listed == set(tmp_path.rglob("*.tif"))
    assert len(listed) == 12


def test_the_lists_do_not_depend_on_the_order_of_arrival(tmp_path):
    chips = chips_of_three_dates()
    lists = set()
    for name, order in (("one", chips), ("other", [*chips[1:], chips[0]])):
        write_all(RunWriter(tmp_path / name), order)
        lists.add(tuple((tmp_path / name / f).read_bytes() for f in (MANIFEST, TABLE, PLACES)))
    assert len(lists) == 1


def test_a_folder_that_can_not_be_written_to_is_told_and_all_its_dates_count_as_failed(tmp_path):
    (tmp_path / "parcel-1").write_text("a file, where the folder should be")
    run = RunWriter(tmp_path)
    with pytest.raises(WriteError):
        write_all(run, chips_of_three_dates())
    summary = run.finish()
    assert (summary.count, summary.failed, summary.files) == (0, len(table_of(tmp_path)), ())
    assert summary.failed >= 1


def test_no_thread_outlives_its_run(tmp_path, new_threads):
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "parcel-1").touch()
    write_all(RunWriter(tmp_path / "good"), chips_of_three_dates())
    with pytest.raises(WriteError):
        write_all(RunWriter(tmp_path / "bad"), chips_of_three_dates())
    assert not new_threads.alive(THREAD_NAME)


def test_places_whose_names_collide_get_folders_of_their_own(tmp_path):
    labels = ["a/b", "a:b", "A b"]
    with RunWriter(tmp_path) as run:
        for label in labels:
            run.add(a_parcel(label), a_chip(("B04",)))
        run.add(a_parcel("a:b"), a_chip(("B08",), scene=DATES[1]))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == [
        "A_b-3",
        "a_b",
        "a_b-2",
    ]
    assert len(list((tmp_path / "a_b-2").iterdir())) == 2


def test_an_empty_run_still_leaves_its_lists(tmp_path):
    with RunWriter(tmp_path / "run") as run:
        pass
    assert json.loads(run.finish().manifest.read_text()) == {"dates": [], "chips": []}
    assert table_of(tmp_path / "run") == []
    assert (run.finish().count, run.finish().failed) == (0, 0)


def test_unknown_kinds_are_refused_before_anything_happens(tmp_path):
    with pytest.raises(RequestError, match="composite"):
        RunWriter(tmp_path, "png")


@pytest.mark.parametrize(("output", "look"), [("bands", None), ("composite", SERIES)])
class TestAFileThatAProgramHasOpen:
    def test_costs_its_date_and_says_so_while_the_others_are_written(self, tmp_path, output, look):
        first, *others = chips_of_three_dates()
        run = RunWriter(tmp_path, output, look=look)
        write_all(run, chips_of_three_dates())
        held = [path for path in run.finish().files if "20200305" in path.name]
        for path in held:
            path.write_bytes(b"something else")

        again = RunWriter(tmp_path, output, look=look)
        with held_open(*held):
            write_all(again, chips_of_three_dates())

        summary = again.finish()
        assert (summary.count, summary.failed) == (len(others), 1)
        (problem,) = summary.problems
        assert problem.startswith(f"{first.scene.label}: {held[0].name} could not be replaced")
        states = {row["date"]: (row["state"], row["reason"][:5]) for row in table_of(tmp_path)}
        assert states[first.scene.label] == ("failed", held[0].name[:5])
        assert [state for state, _ in states.values()].count("chip") == len(others)
        listed = [entry.label for entry in read_manifest(summary.manifest)]
        assert first.scene.label not in listed

    def test_is_left_alone_by_a_run_that_writes_the_same(self, tmp_path, output, look):
        run = RunWriter(tmp_path, output, look=look)
        write_all(run, chips_of_three_dates())

        again = RunWriter(tmp_path, output, look=look)
        with held_open(*run.finish().files):
            write_all(again, chips_of_three_dates())

        assert again.finish().files == run.finish().files
        assert (again.finish().count, again.finish().problems) == (3, ())


def test_the_manifest_says_how_the_run_is_made_again(tmp_path):
    repeat = {"python": "places = []\n", "rest": ["https://example.com/query/x?a=b"]}
    with RunWriter(tmp_path, repeat=repeat) as run:
        run.add(a_parcel(), a_chip())

    content = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))

    assert list(content) == ["dates", "chips", "repeat"]
    assert content["repeat"] == repeat
    assert {entry.path for entry in read_manifest(tmp_path / MANIFEST)} == set(run.finish().files)
