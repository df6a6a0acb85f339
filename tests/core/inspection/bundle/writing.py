"""Bundles written and looked at, for the tests of this folder."""

from __future__ import annotations

import subprocess
from dataclasses import replace

from cbm_chips.core.inspection.bundle.contents import BundleMaker
from cbm_chips.core.inspection.bundle.dossier import dossiers_of
from cbm_chips.core.inspection.bundle.write import BundleOrder, write_bundles
from tests.evidence import reading_from


def named(run, parcel):
    """The same place by another name."""
    return replace(
        run, request=replace(run.request, place=replace(run.request.place, label=parcel))
    )


def written(folder, entries, *, maker=None, queue=(), open_run=None, **others):
    """Bundles of all parcels of some answers."""
    order = BundleOrder(
        dossiers_of(entries, queue), folder, maker or BundleMaker(), queue=queue, **others
    )
    return [one for one in write_bundles(order, open_run or reading_from()) if one is not None]


def is_checked(folder):
    """What `sha256sum -c` says of a folder."""
    command = ["sha256sum", "--strict", "-c", "SHA256SUMS"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def run_of(run, **others):
    """The same with another request."""
    return replace(run, request=replace(run.request, **others))
