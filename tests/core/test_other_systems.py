"""What is different on Windows and macOS, forced here: each test takes the other branch."""

from __future__ import annotations

import asyncio
import ntpath
import os
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Place
from cbm_chips.core.outputs import names
from cbm_chips.core.outputs.names import chip_file_name, place_folder, safe_name
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.parcels.running import relays
from cbm_chips.core.reading import file_urls
from cbm_chips.core.reading.block_cache.disk import BlockFolder
from cbm_chips.core.reading.block_cache.record import BlockKey
from cbm_chips.core.reading.cog import libdeflate
from cbm_chips.core.reading.file_urls import local_path
from cbm_chips.core.reading.http.paces import SlowDown
from cbm_chips.core.reading.http.threads import LoopThread
from cbm_chips.core.sample_archive import archive
from cbm_chips.core.sources.stac import hrefs
from tests.builders import a_scene
from tests.chips import a_chip, a_parcel
from tests.open_files import held_open

WINDOWS = 259
KEY = BlockKey("https://host/B04.tif", 4096, '99 "etag"')


class TestAPathThatIsTooLongForWindows:
    @pytest.fixture
    def deep(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """So deep that 150 characters are left."""
        monkeypatch.setattr(names, "LONGEST_PATH", len(str(tmp_path)) + 1 + 150)
        return tmp_path / "run"

    def test_is_never_written(self, deep: Path) -> None:
        parcel = replace(a_parcel(), label="a parcel with a long name " * 5)
        ids = [f"S2A_MSIL2A_{'long_' * 14}{letter}" for letter in "ab"]
        with RunWriter(deep) as run:
            for id in ids:
                scene = a_scene(id, "2020-03-05T10:36:34")
                run.add(parcel, a_chip(scene=scene))

        files = run.finish().files
        assert len(files) == len(set(files)) == len(read_manifest(run.finish().manifest))
        assert all(file.exists() for file in files)
        assert max(len(str(file)) for file in files) <= names.LONGEST_PATH

    @given(above=st.integers(1, 180), label=st.text(min_size=1, max_size=120))
    def test_gives_way_to_a_shorter_one_that_says_when_and_what(
        self, above: int, label: str
    ) -> None:
        parent = Path("/", "d" * above)
        scene = a_scene("S2A_MSIL2A_20200305T103634_N0500_R008_T31UFU_" + "x" * 80)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(names, "LONGEST_PATH", WINDOWS)
            folder = parent / place_folder(Place(5.0, 52.0, label), parent)
            file = folder / chip_file_name(scene, "B8A", folder)

        assert len(str(file)) <= WINDOWS
        assert file.name.startswith(f"{scene.label}_")
        assert file.name.endswith(".B8A.tif")

    def test_is_nobody_s_concern_where_there_is_room(self, tmp_path: Path) -> None:
        scene = a_scene()
        assert chip_file_name(scene, "B04", tmp_path) == chip_file_name(scene, "B04")


@pytest.mark.parametrize("name", ["CON", "nul.txt", "Com1", "LPT9.tif", "aux ", "prn.", "a.", ".b"])
def test_a_name_that_windows_reserves_or_cuts_is_changed(name: str) -> None:
    stem = safe_name(name).partition(".")[0].lower()
    assert stem not in {"con", "nul", "com1", "lpt9", "aux", "prn", ""}
    assert safe_name(name)[-1] not in ". "


def test_places_whose_names_differ_in_case_only_have_folders_that_do_not(tmp_path: Path) -> None:
    with RunWriter(tmp_path) as run:
        for label, lon in (("North field", 5.0), ("NORTH FIELD", 5.1)):
            run.add(Place(lon, 52.0, label), a_chip())

    folders = [path.name.casefold() for path in tmp_path.iterdir() if path.is_dir()]
    assert len(folders) == len(set(folders)) == 2


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("file:///C:/chips/a%20b.tif", "C:/chips/a b.tif"),
        ("file://localhost/C:/a.tif", "C:/a.tif"),
        ("file://server/share/a%20b.tif", "//server/share/a b.tif"),
        ("file:////server/share/a.tif", "//server/share/a.tif"),
        (r"\\server\share\a.tif", r"\\server\share\a.tif"),
        (r"C:\chips\a.tif", r"C:\chips\a.tif"),
    ],
)
def test_a_drive_or_a_share_is_found_behind_a_url(
    url: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_urls, "IS_WINDOWS", True)
    assert local_path(url) == path


