"""What is taken where nothing is given: a run without settings has a result, as the dock has."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.cbm import own_row, stored_login
from tests.desktop.running import (
    CENTRE,
    JUNE,
    feedback_class,
    memory_layer,
    parcels_of,
    refusal,
    rows_of,
    run,
)
from tests.sample_servers import Served
from tests.servers.process import ServerProcess

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")

MS = {"AOI": "ms", "YEAR": "2020"}
EXTRACTING = ("rawchips", "compositechips", "cloudflags")


def between(first: date, last: date) -> str:
    """Days as QGIS's language writes them."""
    from cbm_chips.bridge.texts.words import short_day

    return f"from {short_day(first)} to {short_day(last)}"


def algorithm(name: str) -> Any:
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().createAlgorithmById(f"cbmchips:{name}")


@pytest.fixture
def own_sources() -> Any:
    """The options, which are as before afterwards."""
    from qgis.core import QgsSettings

    from cbm_chips.bridge.sources.providers import save_providers

    yield save_providers
    QgsSettings().remove("cbm_chips")


class TestThePeriod:
    def test_is_the_last_three_months_in_every_algorithm(self) -> None:
        from cbm_chips.core.periods import usual_period

        usual = usual_period("earth-search")
        for name in EXTRACTING:
            asked = algorithm(name)
            assert asked.parameterDefinition("START").defaultValue() == usual.start
            assert asked.parameterDefinition("END").defaultValue() == usual.end

    def test_of_the_sample_is_its_season(
        self, monkeypatch: pytest.MonkeyPatch, sample_archive: Path, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("CBM_CHIPS_CACHE", str(sample_archive.parent.parent))
        output = str(tmp_path / "flags.csv")

        results = run("cloudflags", {"SOURCE": "sample", **CENTRE, "OUTPUT": output})

        days = [row["date"] for row in rows_of(output)]
        assert results["COUNT"] > 20
        assert "2022-03-01" <= min(days) < max(days) <= "2022-10-31"

    def test_may_be_given_in_part(self, tmp_path: Path) -> None:
        given = {**CENTRE, "OUTPUT": str(tmp_path)}
        assert refusal("rawchips", {**given, "START": "2022-06-01"}) == ""
        assert refusal("rawchips", {**given, "END": "2022-06-01"}) == ""


class TestParcels:
    def test_are_called_by_the_field_that_looks_like_their_name(
        self, servers: Served, tmp_path: Path
    ) -> None:
        output, feedback = str(tmp_path / "flags.csv"), feedback_class()()
        given = {"SOURCE": servers.api.url, "PARCELS": parcels_of(servers, "315141"), **JUNE}

        run("cloudflags", {**given, "OUTPUT": output}, feedback)

        assert {row["parcel"] for row in rows_of(output)} == {"315141"}
        assert "Parcels are called by the field id." in feedback.infos


class TestOnePerDate:
    def test_is_on_as_in_the_dock_and_can_be_switched_off(
        self, servers: Served, tmp_path: Path
    ) -> None:
        twice = {"START": "2022-08-10", "END": "2022-08-10"}  # two satellites' tiles overlap
        given = {"SOURCE": servers.api.url, **CENTRE, **twice}
        given["OUTPUT"] = str(tmp_path / "flags.csv")

        for name in EXTRACTING:
            assert algorithm(name).parameterDefinition("ONE_PER_DATE").defaultValue() is True
        assert run("cloudflags", given)["COUNT"] == 1
        assert run("cloudflags", {**given, "ONE_PER_DATE": False})["COUNT"] >= 1


def test_composites_have_one_stretch_for_the_series_as_dock_and_sheet() -> None:
    for name in ("compositechips", "chipsheet"):
        assert algorithm(name).parameterDefinition("STRETCH").defaultValue() == "series"


class TestASourceOfTheOptions:
    @pytest.mark.parametrize("name", ["mine", "Mine", "mINE ", "{url}", "{url}/"])
    def test_goes_by_id_name_or_address_and_brings_its_login(
        self, server: ServerProcess, tmp_path: Path, own_sources: Any, name: str
    ) -> None:
        url = f"cbm+{server.url}"
        own_sources([own_row(url, authcfg=stored_login())])
        given = {"SOURCE": name.format(url=url), **CENTRE, **MS, "OUTPUT": "memory:"}

        assert run("parcelatlocation", given)["COUNT"] == 1

    def test_brings_its_login_for_chips_too(
        self, server: ServerProcess, tmp_path: Path, own_sources: Any
    ) -> None:
        own_sources([own_row(f"cbm+{server.url}", authcfg=stored_login())])
        given = {"SOURCE": "Mine", **CENTRE, **JUNE, "OUTPUT": str(tmp_path / "flags.csv")}

        assert run("cloudflags", given)["COUNT"] == 4

    def test_gives_way_to_the_login_given(
        self, server: ServerProcess, tmp_path: Path, own_sources: Any
    ) -> None:
        from qgis.core import QgsProcessingException

        own_sources([own_row(f"cbm+{server.url}", authcfg=stored_login())])
        given = {"SOURCE": "Mine", "AUTH": stored_login(word="no"), **CENTRE, **JUNE}

        with pytest.raises(QgsProcessingException, match="refused the login") as error:
            run("cloudflags", {**given, "OUTPUT": str(tmp_path / "flags.csv")})
        assert "Choose the login under Login (AUTH)" in str(error.value)

    def test_that_wants_a_login_says_where_to_give_it(
        self, server: ServerProcess, tmp_path: Path
    ) -> None:
        from qgis.core import QgsProcessingException

        source = {"SOURCE": f"cbm+{server.url}", **CENTRE}
        for name, more in (("cloudflags", JUNE), ("parcelatlocation", MS)):
            given = {**source, **more, "OUTPUT": str(tmp_path / f"{name}.gpkg")}
            with pytest.raises(QgsProcessingException, match=r"under Login \(AUTH\)"):
                run(name, given)

    def test_of_that_name_is_not_taken_for_another_path(
        self, sample_archive: Path, own_sources: Any
    ) -> None:
        from cbm_chips.bridge.sources.providers import source_called

        own_sources([own_row(str(sample_archive))])
        assert source_called(str(sample_archive).upper()).authcfg == ""
        assert source_called(str(sample_archive).upper()).id != "mine"
        assert source_called("").source == ""


class TestNoDate:
    def test_is_a_warning_with_the_nearest_one(self, servers: Served, tmp_path: Path) -> None:
        feedback = feedback_class()()
        winter = {"START": "2023-01-10", "END": "2023-01-20"}
        given = {"SOURCE": servers.api.url, **CENTRE, **winter, "OUTPUT": "memory:"}

        results = run("cloudflags", given, feedback)

        assert (results["COUNT"], results["FAILED"]) == (0, 0)
        (told,) = feedback.warnings
        assert f"no date {between(date(2023, 1, 10), date(2023, 1, 20))}. The nearest is " in told

    def test_of_many_parcels_is_summed_up(self, servers: Served) -> None:
        feedback = feedback_class()()
        winter = {"START": "2023-01-10", "END": "2023-01-20", "MAX_SCENE_CLOUD": 80}
        parcels = parcels_of(servers, "315141", "315010")

        run(
            "cloudflags",
            {"SOURCE": servers.api.url, "PARCELS": parcels, **winter, "OUTPUT": "memory:"},
            feedback,
        )

        assert [text.partition(":")[0] for text in feedback.warnings[:2]] == ["315141", "315010"]
        (last,) = feedback.warnings[2:]
        assert last.startswith(
            f"2 of 2 places have no date {between(date(2023, 1, 10), date(2023, 1, 20))}."
        )
        assert "The nearest" in last
        assert "more than 80 % cloud" in last

    def test_is_said_even_where_nothing_is_near(self, servers: Served) -> None:
        feedback = feedback_class()()
        far = memory_layer("EPSG:4326", far="Polygon((20 10, 20.01 10, 20.01 10.01, 20 10))")
        given = {"SOURCE": servers.api.url, "PARCELS": far, **JUNE, "OUTPUT": "memory:"}

        run("cloudflags", given, feedback)

        assert feedback.warnings == [
            f"far: no date {between(date(2022, 6, 1), date(2022, 6, 30))}."
        ]


def test_values_that_a_model_stored_are_kept() -> None:
    """A model of before, with an address as its source and the defaults of its day."""
    from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm
    from qgis.core import QgsProcessingModelChildParameterSource as Value

    stored = {"SOURCE": "cbm+https://x.example", "ONE_PER_DATE": False, "STRETCH": "chip"}
    child = QgsProcessingModelChildAlgorithm("cbmchips:compositechips")
    child.setChildId("chips")
    for name, value in stored.items():
        child.addParameterSources(name, [Value.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("before")
    model.addChildAlgorithm(child)

    opened = QgsProcessingModelAlgorithm()
    assert opened.loadVariant(model.toVariant())

    kept = opened.childAlgorithm("chips")
    for name, value in stored.items():
        assert kept.parameterSources()[name][0].staticValue() == value
    assert kept.algorithm().checkParameterValues is not None
