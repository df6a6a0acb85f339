"""Kinds of output: a file and a row of the table is all that one needs."""

from __future__ import annotations

import pytest

from cbm_chips.core.outputs.geotiff.chip_files import write_index
from cbm_chips.core.outputs.html.from_run_folder import RunContents
from cbm_chips.core.outputs.kinds.kind import Asks, AtOnce, LayerStyle, OutputKind
from cbm_chips.core.outputs.kinds.table import OUTPUTS, is_picture, style_of
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.indices import INDICES
from tests.chips import a_chip, a_parcel


def contents_of(run):
    return {path.stem.rpartition(".")[2] for path in run.finish().files}


def a_run(folder, kind):
    with RunWriter(folder, kind) as run:
        run.add(a_parcel(), a_chip())
    return run


@pytest.mark.parametrize("name", OUTPUTS)
def test_each_kind_knows_its_own_files_and_no_other_kind_does(tmp_path, name):
    contents = contents_of(a_run(tmp_path, name))
    assert contents
    for content in contents:
        assert [row.name for row in OUTPUTS.values() if row.style_of(content)] == [name]


def test_no_two_kinds_share_an_algorithm():
    assert len({row.algorithm for row in OUTPUTS.values()}) == len(OUTPUTS)


@pytest.mark.parametrize(
    ("content", "style"),
    [
        ("B08", LayerStyle.GREY),
        ("SCL", LayerStyle.CLASSES),
        ("B08_B04_B03", LayerStyle.RGBA),
        ("NDVI", LayerStyle.GREY),
        ("B08_SCL_B03", LayerStyle.GREY),
    ],
)
def test_a_file_is_shown_by_what_it_holds(content, style):
    assert style_of(content) is style
    assert is_picture(content) == (style is LayerStyle.RGBA)


def test_a_run_can_be_shown_by_the_names_of_its_files(tmp_path):
    a_run(tmp_path / "bands", "bands")
    a_run(tmp_path / "pictures", "composite")
    bands = RunContents.of(read_run(tmp_path / "bands"))
    assert (bands.bands, bands.pictures) == ({"B08", "B04", "B03", "B11", "SCL"}, ())
    pictures = RunContents.of(read_run(tmp_path / "pictures"))
    assert (pictures.bands, pictures.pictures) == (frozenset(), (("B08", "B04", "B03"),))


def test_a_row_is_all_that_a_new_kind_needs(tmp_path, monkeypatch):
    ndvi = INDICES["NDVI"]
    row = OutputKind(
        "ndvi",
        algorithm="ndvichips",
        title="Extract NDVI",
        help="One GeoTIFF per date.",
        asks=Asks.BANDS,
        start=lambda look: AtOnce(lambda job: [write_index(job.chip, job.folder, ndvi)]),
        style_of=lambda content: LayerStyle.GREY if content == ndvi.name else None,
    )
    monkeypatch.setitem(OUTPUTS, row.name, row)
    assert contents_of(a_run(tmp_path, "ndvi")) == {"NDVI"}
    assert style_of("NDVI") is LayerStyle.GREY
    (place,) = read_run(tmp_path)
    assert list(place.dates[0].files) == ["NDVI"]
