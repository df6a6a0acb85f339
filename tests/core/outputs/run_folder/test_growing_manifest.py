"""The manifest of a run that goes on is whole after every date."""

from __future__ import annotations

import errno
from contextlib import suppress

import pytest

from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.names import MANIFEST
from cbm_chips.core.outputs.run_folder import growing_manifest
from cbm_chips.core.outputs.run_folder.growing_manifest import GrowingManifest
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.stand_ins import StandingFile
from cbm_chips.core.outputs.unnamed_copy import write_at


@pytest.mark.parametrize("per_date", [0, 1, 3])
def test_the_manifest_is_whole_after_every_date(tmp_path, per_date):
    written, path = [], tmp_path / MANIFEST
    manifest = GrowingManifest(StandingFile(path), lambda: written)
    for number in range(360):
        pairs = [(f"20220601T{number:06d}", f"p/{number}.B{band}.tif") for band in range(per_date)]
        written += pairs
        manifest.add(f"20220601T{number:06d}", [file for _, file in pairs])
        if number % 97 == 0 or number > 356:
            read = read_manifest(path)
            assert [(one.label, one.path) for one in read] == [
                (a, tmp_path / b) for a, b in written
            ]


def test_a_manifest_of_which_one_list_cannot_be_written_stays_whole(tmp_path, monkeypatch):
    written, path = [], tmp_path / MANIFEST
    manifest = GrowingManifest(StandingFile(path), lambda: written)
    for number in range(4):
        written.append((f"20220601T{number:06d}", f"p/{number}.B04.tif"))
        with monkeypatch.context() as patched, suppress(WriteError):
            if number == 2:
                patched.setattr(growing_manifest, "write_at", NoRoomFor(b'"2022'))
            manifest.add(written[-1][0], [written[-1][1]])
        if number == 2:
            del written[-1]
        assert len(read_manifest(path)) == len(written)


class NoRoomFor:
    """As where the file system copies what is written anew, and has no room left for it."""

    def __init__(self, content):
        self.content = content

    def __call__(self, file, at, content):
        if self.content in content:
            raise OSError(errno.ENOSPC, "No space left on device")
        write_at(file, at, content)
