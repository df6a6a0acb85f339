"""QGIS without the Python packages that it does not need itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_process import run_main
from tests.desktop.running import CENTRE, JUNE, refusal, run
from tests.hidden_packages import hidden
from tests.sample_servers import Served

OWN = ("pystac_client", "pystac", "diskcache")
BINARY = ("shapely", "rasterio")
PARCELS = ("parceltimeseries", "observability", "matchup")
CHIPS = ("rawchips", "compositechips", "cloudflags", "animation")
SOURCES = ("sample", "archive", "api", "web", "cbm")


def lacks(words: str) -> set[str]:
    """The packages that a refusal names."""
    return {name for name in (*OWN, *BINARY) if name in words.partition("\n")[0]}


@pytest.fixture(scope="module")
def sources(running_servers: Served) -> dict[str, str]:
    return {
        "sample": "sample",
        "archive": str(running_servers.archive / "catalog.json"),
        "api": running_servers.api.url,
        "web": f"{running_servers.files.url}/catalog.json",
        "cbm": "cbm+http://127.0.0.1:9",
    }


@pytest.mark.usefixtures("plugin", "empty_cache")
class TestWithoutThePackagesThatAreInstalled:
    @pytest.mark.parametrize("source", SOURCES)
    @pytest.mark.parametrize("algorithm", CHIPS)
    def test_a_source_asks_for_what_it_needs_itself(
        self, algorithm: str, source: str, sources: dict[str, str]
    ) -> None:
        with hidden(*OWN):
            words = refusal(algorithm, {"SOURCE": sources[source], **CENTRE, **JUNE})

        assert lacks(words) == (set(OWN) if source == "api" else set())

    @pytest.mark.parametrize("source", ["archive", "web"])
    def test_a_catalogue_is_read_and_the_cache_s_package_is_named(
        self, source: str, sources: dict[str, str], tmp_path: Path
    ) -> None:
        from tests.desktop.running import feedback_class

        feedback = feedback_class()()
        given = {"SOURCE": sources[source], **CENTRE, **JUNE, "BANDS": "B04,SCL"}
        with hidden(*OWN):
            results = run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")}, feedback)

        assert results["COUNT"] == 4
        assert any("no cache, as the package diskcache is missing" in w for w in feedback.warnings)

    def test_the_cache_s_package_alone_stops_nothing(
        self, sources: dict[str, str], tmp_path: Path
    ) -> None:
        given = {"SOURCE": sources["api"], **CENTRE, **JUNE, "BANDS": "SCL"}
        with hidden("diskcache"):
            results = run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})

        assert results["COUNT"] == 4


def test_where_even_shapely_is_missing_every_algorithm_and_source_says_so_in_words(
    sources: dict[str, str], servers: Served, tmp_path: Path
) -> None:
    parcels = {"PARCELS": str(servers.archive / "parcels.gpkg"), "ID_FIELD": "id", **JUNE}
    place = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path / "out")}
    asked = [
        (algorithm, source, {**given, "SOURCE": sources[source]})
        for algorithms, given in ((CHIPS, place), (PARCELS, parcels))
        for algorithm in algorithms
        for source in SOURCES
    ]

    answers = asked_of_bare_qgis([(name, given) for name, _, given in asked], tmp_path)

    for (algorithm, source, _), (before, unchecked) in zip(asked, answers):
        for words in (before, unchecked):
            assert "Traceback" not in words, (algorithm, source, words)
            assert "fault of the plugin" not in words, (algorithm, source, words)
            wanted = {"shapely", *(OWN if source == "api" else ())}
            wanted |= {"diskcache"} if source in ("cbm", "web") else set()
            assert lacks(words) == wanted, (algorithm, source, words)
    assert not (tmp_path / "out").exists()


def asked_of_bare_qgis(
    questions: list[tuple[str, dict[str, Any]]], folder: Path
) -> list[tuple[str, str]]:
    asked = {
        "questions": questions,
        "hidden": (*OWN, *BINARY),
        "profile": str(folder / "profile"),
        "cache": str(folder / "cache"),
    }
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    done = run_main("tests.desktop.bare_script", more=offscreen, given=json.dumps(asked))
    assert done.returncode == 0, done.stderr
    return [tuple(answer) for answer in json.loads(done.stdout.splitlines()[-1])]
