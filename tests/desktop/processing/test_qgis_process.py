"""`qgis_process` itself, in a profile nobody has used before: from a clone to chips.

Few tests, as each start of it takes seconds; what the algorithms do is told inside QGIS.
"""

from __future__ import annotations

import json
import shlex
import shutil
import signal
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.desktop.archive_pixels import assert_same_pixels
from tests.desktop.running import (
    CENTRE,
    JUNE,
    Headless,
    memory_layer,
    qgis_process_is_here,
    rows_of,
    run,
)
from tests.sample_servers import Served

pytestmark = [
    pytest.mark.skipif(not qgis_process_is_here(), reason="qgis_process.bin is missing"),
    pytest.mark.usefixtures("plugin", "empty_cache"),
]
SQUARE = "POLYGON((5.662 52.692,5.666 52.692,5.666 52.696,5.662 52.696,5.662 52.692))"
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


def test_the_line_of_a_run_gives_its_pixels_again_and_no_pixel_is_asked_for_twice(
    begun: Begun, servers: Served, tmp_path: Path
) -> None:
    layer = memory_layer("EPSG:4326", **{'Jan\'s "field" $1': SQUARE})
    given = {"SOURCE": servers.api.url, "PARCELS": layer, "ID_FIELD": "name", **JUNE}
    run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})
    line = json.loads((tmp_path / "run" / "manifest.json").read_text("utf-8"))["repeat"][
        "qgis_process"
    ]
    assert "PLACE_OUTLINE=" in line

    subprocess.run(
        ["bash", "-c", line.replace("qgis_process", "qgis_process.bin", 1)],
        cwd=tmp_path,
        env=begun.headless.environment,
        check=True,
        capture_output=True,
    )

    assert files_of(tmp_path / "repeated") == files_of(tmp_path / "run")
    assert len(files_of(tmp_path / "repeated")) == 4 * 3
    for file in (tmp_path / "repeated").rglob("*.tif"):
        assert_same_pixels(servers.archive, file)
    assert (begun.headless.profile / "cbm_chips_cache").is_dir()

    servers.reset()
    words = dict(word.split("=", 1) for word in shlex.split(line)[4:])
    again = begun.headless.run("rawchips", {**words, "OUTPUT": str(tmp_path / "again")})

    assert servers.pixel_requests() == 0
    assert (again["COUNT"], again["FAILED"]) == (4, 0)
    assert Path(again["OUTPUT"]) == tmp_path / "again"
    assert json.loads(Path(again["MANIFEST"]).read_text(encoding="utf-8"))
    assert Path(again["TABLE"]).name == "chips.csv"


def files_of(folder: Path) -> list[Path]:
    return sorted(file.relative_to(folder) for file in folder.rglob("*.tif"))


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
    told.append(command.communicate(timeout=250)[0])

    assert command.returncode != 0
    assert "of 64 parcels are in the table" in "".join(told)
    assert {row["parcel"] for row in rows_of(str(output))}
