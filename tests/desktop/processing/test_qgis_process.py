"""`qgis_process` itself, in a profile nobody has used before: from a clone to chips.

Few tests, as each start of it takes seconds; what the algorithms do is told inside QGIS.
"""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.desktop.archive_pixels import assert_same_pixels
from tests.desktop.running import CENTRE, JUNE, Headless, qgis_process_is_here, rows_of
from tests.sample_servers import Served

pytestmark = pytest.mark.skipif(not qgis_process_is_here(), reason="qgis_process.bin is missing")
OWN_PACKAGES = ("pystac_client", "pystac", "diskcache")


class Begun(NamedTuple):
    """A QGIS that had nothing but its own packages, and was given ours where it said."""

    headless: Headless
    folder: Path
    refused: subprocess.CompletedProcess[str]
    """Before it had them."""
    output: Path


@pytest.fixture(scope="module")
def begun(running_servers: Served, tmp_path_factory: pytest.TempPathFactory) -> Begun:
    work = tmp_path_factory.mktemp("headless")
    headless = Headless(work, enabled=False, packages=False)
    headless.enable()
    folder, output = headless.profile / "python" / "cbm_chips_packages", work / "none"
    given = {"SOURCE": running_servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(output)}
    refused = headless.try_to_run("rawchips", given)
    for name in OWN_PACKAGES:
        shutil.copytree(Path(sysconfig.get_path("purelib"), name), folder / name)
    return Begun(headless, folder, refused, output)


def test_a_refusal_names_what_is_missing_and_where_it_goes_and_writes_nothing(begun: Begun) -> None:
    assert begun.refused.returncode != 0
    words = begun.refused.stdout + begun.refused.stderr
    assert all(name in words for name in OWN_PACKAGES)
    assert f'--target "{begun.folder}"' in words
    assert not begun.output.exists()


def test_extracts_every_pixel_over_the_network_and_asks_for_none_twice(
    begun: Begun, servers: Served, tmp_path: Path
) -> None:
    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "OUTPUT": str(tmp_path / "run")}

    results = begun.headless.run("rawchips", given)

    files = sorted((tmp_path / "run").rglob("*.tif"))
    assert len(files) == 4 * 3
    for file in files:
        assert_same_pixels(servers.archive, file)
    assert (results["COUNT"], results["FAILED"]) == (4, 0)
    assert Path(results["OUTPUT"]) == tmp_path / "run"
    assert json.loads(Path(results["MANIFEST"]).read_text(encoding="utf-8"))
    assert Path(results["TABLE"]).name == "chips.csv"
    assert (begun.headless.profile / "cbm_chips_cache").is_dir()

    servers.reset()
    again = begun.headless.run("rawchips", {**given, "OUTPUT": str(tmp_path / "again")})

    assert again["COUNT"] == 4
    assert servers.pixel_requests() == 0


def test_an_interrupted_command_fails_and_leaves_its_table(
    begun: Begun, servers: Served, tmp_path: Path
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
        env=begun.headless.environment,
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
