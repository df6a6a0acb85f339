"""What can't be is refused before anything runs, in words that name the parameter as QGIS does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desktop.running import CENTRE, JUNE, memory_layer, refusal, run, unchecked

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")

CHIPS = ("rawchips", "compositechips", "cloudflags")
WITH_SOURCE = (*CHIPS, "parcelatlocation", "servicetimeseries")
SERVICE = {"AOI": "ms", "YEAR": "2020", "PID": "1"}

SIZE = "Edge of the chip in metres (SIZE): "
BANDS = "Bands, separated by commas (BANDS): "
CLOUD = "Most clouds in the whole scene, per cent (MAX_SCENE_CLOUD): "
POINT = "Place, as the centre of the chip (POINT): "
TRIPLE = "Bands for red, green and blue (BANDS): "
LUT = "Look-up table (LUT): "
CLASSES = "SCL classes that spoil a pixel (BAD_CLASSES): "
TOLERANCE = "Bad pixels a clear date may have, per cent (TOLERANCE_PCT): "
PARCELS = "Parcels (PARCELS): "
FIELD = "Field with the parcels' names (ID_FIELD): "
EITHER = "One of “Place, as the centre of the chip (POINT)” and “Parcels (PARCELS)” is needed"
FOLDER = "Folder for the chips (OUTPUT): "


class TestRefusals:
    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"SIZE": 1290}, f"{SIZE}1290 is not possible; allowed: a multiple of 20"),
            ({"SIZE": "5140"}, f"{SIZE}5140 is not possible"),
            ({"START": "2022-07-01"}, "Last day (END): '2022-06-30' is not possible"),
            ({"START": "yesterday"}, "First day (START): 'yesterday' is not possible"),
            ({"START": "2014-01-01"}, "First day (START): '2014-01-01' is not possible"),
            ({"BANDS": "B8"}, f"{BANDS}'B8' is not possible"),
            ({"BANDS": "B08,B99"}, f"{BANDS}'B99' is not possible"),
            ({"BANDS": ""}, f"{BANDS}() is not possible"),
            ({"MAX_SCENE_CLOUD": 101}, f"{CLOUD}101 is not possible"),
            ({"LEVEL": "LEVEL1C"}, f"{BANDS}'SCL' is not possible; allowed: for LEVEL1C"),
            ({"SOURCE": "google"}, "Source (SOURCE): "),
            ({"SOURCE": "google"}, "'google' is not possible"),
            ({"POINT": None}, EITHER),
            ({"PARCELS": "x.gpkg"}, EITHER),
            ({"POINT": "somewhere"}, f"{POINT}'somewhere' is not possible"),
            ({"POINT": "200,10"}, f"{POINT}200 is not possible"),
        ],
    )
    def test_name_the_parameter(self, tmp_path: Path, wrong: dict[str, Any], words: str) -> None:
        given = {"SOURCE": "earth-search", **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal("rawchips", given) == ""
        assert words in refusal("rawchips", {**given, **wrong})

    @pytest.mark.parametrize(
        ("algorithm", "wrong", "words"),
        [
            ("compositechips", {"BANDS": "B08_SCL_B03"}, f"{TRIPLE}'B08_SCL_B03' is not possible"),
            ("compositechips", {"LUT": "95_5"}, LUT),
            ("cloudflags", {"BAD_CLASSES": "clouds"}, f"{CLASSES}'clouds' is not possible"),
            ("cloudflags", {"BAD_CLASSES": "0,12"}, CLASSES),
            ("cloudflags", {"TOLERANCE_PCT": 101}, TOLERANCE),
        ],
    )
    def test_name_the_parameter_elsewhere(
        self, tmp_path: Path, algorithm: str, wrong: dict[str, Any], words: str
    ) -> None:
        given = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path)}

        assert refusal(algorithm, {**given, **wrong}).startswith(words)


def made(kind: str, crs: str = "EPSG:4326", wkt: str = "") -> Any:
    """A layer of one feature, or of none."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?field=name:string", "made", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs))
    if wkt or kind == "None":
        feature = QgsFeature(layer.fields())
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


