"""QGIS's settings, proxies, logins and geometries as core takes them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.sentinel2.scl import CloudRule


@pytest.fixture
def stored() -> Iterator[Any]:
    """QGIS's settings, as they were before afterwards."""
    from qgis.core import QgsSettings

    settings = QgsSettings()
    before = {key: settings.value(key) for key in settings.allKeys()}
    yield settings
    for key in settings.allKeys():
        if key not in before:
            settings.remove(key)


class TestSettings:
    def test_come_back_as_they_were_saved(self, stored: Any) -> None:
        from cbm_chips.bridge.settings import Settings, load, save

        settings = Settings("/chips", "/cache", 7, frozenset({8, 9}), 2.5, frozenset({8, 9}), 3)
        save(settings)
        stored.sync()

        assert load() == settings
        assert all(
            key.startswith("cbm_chips/") for key in stored.allKeys() if "tolerance_pct" in key
        )

    @pytest.mark.parametrize(
        ("name", "text"),
        [("threads", "0"), ("threads", "many"), ("bad_classes", "12"), ("tolerance_pct", "-1")],
    )
    def test_fall_back_to_the_default_when_unreadable(
        self, stored: Any, name: str, text: str
    ) -> None:
        from cbm_chips.bridge.settings import Settings, load

        stored.setValue(f"cbm_chips/{name}", text)

        assert load() == Settings()

    def test_keep_the_cache_in_the_profile(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from qgis.core import QgsApplication

        from cbm_chips.bridge.settings import Settings

        profile = Path(QgsApplication.qgisSettingsDirPath())
        assert Settings().cache_path == profile / "cbm_chips_cache"
        assert Settings(cache_folder="/x").cache_path == Path("/x")
        monkeypatch.setenv("CBM_CHIPS_CACHE", "/y")
        assert Settings(cache_folder="/x").cache_path == Path("/y")

    def test_say_what_is_clear(self) -> None:
        from cbm_chips.bridge.settings import Settings

        assert Settings().rule == CloudRule()


class TestNetwork:
    def test_follows_qgis(self, stored: Any) -> None:
        from qgis.core import QgsNetworkAccessManager

        from cbm_chips.bridge.network import qgis_network

        assert qgis_network().proxy_url is None
        for key, value in {
            "proxyEnabled": True,
            "proxyType": "HttpProxy",
            "proxyHost": "proxy.example",
            "proxyPort": "3128",
            "proxyUser": "ann",
            "proxyPassword": "hush",
            "noProxyUrls": ["http://intra.example/maps", "https://127.0.0.1"],
        }.items():
            stored.setValue(f"proxy/{key}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        try:
            network = qgis_network()
        finally:
            stored.setValue("proxy/proxyEnabled", False)
            QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

        assert network.proxy_url == "http://proxy.example:3128"
        assert network.proxy_userpwd == "ann:hush"
        assert network.no_proxy == "intra.example,127.0.0.1"
        assert network.read_timeout_s == QgsNetworkAccessManager.timeout() / 1000
        assert network.connect_timeout_s <= 10


class TestCredentials:
    @pytest.fixture
    def store(self, stored: Any) -> Any:
        from qgis.core import QgsApplication, QgsAuthMethodConfig

        manager = QgsApplication.authManager()
        assert manager.setMasterPassword("for this test", True)

        def keep(**values: str) -> str:
            config = QgsAuthMethodConfig("Basic")
            config.setName("login")
            for name, value in values.items():
                config.setConfig(name, value)
            assert manager.storeAuthenticationConfig(config)
            return config.id()

        return keep

    def test_are_headers(self, store: Any) -> None:
        from cbm_chips.bridge.network import credentials

        authcfg = store(username="ann", password="hush", realm="")

        assert credentials(authcfg) == {"Authorization": "Basic YW5uOmh1c2g="}

    def test_are_keys_for_the_realm_s3(self, store: Any) -> None:
        from cbm_chips.bridge.network import credentials

        authcfg = store(username="key", password="word", realm="s3")

        assert credentials(authcfg) == {
            "AWS_ACCESS_KEY_ID": "key",
            "AWS_SECRET_ACCESS_KEY": "word",
        }

    def test_need_an_existing_configuration(self) -> None:
        from cbm_chips.bridge.network import credentials

        assert credentials("") is None
        with pytest.raises(RequestError, match="AUTH: 'abcdefg'"):
            credentials("abcdefg")


class TestGeometry:
    @staticmethod
    def way(crs: str = "EPSG:4326") -> Any:
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

        from cbm_chips.bridge.parcels.geometry import ToWgs84

        return ToWgs84(QgsCoordinateReferenceSystem(crs), QgsCoordinateTransformContext())

    @staticmethod
    def outline(way: Any, wkt: str) -> Any:
        from qgis.core import QgsGeometry

        return way.outline(QgsGeometry.fromWkt(wkt))

    def test_outlines_are_transformed_as_x_y(self) -> None:
        from pyproj import Transformer

        square = "((680000 5840000, 680100 5840000, 680100 5840100, 680000 5840000))"
        outline = self.outline(self.way("EPSG:32631"), f"POLYGON{square}")

        to_utm = Transformer.from_crs(4326, 32631, always_xy=True).transform
        back = [to_utm(*point) for point in outline.exterior.coords]
        assert back[0] == pytest.approx((680000, 5840000), abs=1e-3)

    @pytest.mark.parametrize(
        ("wkt", "area"),
        [
            ("POLYGON Z((0 0 9, 2 0 9, 2 2 9, 0 2 9, 0 0 9))", 4),
            ("MULTIPOLYGON(((0 0, 1 0, 1 1, 0 1, 0 0)), ((2 2, 3 2, 3 3, 2 3, 2 2)))", 2),
            ("POLYGON((0 0, 2 2, 2 0, 0 2, 0 0))", 2),
            ("POLYGON((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))", 15),
            ("CURVEPOLYGON(CIRCULARSTRING(0 0, 2 0, 2 2, 0 2, 0 0))", 6.283),
        ],
    )
    def test_outlines_come_flat_straight_and_valid(self, wkt: str, area: float) -> None:
        outline = self.outline(self.way(), wkt)

        assert outline.geom_type in ("Polygon", "MultiPolygon")
        assert outline.is_valid
        assert not outline.has_z
        assert outline.area == pytest.approx(area, rel=1e-3)

    @pytest.mark.parametrize("wkt", ["POLYGON EMPTY", "POLYGON((0 0, 1 1, 0 0, 0 0))"])
    def test_nothing_is_no_outline(self, wkt: str) -> None:
        with pytest.raises(RequestError, match="PARCELS"):
            self.outline(self.way(), wkt)

    def test_an_unknown_crs_places_nothing(self) -> None:
        with pytest.raises(RequestError, match="known CRS"):
            self.way("")

    def test_labels_are_the_fields_value_or_the_number(self) -> None:
        from qgis.core import NULL, QgsFeature

        from cbm_chips.bridge.parcels.geometry import label_of
        from cbm_chips.bridge.tables.table_fields import fields

        feature = QgsFeature(fields({"name": str}), 7)
        for value, label in {"A/1": "A/1", " ": "7", NULL: "7", None: "7", 0: "0"}.items():
            feature.setAttribute("name", value)
            assert label_of(feature, "name") == label
        assert label_of(feature, "") == "7"
        assert label_of(feature, "elsewhere") == "7"

    @pytest.mark.parametrize(
        ("kind", "value", "label"),
        [
            ("double", 1234567890123.0, "1234567890123"),
            ("double", 1e17, "100000000000000000"),
            ("double", -3.0, "-3"),
            ("double", 0.0, "0"),
            ("double", 0.5, "0.5"),
            ("double", 2.0**60, "1152921504606846976"),
            ("double", float("nan"), "7"),
            ("double", float("inf"), "7"),
            ("integer", 2147483647, "2147483647"),
            ("int8", 9007199254740993, "9007199254740993"),
            ("string", "007", "007"),
            ("string", "1e5", "1e5"),
            ("string", "1234567890123.0", "1234567890123.0"),
            ("string", " A 1", " A 1"),
            ("string", "\N{NO-BREAK SPACE}", "7"),
            ("bool", False, "false"),
        ],
    )
    def test_ids_stay_as_they_are_in_the_layer(self, kind: str, value: Any, label: str) -> None:
        from qgis.core import QgsFeature, QgsVectorLayer

        from cbm_chips.bridge.parcels.geometry import label_of

        layer = QgsVectorLayer(f"None?field=id:{kind}", "made", "memory")
        feature = QgsFeature(layer.fields(), 7)
        feature.setAttribute("id", value)
        assert label_of(feature, "id") == label

    def test_ids_may_be_days_times_and_bytes(self) -> None:
        from qgis.core import QgsFeature
        from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime

        from cbm_chips.bridge.parcels.geometry import label_of
        from cbm_chips.bridge.tables.table_fields import fields

        feature = QgsFeature(fields({"id": str}), 7)
        day, hour = QDate(2022, 6, 1), QTime(10, 50, 31)
        for value, label in (
            (day, "2022-06-01"),
            (QDateTime(day, hour), "2022-06-01T10:50:31"),
            (hour, "10:50:31"),
            (QByteArray(b"\x01\xff"), "01ff"),
            (QDate(), "7"),
        ):
            feature.setAttribute("id", value)
            assert label_of(feature, "id") == label


NOT_OURS = ("numpy", "shapely", "rasterio", "requests", "pyproj")


class TestDependencies:
    def test_nothing_is_missing_here(self) -> None:
        from cbm_chips.bridge.sources.dependencies import explain, missing

        assert missing() == ()
        assert explain(()) == ""

    def test_one_of_two_is_enough(self) -> None:
        from cbm_chips.bridge.sources.dependencies import missing

        assert not missing(has=lambda name: name != "rasterio")
        lacking = missing(has=lambda name: name not in ("rasterio", "osgeo"))
        assert [package.name for package in lacking] == ["rasterio / osgeo"]

    def test_what_pip_must_not_get_is_named_as_the_system_has_it(self) -> None:
        from cbm_chips.bridge.sources.dependencies import PACKAGES, explain

        lacking = [package for package in PACKAGES if package.name in ("shapely", "pyproj")]
        named = "(in Debian, Ubuntu and OSGeo4W: python3-shapely, python3-pyproj)"
        assert explain(lacking).endswith(f": shapely, pyproj {named}")

    def test_what_qgis_ships_is_never_installed_by_pip(self) -> None:
        from cbm_chips.bridge.sources.dependencies import (
            PACKAGES,
            WHEELS_FILE,
            explain,
            pip_command,
        )

        text = explain(PACKAGES)
        command = next(line for line in text.splitlines() if "pip install" in line)
        assert "--no-deps" in command
        assert "cbm_chips_packages" in command
        assert command.endswith(pip_command())
        assert all(name not in WHEELS_FILE.read_text("utf-8") for name in NOT_OURS)

    @pytest.mark.parametrize(
        ("system", "name"),
        [("win32", "python.exe"), ("darwin", "bin/python3"), ("linux", "bin/python3")],
    )
    def test_the_command_names_the_python_that_qgis_runs(
        self, tmp_path: Path, system: str, name: str
    ) -> None:
        from cbm_chips.bridge.sources.dependencies import python_program

        assert python_program(tmp_path, system) == "python3"
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        assert python_program(tmp_path, system) == f'"{tmp_path / name}"'

    def test_on_windows_the_words_name_the_shell_in_which_qgis_python_runs(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.bridge.sources.dependencies import CACHE, explain

        assert "OSGeo4W" not in explain([CACHE])
        monkeypatch.setenv("OSGEO4W_ROOT", "C:\\OSGeo4W")
        assert "run in the OSGeo4W Shell: " in explain([CACHE])

    def test_the_own_folder_comes_last(self) -> None:
        import sys

        from cbm_chips.bridge.sources.dependencies import own_folder, use_own_folder

        use_own_folder()
        use_own_folder()
        assert sys.path.count(str(own_folder())) == 1


def test_a_cache_that_can_not_be_had_is_told_with_what_was_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cbm_chips.bridge.sources.session import SourceSession, SourceSetup
    from cbm_chips.core import CloudRule

    (tmp_path / "file").touch()
    monkeypatch.setenv("CBM_CHIPS_CACHE", str(tmp_path / "file"))
    with SourceSession(SourceSetup.of("earth-search")).use(CloudRule()) as (_, tools):
        assert tools.cache is None
        assert "nothing is kept" in tools.notes[0]