@pytest.mark.parametrize(
    ("catalog", "href", "path"),
    [
        (r"C:\stac\catalog.json", "./items/a.json", r"C:\stac\items\a.json"),
        (r"C:\stac\catalog.json", "D:/other/B04.tif", r"D:\other\B04.tif"),
        (r"C:\stac\catalog.json", r"..\B04.tif", r"C:\B04.tif"),
        (r"\\server\share\catalog.json", "a/B04.tif", r"\\server\share\a\B04.tif"),
        ("//server/share/catalog.json", "a/B04.tif", r"\\server\share\a\B04.tif"),
        (r"C:\stac\catalog.json", r"\\server\share\B04.tif", r"\\server\share\B04.tif"),
    ],
)
def test_an_href_in_a_catalog_of_a_drive_or_a_share_leads_where_it_says(
    catalog: str, href: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hrefs, "os", SimpleNamespace(path=ntpath, sep="\\"))
    assert hrefs.resolve(catalog, href) == path


def test_the_event_loop_is_ours_whatever_the_platform_s_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def proactor() -> Any:
        raise AssertionError("the platform's own was taken")

    async def answer() -> type:
        return type(asyncio.get_running_loop())

    monkeypatch.setattr(asyncio, "new_event_loop", proactor)
    thread = LoopThread(lambda: None)
    try:
        assert issubclass(thread.start(answer()).result(), asyncio.SelectorEventLoop)
    finally:
        thread.close()


class TestWithoutCallsOfUnix:
    @pytest.mark.parametrize("call", ["writev", "getuid", "fork"])
    def test_the_caches_work(
        self, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delattr(os, call)
        ChipCache(tmp_path).put_answer("key", b"answer")
        cache = ChipCache(tmp_path)
        assert (cache.get_answer("key") or SimpleNamespace(content=b"")).content == b"answer"
        cache.close()

        blocks = BlockFolder(tmp_path / "blocks", limit_bytes=1 << 20)
        blocks.put(KEY, b"data")
        blocks.preload([KEY.file])
        assert blocks.get(KEY, 4) == b"data"


class TestAFileThatAProgramHasOpen:
    def test_stays_in_a_cache_that_is_cleared_and_the_others_go(self, tmp_path: Path) -> None:
        blocks = BlockFolder(tmp_path, limit_bytes=1 << 20)
        for offset in (0, 4096):
            blocks.put(KEY._replace(offset=offset), b"data")
        held, _ = sorted(tmp_path.iterdir())

        with held_open(held):
            blocks.clear()

        assert list(tmp_path.iterdir()) == [held]

    def test_of_an_older_sample_is_told_with_what_to_do(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        older = tmp_path / archive.FOLDER_NAME
        older.mkdir()
        (older / "VERSION").write_text("0", encoding="ascii")
        monkeypatch.setattr(archive, "_fill", lambda folder, on_progress: None)

        with held_open(older), pytest.raises(SourceError, match="close that and try again"):
            archive.sample_catalog(tmp_path)
        assert (older / "VERSION").read_text(encoding="ascii") == "0"


class TestLibdeflate:
    @pytest.mark.parametrize(
        ("prefix", "library"),
        [
            ("QGIS.app/Contents/MacOS", "QGIS.app/Contents/Frameworks/libdeflate.0.dylib"),
            ("QGIS.app/Contents", "QGIS.app/Contents/Frameworks/libdeflate.dylib"),
            ("conda", "conda/Library/bin/deflate.dll"),
            ("conda", "conda/lib/libdeflate.so.0"),
        ],
    )
    def test_is_looked_for_where_a_system_s_qgis_has_it(
        self, prefix: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / library
        file.parent.mkdir(parents=True)
        file.touch()
        (tmp_path / prefix).mkdir(parents=True, exist_ok=True)
        monkeypatch.setattr(sys, "prefix", str(tmp_path / prefix))

        assert file.resolve() in [Path(one).resolve() for one in libdeflate.candidates()]

    def test_is_looked_for_in_osgeo4w_and_missing_is_no_fault(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "deflate.dll").write_bytes(b"no library")
        monkeypatch.setenv("OSGEO4W_ROOT", str(tmp_path))

        found = [one for one in libdeflate.candidates() if one.startswith(str(tmp_path))]
        assert found == [str(tmp_path / "bin" / "deflate.dll")]
        assert libdeflate.load(_no_inflate, found) is None


def _no_inflate(*_: Any, **__: Any) -> bytes:
    raise AssertionError


@pytest.mark.parametrize("step_s", [-10 * 365 * 86_400, -3600, 3600])
def test_a_clock_that_is_set_makes_nobody_wait_longer_than_the_server_said(
    step_s: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1_700_000_000.0
    with relays.folder_relay() as relay:
        teller, listener = relay.link(), relay.link()
        monkeypatch.setattr(relays.time, "time", lambda: now)
        teller.tell(SlowDown("host", 30.0))
        monkeypatch.setattr(relays.time, "time", lambda: now + step_s)
        (heard,) = listener.heard()

    assert 0.0 <= heard.wait_s <= 30.0
