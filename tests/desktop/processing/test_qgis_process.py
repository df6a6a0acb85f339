"""`qgis_process` itself, in profiles nobody has used before."""

from __future__ import annotations

import csv
import json
import select
import shutil
import signal
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tests.desktop.archive_pixels import assert_same_pixels
from tests.desktop.running import CENTRE, JUNE, Headless, qgis_process_is_here, rows_of
from tests.sample_servers import Served

pytestmark = pytest.mark.skipif(not qgis_process_is_here(), reason="qgis_process.bin is missing")
OWN_PACKAGES = ("pystac_client", "pystac", "diskcache")


@pytest.fixture(scope="module")
def headless(tmp_path_factory: pytest.TempPathFactory) -> Headless:
    """Where others need it enabled only, they leave out the command."""
    made = Headless(tmp_path_factory.mktemp("headless"), enabled=False)
    made.enable()
    return made


def test_extracts_every_pixel_over_the_network_and_asks_for_none_twice(
    headless: Headless, servers: Served, tmp_path: Path
) -> None:
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path / "run")}

    results = headless.run("rawchips", given)

    files = sorted((tmp_path / "run").rglob("*.tif"))
    assert len(files) == 4 * 3
    for file in files:
        assert_same_pixels(servers.archive, file)
    assert (results["COUNT"], results["FAILED"]) == (4, 0)
    assert Path(results["OUTPUT"]) == tmp_path / "run"
    assert json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))
    assert Path(results["TABLE"]).name == "chips.csv"
    assert (headless.profile / "cbm_chips_cache").is_dir()

    servers.reset()
    again = headless.run("rawchips", {**given, "OUTPUT": str(tmp_path / "again")})

    assert again["COUNT"] == 4
    assert servers.pixel_requests() == 0


def test_writes_a_table_of_parcels(headless: Headless, servers: Served, tmp_path: Path) -> None:
    given = {
        "SOURCE": servers.api.url,
        "PARCELS": str(servers.archive / "parcels.gpkg"),
        "ID_FIELD": "id",
        **JUNE,
        "OUTPUT": str(tmp_path / "flags.csv"),
    }

    results = headless.run("cloudflags", given)

    with (tmp_path / "flags.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert results["COUNT"] == len(rows) == 64 * 4


def test_says_what_is_wrong(headless: Headless, servers: Served, tmp_path: Path) -> None:
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path / "run")}

    done = headless.try_to_run("rawchips", {**given, "SIZE": "1290"})

    assert done.returncode != 0
    assert (
        "Edge of the chip in metres (SIZE): 1290 is not possible; allowed: a multiple of 20"
    ) in done.stdout + done.stderr
    assert not (tmp_path / "run").exists()


def test_an_interrupted_command_fails_and_leaves_its_table(
    headless: Headless, servers: Served, tmp_path: Path
) -> None:
    output = tmp_path / "flags.csv"
    given = {
        "SOURCE": servers.api.url,
        "PARCELS": str(servers.archive / "parcels.gpkg"),
        **JUNE,
        "OUTPUT": str(output),
    }
    words = [f"{name}={value}" for name, value in given.items()]
    last_date = {"match": "20220624", "kind": "slow", "seconds": 60, "chunk": 64}
    servers.files.set_faults([last_date])

    command = subprocess.Popen(
        ["qgis_process.bin", "run", "cbmchips:cloudflags", "--", *words],
        env=headless.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert command.stdout is not None
    told = []
    for line in command.stdout:
        told.append(line)
        if sum(" 2022-06-" in one for one in told) == 3:  # dates that are judged
            command.send_signal(signal.SIGINT)
            break
    told.append(command.communicate(timeout=60)[0])

    assert command.returncode != 0
    assert "of 64 parcels are in the table" in "".join(told)
    assert {row["parcel"] for row in rows_of(str(output))}


def test_ctrl_c_ends_a_table_of_many_parcels_while_its_files_are_read(
    headless: Headless, servers: Served, tmp_path: Path
) -> None:
    servers.files.set_faults([{"match": r"\.tif", "kind": "slow", "seconds": 0.1, "chunk": 256}])
    given = {
        "SOURCE": servers.api.url,
        "PARCELS": str(servers.archive / "parcels.gpkg"),
        **JUNE,
        "OUTPUT": str(tmp_path / "series.csv"),
    }
    words = [f"{name}={value}" for name, value in given.items()]

    command = subprocess.Popen(
        ["qgis_process.bin", "run", "cbmchips:parceltimeseries", "--", *words],
        env=headless.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    while not servers.pixel_requests() and command.poll() is None:
        select.select([], [], [], 0.05)
    command.send_signal(signal.SIGINT)
    told, _ = command.communicate(timeout=60)

    assert command.returncode != 0
    assert "Cancelled: 0 of 64 parcels are in the table." in told


class TestMissingPackages:
    def test_are_named_and_found_in_the_profile(
        self, sample_archive: Path, servers: Served, tmp_path: Path
    ) -> None:
        """In a QGIS that has nothing but its own packages; a catalogue on disk needs no more."""
        bare = Headless(tmp_path / "bare", packages=False)
        given = {**CENTRE, **JUNE, "OUTPUT": str(tmp_path / "run")}

        on_disk = bare.run("rawchips", {**given, "SOURCE": str(sample_archive)})
        given = {**given, "SOURCE": servers.api.url, "OUTPUT": str(tmp_path / "other")}
        refused = bare.try_to_run("rawchips", given)
        folder = bare.profile / "python" / "cbm_chips_packages"
        for name in OWN_PACKAGES:
            shutil.copytree(Path(sysconfig.get_path("purelib"), name), folder / name)
        results = bare.run("rawchips", given)

        assert refused.returncode != 0
        words = refused.stdout + refused.stderr
        assert all(name in words for name in OWN_PACKAGES)
        assert f'--target "{folder}"' in words
        assert on_disk["COUNT"] == results["COUNT"] == 4
