"""The algorithms against a CbM server: chips as from a catalogue, parcels, time series."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import (
    BLOCK,
    PARCEL,
    stored_login,
    tells_a_secret,
    with_login,
)
from tests.desktop.running import (
    CENTRE,
    JUNE,
    feedback_class,
    refusal,
    rows_of,
    run,
    unchecked,
)
from tests.desktop.window import PATIENCE_S, SLOW_S
from tests.servers.process import ServerProcess

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")

MS = {"AOI": "ms", "YEAR": "2020"}
ONE = "One of “A point in the parcel (POINT)” and “Id of the parcel (PID)” is needed"


@pytest.fixture
def source(server: ServerProcess) -> dict[str, str]:
    return {"SOURCE": f"cbm+{server.url}", "AUTH": stored_login()}


def features_of(results: dict[str, Any]) -> list[Any]:
    return list(results["OUTPUT"].getFeatures())


class TestChips:
    def test_come_as_from_a_catalogue(
        self, source: dict[str, str], sample_archive: Path, tmp_path: Path
    ) -> None:
        import rasterio

        given = {**CENTRE, **JUNE, "BANDS": "B08,SCL"}
        results = run("rawchips", {**given, **source, "OUTPUT": str(tmp_path / "cbm")})
        run("rawchips", {**given, "SOURCE": str(sample_archive), "OUTPUT": str(tmp_path / "stac")})

        assert (results["COUNT"], results["FAILED"]) == (4, 0)
        ours, theirs = (
            {file.name[:8] + file.name[-8:]: file for file in (tmp_path / name).rglob("*.tif")}
            for name in ("cbm", "stac")
        )
        assert sorted(ours) == sorted(theirs)
        assert len(ours) == 8
        for name, file in ours.items():
            with rasterio.open(file) as one, rasterio.open(theirs[name]) as other:
                assert one.transform == other.transform
                assert (one.read() == other.read()).all()

    def test_composites_come_too(self, source: dict[str, str], tmp_path: Path) -> None:
        given = {**source, **CENTRE, **JUNE, "CLEAR_ONLY": True, "OUTPUT": str(tmp_path / "run")}
        results = run("compositechips", given)
        assert results["COUNT"] == 2
        assert json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))["chips"]

    def test_flags_of_a_parcel_the_server_found(
        self, source: dict[str, str], tmp_path: Path
    ) -> None:
        parcel = run("parcelatlocation", {**source, **MS, "PID": PARCEL, "OUTPUT": "memory:"})
        given = {**source, "PARCELS": parcel["OUTPUT"], "ID_FIELD": "pid", **JUNE}

        run("cloudflags", {**given, "OUTPUT": str(tmp_path / "flags.csv")})

        rows = rows_of(str(tmp_path / "flags.csv"))
        assert [row["parcel"] for row in rows] == [PARCEL] * 4
        assert [row["flag"] for row in rows] == ["cloudy", "clear", "clear", "cloudy"]
        assert {row["total_px"] for row in rows} == {"187"}

    def test_a_login_gets_into_no_file_and_no_word(
        self, source: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "cache"))
        feedback = feedback_class()()
        given = {**source, **CENTRE, **JUNE, "BANDS": "SCL"}

        results = run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")}, feedback)

        assert results["COUNT"] == 4
        assert tells_a_secret(tmp_path) == []
        told = [*feedback.infos, *(text for text, _ in feedback.errors)]
        assert told
        assert "secret" not in "\n".join(told)

    def test_a_login_in_the_address_is_refused_even_if_nobody_checked(
        self, server: ServerProcess
    ) -> None:
        given = {"SOURCE": with_login(server.url), **CENTRE, **JUNE, "OUTPUT": "memory:"}
        assert "choose the login under AUTH" in unchecked("cloudflags", given)
        assert server.stats()["requests"] == 0

    @pytest.mark.parametrize(
        "typed", ["https://me:secret@x", "me:secret@x", "cbm+ftp://me:secret@x"]
    )
    def test_a_login_in_a_wrong_address_is_not_quoted(self, typed: str) -> None:
        given = {"SOURCE": typed, **CENTRE, **MS, "OUTPUT": "memory:"}
        told = refusal("parcelatlocation", given)
        assert told.startswith("CbM server")
        assert "secret" not in told

    def test_a_wrong_login_ends_the_run(self, source: dict[str, str], tmp_path: Path) -> None:
        from qgis.core import QgsProcessingException

        given = {**source, "AUTH": stored_login(word="no"), **CENTRE, **JUNE}
        with pytest.raises(QgsProcessingException, match="refused the login"):
            run("cloudflags", {**given, "OUTPUT": str(tmp_path / "flags.csv")})
        assert not (tmp_path / "flags.csv").exists()


class TestParcels:
    def test_at_a_point_have_crop_and_area(self, source: dict[str, str]) -> None:
        results = run("parcelatlocation", {**source, **CENTRE, **MS, "OUTPUT": "memory:"})

        (feature,) = features_of(results)
        assert feature.attributes() == [PARCEL, "Grassland, permanent", "265", 74800.0]
        assert feature.geometry().constGet().wktTypeStr() == "MultiPolygon"
        assert results["OUTPUT"].crs().authid() == "EPSG:4326"
        assert results["COUNT"] == 1

    def test_may_be_several(self, source: dict[str, str]) -> None:
        given = {**source, **CENTRE, **MS, "PTYPE": "b", "OUTPUT": "memory:"}
        results = run("parcelatlocation", given)
        assert [one["pid"] for one in features_of(results)] == [f"b{PARCEL}", BLOCK]

    @pytest.mark.parametrize("where", [{"POINT": "5.680,52.710"}, {"PID": "77"}])
    def test_may_be_none(self, source: dict[str, str], where: dict[str, str]) -> None:
        feedback = feedback_class()()
        results = run("parcelatlocation", {**source, **where, **MS, "OUTPUT": "memory:"}, feedback)
        assert features_of(results) == []
        assert results["OUTPUT"].fields().names() == ["pid", "cropname", "cropcode", "area_m2"]
        assert "There is no parcel." in feedback.infos

    def test_are_found_by_a_point_in_any_crs(self, source: dict[str, str]) -> None:
        given = {**source, "POINT": "680132,5841468 [EPSG:32631]", **MS, "OUTPUT": "memory:"}
        assert features_of(run("parcelatlocation", given))[0]["pid"] == PARCEL

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            (
                {"SOURCE": "earth-search"},
                "CbM server (SOURCE): ",
            ),
            ({"SOURCE": "cbm+ftp://x"}, "CbM server"),
            ({"AOI": ""}, "Area (AOI): '' is not possible"),
            ({"YEAR": "20'20"}, "Year of the parcels (YEAR)"),
            ({"PTYPE": "b;c"}, "Type of the parcels (PTYPE)"),
            ({"POINT": None}, ONE),
            ({"PID": "1"}, ONE),
            ({"POINT": None, "PID": "1 or 1"}, "Id of the parcel (PID)"),
            ({"POINT": "somewhere"}, "A point in the parcel (POINT): 'somewhere' is not possible"),
        ],
    )
    def test_wrong_parameters_are_named(self, wrong: dict[str, Any], words: str) -> None:
        given = {"SOURCE": "cbm+https://x.example", **CENTRE, **MS, "OUTPUT": "memory:"}
        assert refusal("parcelatlocation", given) == ""
        assert refusal("parcelatlocation", {**given, **wrong}).startswith(words)

    def test_a_login_without_a_right_ends_it(self, source: dict[str, str]) -> None:
        from qgis.core import QgsProcessingException

        given = {**source, **CENTRE, **MS, "AOI": "pt", "OUTPUT": "memory:"}
        with pytest.raises(QgsProcessingException, match="no right to this area"):
            run("parcelatlocation", given)


class TestTimeSeries:
    def test_is_a_table_of_numbers(self, source: dict[str, str]) -> None:
        given = {**source, **MS, "PID": PARCEL, "OUTPUT": "memory:"}
        results = run("servicetimeseries", given)

        rows = features_of(results)
        assert results["COUNT"] == len(rows) == 228
        assert rows[0]["acquired"] == "2021-11-08T10:40:41Z"
        assert rows[0]["band"] == "B02"
        assert isinstance(rows[0]["mean"], float)
        assert rows[0]["hist"] == "4:187"
        assert not results["OUTPUT"].isSpatial()

    def test_of_every_kind(self, source: dict[str, str], tmp_path: Path) -> None:
        for kind, count in (("bs", 120), ("c6", 120), ("scl", 36)):
            output = str(tmp_path / f"{kind}.csv")
            given = {**source, **MS, "PID": PARCEL, "KIND": kind, "OUTPUT": output}
            assert run("servicetimeseries", given)["COUNT"] == len(rows_of(output)) == count

    def test_of_an_unknown_parcel_is_empty(self, source: dict[str, str]) -> None:
        given = {**source, **MS, "PID": "77", "OUTPUT": "memory:"}
        assert run("servicetimeseries", given)["COUNT"] == 0

    def test_is_given_up_at_once(self, source: dict[str, str], server: ServerProcess) -> None:
        from qgis.core import QgsProcessingException

        server.switch(latency=SLOW_S)
        feedback = feedback_class()()
        ends: list[float] = []

        def cancel_soon() -> None:
            while not server.stats()["queries"]:
                time.sleep(0.05)
            ends.append(time.monotonic())
            feedback.cancel()

        canceller = threading.Thread(target=cancel_soon, daemon=True)
        canceller.start()
        with pytest.raises(QgsProcessingException, match="Cancelled"):
            run("servicetimeseries", {**source, **MS, "PID": PARCEL, "OUTPUT": "memory:"}, feedback)
        canceller.join()
        assert time.monotonic() - ends[0] < PATIENCE_S