SQUARE = "Polygon((5.66 52.69, 5.67 52.69, 5.67 52.70, 5.66 52.69))"
WRONG_LAYERS: dict[str, tuple[tuple[str, ...], str]] = {
    "points": (("Point", "EPSG:4326", "Point(5.66 52.69)"), "allowed: a layer of polygons"),
    "lines": (("LineString", "EPSG:4326", "LineString(5 52, 6 53)"), "a layer of polygons"),
    "without geometry": (("None",), "allowed: a layer of polygons"),
    "empty": (("Polygon",), "with at least one polygon"),
    "without CRS": (("Polygon", "", SQUARE), "set the layer's CRS first"),
}


class TestALayerThatCantBeUsed:
    @pytest.mark.parametrize("kind", WRONG_LAYERS)
    def test_is_refused_in_words(self, tmp_path: Path, kind: str) -> None:
        layer, words = WRONG_LAYERS[kind]
        for algorithm in CHIPS:
            given = {"PARCELS": made(*layer), **JUNE, "OUTPUT": str(tmp_path / "o")}
            told = refusal(algorithm, given)

            assert told.startswith(PARCELS)
            assert words in told

    def test_as_a_raster_or_a_file_that_is_none(self, tmp_path: Path, sample_archive: Path) -> None:
        raster = next(sample_archive.parent.rglob("*.tif"))
        for path in (raster, tmp_path / "nowhere.gpkg"):
            for algorithm in CHIPS:
                given = {"PARCELS": str(path), **JUNE, "OUTPUT": str(tmp_path / "o")}
                assert refusal(algorithm, given).startswith(PARCELS)

    def test_as_it_lacks_the_field(self, tmp_path: Path) -> None:
        layer = memory_layer("EPSG:4326", a=SQUARE)
        for algorithm in CHIPS:
            given = {"PARCELS": layer, "ID_FIELD": "nr", **JUNE, "OUTPUT": str(tmp_path / "o")}
            told = refusal(algorithm, given)

            assert told.startswith(f"{FIELD}'nr' is not possible")
            assert told.endswith("one of the layer's fields: name")

    @pytest.mark.parametrize("kind", WRONG_LAYERS)
    def test_ends_a_run_that_nobody_checked(self, kind: str, sample_archive: Path) -> None:
        """As a model runs its steps."""
        layer, words = WRONG_LAYERS[kind]
        given = {"SOURCE": str(sample_archive), "PARCELS": made(*layer), **JUNE}

        told = unchecked("cloudflags", {**given, "OUTPUT": "memory:"})

        assert told.startswith(PARCELS)
        assert words in told


class TestALogin:
    @pytest.mark.parametrize(
        "address",
        [
            "https://me:hush@x.example/v1",
            "cbm+https://me:hush@x.example/v1",
            "https://hush@x.example/v1",
            "https://me:hu/hush@x.example/v1",
            "https://me:hu?hush@x.example/v1",
            "https://me:hu#hush@x.example/v1",
            "HTTPS://me:hush@x.example:8080/v1",
            "https://x.example/v1?token=hush",
            "https://x.example/v1?a=b&api_key=hush",
            "https://x.example/v1?subscription-key=hush",
            "https://x.example/v1?user=me&pass=hush",
            "https://x.example/v1?a=b&pw=hush",
            "https://x.example/v1?client_credentials=hush",
            "https://x.example/v1?jwt=hush",
            "https://x.example/v1#token=hush",
            "https://x.example/v1;token=hush",
            "me:hush@x.example/v1",
            "//me:hush@x.example/v1",
        ],
    )
    def test_in_an_address_is_refused_and_never_said(self, address: str) -> None:
        for algorithm in WITH_SOURCE:
            given = {**CENTRE, **JUNE, **SERVICE, "SOURCE": address, "OUTPUT": "memory:"}
            told = refusal(algorithm, given)

            assert " (SOURCE): " in told
            assert "AUTH (Login)" in told
            assert "hush" not in told

    @pytest.mark.parametrize(
        "address",
        [
            "https://x.example:8080/v1/a@b",
            "https://x.example/v1?mail=a@b.example",
            "https://x.example/c.json?sv=1&se=2&sig=abc",
            "https://x.example/v1?collection=keys",
            "https://x.example/v1#a@b",
        ],
    )
    def test_is_not_seen_where_there_is_none(self, tmp_path: Path, address: str) -> None:
        given = {"SOURCE": address, **CENTRE, **JUNE, "OUTPUT": str(tmp_path)}
        assert refusal("rawchips", given) == ""

    @pytest.mark.parametrize(
        "path",
        ["C:/me@work/catalog.json", r"C:\me@work", "/home/a@b:c", "a/b:c@d", "file:///a:b@c"],
    )
    def test_is_in_no_path(self, path: str) -> None:
        from cbm_chips.bridge.sources.providers import refuse_login

        refuse_login(path)

    def test_that_qgis_does_not_know_is_refused(self) -> None:
        source = {"SOURCE": "cbm+https://x.example", "AUTH": "nothere"}
        for algorithm in WITH_SOURCE:
            given = {**CENTRE, **JUNE, **SERVICE, **source, "OUTPUT": "memory:"}
            told = refusal(algorithm, given)
            assert told.startswith("Login (AUTH): 'nothere' is not possible")


