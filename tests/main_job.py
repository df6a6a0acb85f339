"""The zip in a new profile of any QGIS, on any system: chips of the built-in sample, or an error.

    python tests/main_job.py [--qgis-process PATH] [--install]

Takes no fork, screen or server. With `--install` missing packages are installed first, by the
plugin's own algorithm, from the network.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from tests.package_script import package  # noqa: E402

WORK = REPOSITORY / "build" / "main-job"
PATIENCE_S = 1200
ASKED = {
    "SOURCE": "sample",
    "POINT": "5.664,52.694",
    "START": "2022-06-01",
    "END": "2022-06-30",
    "BANDS": "B04,B08,SCL",
}
DATES, FILES = 4, 12


def main(arguments: Optional[Sequence[str]] = None) -> None:
    """Build, unpack, enable, run, look."""
    options = _options(arguments)
    shutil.rmtree(options.work, ignore_errors=True)
    plugins = options.work / "config" / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    zip_file = options.work / "cbm_chips.zip"
    package.build(zip_file)
    with zipfile.ZipFile(zip_file) as files:
        files.extractall(plugins)
    call = _Caller(options.qgis_process, options.work)
    call("plugins", "enable", "cbm_chips")
    if options.install:
        sys.stdout.write(f"{call.run('installpackages', {})}\n")
    chips = options.work / "chips"
    results = call.run("rawchips", {**ASKED, "OUTPUT": str(chips)})
    files_made = sorted(chips.rglob("*.tif"))
    if (results["COUNT"], results["FAILED"], len(files_made)) != (DATES, 0, FILES):
        sys.exit(f"The main job: {results}, {len(files_made)} GeoTIFFs")
    sys.stdout.write(f"The main job: {DATES} dates, {FILES} GeoTIFFs.\n")


class _Caller:
    """`qgis_process` with a profile of its own."""

    def __init__(self, program: str, work: Path) -> None:
        self._program = program
        profile = {"QGIS_CUSTOM_CONFIG_PATH": str(work / "config")}
        self._environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **profile}

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._program, *arguments],
            env=self._environment,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
        words, errors = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
        if done.returncode:
            sys.exit(f"{arguments}: {done.returncode}\n{words}\n{errors}")
        return words

    def run(self, algorithm: str, given: dict[str, str]) -> dict[str, Any]:
        """The algorithm's results."""
        pairs = [f"{name}={value}" for name, value in given.items()]
        words = self("--json", "run", f"cbmchips:{algorithm}", "--", *pairs)
        results: dict[str, Any] = json.loads(words[words.index("{") :])["results"]
        return results


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    program = shutil.which("qgis_process.bin") or "qgis_process"  # Debian's is a wrapper
    parser.add_argument("--qgis-process", default=program)
    parser.add_argument("--install", action="store_true", help="get missing packages first")
    parser.add_argument("--work", type=Path, default=WORK)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