class TestAFolder:
    def test_that_is_a_file_or_below_one_is_refused(self, tmp_path: Path) -> None:
        file = tmp_path / "file"
        file.write_text("")
        for folder in (file, file / "run"):
            for algorithm in ("rawchips", "compositechips"):
                told = refusal(algorithm, {**CENTRE, **JUNE, "OUTPUT": str(folder)})
                assert told.startswith(FOLDER)
                assert f"{file} is a file" in told

    def test_that_is_a_file_is_refused_by_all_that_write_into_one(self, tmp_path: Path) -> None:
        from qgis.core import QgsApplication, QgsProcessingParameterFolderDestination

        file = tmp_path / "file"
        file.write_text("")
        ours = QgsApplication.processingRegistry().providerById("cbmchips").algorithms()
        asked = {
            (algorithm.name(), one.name()): refusal(algorithm.name(), {one.name(): str(file)})
            for algorithm in ours
            for one in algorithm.parameterDefinitions()
            if isinstance(one, QgsProcessingParameterFolderDestination)
        }
        assert {("evidence", "OUTPUT"), ("matchup", "CHIPS")} < asked.keys()
        assert [key for key, told in asked.items() if f"{file} is a file" not in told] == []

    def test_of_nobodys_home_is_a_name_as_any_other(self, tmp_path: Path) -> None:
        given = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path / "x")}
        assert refusal("rawchips", {**given, "OUTPUT": "~nobody-at-all/x"}) == refusal(
            "rawchips", given
        )

    def test_that_is_no_run_is_refused_by_the_sheet(self, tmp_path: Path) -> None:
        from qgis.core import QgsProcessingException

        given = {"INPUT": str(tmp_path), "OUTPUT": str(tmp_path / "sheet.html")}
        with pytest.raises(QgsProcessingException, match=r"Folder of a run \(INPUT\): "):
            run("chipsheet", given)


def test_the_password_of_a_layer_that_can_not_be_opened_is_never_said(tmp_path: Path) -> None:
    layer = "dbname='x' host=127.0.0.1 port=9 user='me' password='hush' table=\"p\" (geom)"
    given = {**JUNE, "PARCELS": layer, "OUTPUT": str(tmp_path)}
    told = refusal("rawchips", given)
    assert told.startswith(PARCELS)
    assert "hush" not in told


def test_a_fault_of_ours_is_told_as_one_and_its_traceback_goes_to_the_log(
    sample_archive: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from qgis.core import QgsProcessingException

    from cbm_chips.processing.algorithms.cloud_flags import CloudFlags

    def fail(*_: object) -> None:
        raise KeyError("something")

    monkeypatch.setattr(CloudFlags, "work", fail)
    given = {"SOURCE": str(sample_archive), **CENTRE, **JUNE, "OUTPUT": "memory:"}

    with pytest.raises(QgsProcessingException, match=r"A fault of the plugin \(KeyError\)"):
        run("cloudflags", given)
    assert "KeyError: 'something'" in caplog.text
