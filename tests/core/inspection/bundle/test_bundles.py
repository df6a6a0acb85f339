"""Bundles on the disk: what is in them, that they vouch for themselves, what cancelling leaves."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cbm_chips.core.inspection.bundle.contents import BundleMaker
from cbm_chips.core.inspection.bundle.dossier import dossiers_of
from cbm_chips.core.inspection.bundle.field_meanings import ANSWER_FIELDS, PICTURE_FIELDS
from cbm_chips.core.inspection.bundle.files import sums_text
from cbm_chips.core.inspection.bundle.write import BundleOrder, WrittenBundle, write_bundles
from cbm_chips.core.inspection.values import InspectionAnswer, Outcome, QueueItem
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.stand_ins import stand_ins_told
from tests.evidence import a_run, an_answer, chips_of, reading_from, sample_place
from tests.open_files import held_open
from tests.sample_servers import served

INDEX = ("index.html", "index.csv", "SHA256SUMS")
ODD_ID = 'Ångström/7 "x" <b>'


@pytest.fixture(scope="module")
def run(sample_archive):
    return a_run(str(sample_archive), sample_place(sample_archive))


@pytest.fixture(scope="module")
def chips(run):
    return chips_of(run)


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


def test_a_bundle_holds_sheet_record_outline_pictures_and_hashes(run, chips, tmp_path):
    (bundle,) = written(tmp_path, [an_answer(run, chips)])
    assert bundle.path == tmp_path / run.request.place.label
    assert bundle.proved == 2
    names = set(contents(bundle.path))
    assert {"sheet.html", "record.json", "parcel.geojson", "SHA256SUMS"} < names
    assert len([name for name in names if name.endswith(".outline.png")]) == 2
    assert len([name for name in names if name.endswith(".png")]) == 4
    is_right, told = is_checked(bundle.path)
    assert is_right, told
    assert is_checked(tmp_path)[0]


def test_the_hash_of_a_picture_file_is_the_one_in_the_record(run, chips, tmp_path):
    entry = an_answer(run, chips)
    (bundle,) = written(tmp_path, [entry])
    told = json.loads((bundle.path / "record.json").read_text("utf-8"))
    for proof, kept in zip(told["pictures_made_again"], entry.pictures):
        content = (bundle.path / proof["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == kept.sha256 == proof["sha256_now"]
        assert proof["proof"] == "proved"


def test_all_rows_of_the_record_are_there_with_what_their_fields_mean(run, chips, tmp_path):
    first = an_answer(run, chips)
    back = an_answer(run, outcome=None, after_minutes=1)
    again = an_answer(run, chips[:1], outcome=Outcome.NOT_CONFIRMED, after_minutes=2)
    (bundle,) = written(tmp_path, [first, back, again])
    told = json.loads((bundle.path / "record.json").read_text("utf-8"))
    assert [row["outcome"] for row in told["answers"]] == ["confirmed", None, "not confirmed"]
    for row in told["answers"]:
        assert set(row) == set(ANSWER_FIELDS)
        assert all(set(picture) == set(PICTURE_FIELDS) for picture in row["pictures"])
        assert row["geometry_sha256"] in told["outlines"]
    assert told["answers"][0]["cells"] == [["gsa", "x"]]
    assert told["answers"][0]["is_observable"] is True
    assert told["fields"]["answers"] == ANSWER_FIELDS


def test_the_sheet_shows_answers_pictures_and_what_was_taken_back(run, chips, tmp_path):
    taken = an_answer(run, chips, question="ANC", after_minutes=1)
    back = an_answer(run, outcome=None, question="ANC", after_minutes=2)
    (bundle,) = written(tmp_path, [an_answer(run, chips), taken, back])
    page = (bundle.path / "sheet.html").read_text("utf-8")
    assert page.count("<article") == 1
    assert "E5: Was it mown?" in page
    assert page.count("Proved: the same picture") == 2
    for words in ("taken back", "takes the one before back", "straw on the field", "winter"):
        assert words in page or words == "winter"
    images = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    first = (
        bundle.path
        / json.loads((bundle.path / "record.json").read_text("utf-8"))["pictures_made_again"][0][
            "file"
        ]
    ).read_bytes()
    assert base64.b64decode(images[0]) == first
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)


def test_the_same_record_gives_the_same_bytes(run, chips, tmp_path):
    entries = [an_answer(run, chips), an_answer(named(run, "2"), chips[:1])]
    for folder in ("one", "two"):
        written(tmp_path / folder / "folders", entries)
        written(tmp_path / folder / "zips", entries, is_zip=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_zip_holds_the_files_of_the_folder(run, chips, tmp_path):
    entries = [an_answer(run, chips)]
    (folder,) = written(tmp_path / "folders", entries)
    (packed,) = written(tmp_path / "zips", entries, is_zip=True)
    with zipfile.ZipFile(packed.path) as file:
        assert file.testzip() is None
        within = {name: file.read(name) for name in file.namelist()}
        assert file.infolist()[0].date_time == (2022, 11, 2, 9, 0, 42)
    assert within == {f"{folder.path.name}/{n}": c for n, c in contents(folder.path).items()}
    assert is_checked(tmp_path / "zips")[0]


def test_geotiffs_hold_the_pixels(run, chips, tmp_path):
    (bundle,) = written(tmp_path, [an_answer(run, chips[:1])], maker=BundleMaker(has_geotiffs=True))
    (path,) = (bundle.path / "geotiffs").glob("*.B08.tif")
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(1), chips[0].bands["B08"])
    assert is_checked(bundle.path)[0]


def test_the_picture_with_outline_is_larger_and_shows_it(run, chips, tmp_path):
    (bundle,) = written(tmp_path, [an_answer(run, chips[:1])])
    (path,) = (bundle.path / "pictures").glob("*.outline.png")
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB")).reshape(-1, 3)
    assert len(pixels) >= 640 * 640
    assert (np.abs(pixels.astype(int) - (255, 236, 160)).max(axis=1) < 3).sum() > 200


def test_odd_ids_make_safe_names_and_do_not_clash(run, tmp_path):
    ids = [
        "007",
        "7",
        ODD_ID,
        "../up",
        "a/b",
        "a_b",
        "CaSe",
        "case",
        "index.html",
        "con",
        ".",
        "x" * 300,
    ]
    bundles = written(tmp_path, [an_answer(named(run, parcel)) for parcel in ids])
    names = [bundle.path.name for bundle in bundles]
    assert len({name.lower() for name in names}) == len(ids)
    assert names[:2] == ["007", "7"]
    assert all(re.fullmatch(r"[\w.-]{1,90}", name, re.ASCII) for name in names)
    assert all(bundle.path.parent == tmp_path for bundle in bundles)
    told = [json.loads((one.path / "record.json").read_text("utf-8"))["parcel"] for one in bundles]
    assert told == ids


def test_the_index_lists_answers_in_the_queues_order_and_what_is_open(run, chips, tmp_path):
    queue = [QueueItem("2", "E5"), QueueItem(ODD_ID, "E5"), QueueItem("0003", "E5")]
    entries = [an_answer(named(run, ODD_ID), chips), an_answer(named(run, "2"))]
    bundles = written(tmp_path, entries, queue=queue)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "index.csv").read_text("utf-8"))))
    assert [row["parcel"] for row in rows] == ["2", ODD_ID, "0003"]
    assert [row["outcome"] for row in rows] == ["confirmed", "confirmed", ""]
    assert [row["proved"] for row in rows] == ["0", "2", ""]
    page = (tmp_path / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+)"', page)
    assert all((tmp_path / link).is_file() for link in links)
    assert f"{bundles[0].path.name}/sheet.html" in links
    assert "not answered yet" in page
    assert "<b>" not in page.replace('<b class="mark"', "")


def test_a_second_run_into_the_folder_keeps_the_bundles_of_the_first(run, tmp_path):
    written(tmp_path, [an_answer(named(run, "a/b"))])
    written(tmp_path, [an_answer(named(run, "a:b")), an_answer(named(run, "a/b"), question="ANC")])
    rows = list(csv.DictReader(io.StringIO((tmp_path / "index.csv").read_text("utf-8"))))
    assert {(row["parcel"], row["question"]) for row in rows} == {("a/b", "ANC"), ("a:b", "E5")}
    assert len({row["bundle"] for row in rows}) == 2


def test_what_others_have_put_there_is_not_touched(run, tmp_path):
    (tmp_path / "7").mkdir()
    (tmp_path / "7" / "notes.txt").write_text("mine")
    (bundle,) = written(tmp_path, [an_answer(named(run, "7"))])
    (bundle.path / "photo.jpg").write_bytes(b"mine, too")
    (second,) = written(tmp_path, [an_answer(named(run, "7"))])
    (second.path / "photos").mkdir()
    (third,) = written(tmp_path, [an_answer(named(run, "7"))])
    assert (tmp_path / "7" / "notes.txt").read_text() == "mine"
    assert (bundle.path / "photo.jpg").read_bytes() == b"mine, too"
    assert (second.path / "photos").is_dir()
    assert written(tmp_path, [an_answer(named(run, "7"))])[0].path == third.path
    assert len({"7", bundle.path.name, second.path.name, third.path.name}) == 4


def test_cancelled_it_leaves_whole_bundles_and_their_index(run, chips, tmp_path):
    entries = [an_answer(named(run, parcel), chips) for parcel in ("1", "2", "3")]
    steps = write_bundles(BundleOrder(dossiers_of(entries), tmp_path), reading_from())
    first = next(step for step in steps if isinstance(step, WrittenBundle))
    next(steps)
    steps.close()
    assert {path.name for path in tmp_path.iterdir()} == {
        first.path.name,
        "index.html",
        "index.csv",
        "SHA256SUMS",
    }
    assert is_checked(first.path)[0]


def test_a_bundle_that_can_not_be_written_is_said_and_the_ones_before_stay(run, tmp_path):
    entries = [an_answer(named(run, parcel)) for parcel in ("1", "2")]

    def full(sheet):
        if sheet.parcel == "2":
            raise WriteError("the disk is full")
        return b"%PDF-1.4"

    with pytest.raises(WriteError, match="full"):
        written(tmp_path, entries, maker=BundleMaker(print_sheet=full))
    assert (tmp_path / "1" / "sheet.pdf").read_bytes() == b"%PDF-1.4"
    assert not (tmp_path / "2").exists()
    assert '<a href="1/sheet.pdf">' in (tmp_path / "index.html").read_text("utf-8")


SECRETS = {
    "signature": "q3JhbmRvbVNpZ25hdHVyZVZhbHVlMTIzNDU2Nzg5MDEyMw=",
    "token": "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0",
    "password": "hunter2hunter2",
}


def listed(index):
    """The bundles in an index."""
    with index.open(encoding="utf-8", newline="") as file:
        return {row["bundle"] for row in csv.DictReader(file)}


@pytest.mark.parametrize("is_zip", [False, True])
def test_a_bundle_or_an_index_that_a_program_has_open_is_beside_it(run, tmp_path, is_zip):
    entries = [an_answer(named(run, parcel)) for parcel in ("007", "008")]
    (before, _) = written(tmp_path, entries, is_zip=is_zip)
    held = [before.path, tmp_path / "index.csv"]
    bytes_before = [path.read_bytes() for path in held if path.is_file()]

    later = [*entries, an_answer(named(run, "007"), after_minutes=9)]
    with held_open(*held), stand_ins_told() as told:
        first, second = written(tmp_path, later, is_zip=is_zip)

    assert [path.read_bytes() for path in held if path.is_file()] == bytes_before
    assert first.path == before.path.with_name(f"007-2{'.zip' * is_zip}")
    assert second.path.name == f"008{'.zip' * is_zip}"
    assert [words.partition(" ")[0] for words in told] == [before.path.name, "index.csv"]
    assert listed(tmp_path / "index-2.csv") == {first.path.name, second.path.name}
    assert is_checked(tmp_path)[0]

    with held_open(first.path), stand_ins_told():
        written(tmp_path, later, is_zip=is_zip)
    assert listed(tmp_path / "index.csv") == {before.path.name, second.path.name}

    written(tmp_path, later, is_zip=is_zip)
    there = sorted(path.name for path in tmp_path.iterdir())
    assert there == sorted([before.path.name, second.path.name, *INDEX])
    assert is_checked(tmp_path)[0]


def test_no_secret_comes_into_a_bundle(run, chips, tmp_path):
    signed = f"https://anna:{SECRETS['password']}@host/B08.tif?sig={SECRETS['signature']}"
    bearer = f"see {signed} Authorization: Bearer {SECRETS['token']}"
    entry = an_answer(run, chips)
    planted = replace(
        entry,
        answer=replace(entry.answer, comment=bearer, reason=signed),
        request=entry.request.replace('"login": ""', f'"token": "{SECRETS["token"]}"'),
        machine=signed,
        sample=bearer,
        parcel=replace(entry.parcel, details=bearer, cloud_rule=signed),
        pictures=(
            replace(entry.pictures[0], product=signed, shown_as=bearer),
            replace(entry.pictures[1], collection=signed),
        ),
        item=replace(entry.item, cells=(("url", signed),), holding=bearer),
    )
    lost = replace(planted, item=replace(planted.item, parcel="lost"), request=signed)
    other = replace(run, source=signed)
    gone = replace(an_answer(named(other, "gone"), chips))
    gone = replace(gone, request=gone.request.replace("https://host/", signed))
    maker = BundleMaker(has_geotiffs=True)
    written(tmp_path / "folders", [planted, lost, gone], maker=maker)
    for content in contents(tmp_path).values():
        assert not [name for name, secret in SECRETS.items() if secret.encode() in content]


@given(
    st.dictionaries(
        st.text("ab é\\\n\r'\"%*", min_size=1, max_size=8), st.binary(max_size=9), max_size=4
    )
)
def test_a_list_of_hashes_names_every_file_on_its_own_line(files):
    lines = sums_text(files).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(files)
    assert all(re.match(r"\\?[0-9a-f]{64}  .", line) for line in lines)


def test_sha256sum_accepts_names_with_blanks_letters_of_all_kinds_and_line_breaks(tmp_path):
    files = {"a b.txt": b"1", "Åä ü.png": b"2", "back\\slash\nline": b"3", "*star": b"4"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(sums_text(files).encode("utf-8"))
    is_right, told = is_checked(tmp_path)
    assert is_right, told


def test_answers_of_other_parcels_stay_out(run, tmp_path):
    entries = [an_answer(named(run, parcel)) for parcel in ("1", "2", "3")]
    (dossier,) = dossiers_of(entries, parcels={"2"})
    assert [entry.item.parcel for entry in dossier.entries] == ["2"]


def test_an_answer_without_an_outline_has_a_bundle_too(run, chips, tmp_path):
    entry = an_answer(run, chips)
    bare = replace(entry, parcel=replace(entry.parcel, geometry_wkb=b""))
    broken = replace(
        bare, parcel=replace(entry.parcel, geometry_wkb=b"none"), answer=InspectionAnswer(None)
    )
    (bundle,) = written(tmp_path, [bare, broken])
    assert not (bundle.path / "parcel.geojson").exists()
    assert bundle.proved == 2


def drawn(parcel, again):
    """As many circles as there are values."""
    return b"<svg>" + b"o" * sum(point.mean is not None for point in again.series[0].points)


def test_a_series_of_local_files_is_drawn_with_windows_and_events(run, chips, tmp_path):
    made = []

    def draw(parcel, again):
        made.append(again)
        return drawn(parcel, again)

    answer = InspectionAnswer(
        Outcome.CONFIRMED, last_before=date(2022, 5, 4), first_after=date(2022, 5, 9)
    )
    window = {"window_name": "May", "window_first": date(2022, 5, 1)}
    asked = an_answer(run, chips, answer=answer, window_last=date(2022, 5, 31), **window)
    (bundle,) = written(tmp_path, [asked], maker=BundleMaker(draw=draw))
    (again,) = made
    assert sum(point.mean is not None for point in again.series[0].points) > len(chips)
    assert [one.first for one in again.overlays.intervals] == [answer.last_before]
    assert [one.label for one in again.overlays.windows] == ["May"]
    assert again.note == ""
    page = (bundle.path / "sheet.html").read_text()
    assert "data:image/svg+xml;base64," in page


def test_a_series_costs_no_request_and_says_what_lacks(sample_archive, tmp_path):
    place = sample_place(sample_archive)
    (tmp_path / "items").mkdir()
    cache, maker = tmp_path / "cache", BundleMaker(draw=drawn)
    with served(sample_archive, tmp_path / "items") as servers:
        run = a_run(servers.api.url, place)
        answers = [an_answer(run, chips_of(run, cache=cache))]
        other = a_run(servers.api.url, place, start="2022-07-01", end="2022-07-31")
        answers.append(an_answer(named(other, "000002")))
        servers.reset()
        bundles = written(tmp_path / "out", answers, maker=maker, open_run=reading_from(cache))
        asked = servers.pixel_requests()
    pages = [(one.path / "sheet.html").read_text() for one in bundles]
    assert "data:image/svg+xml;base64," in pages[0]
    assert "No time series: no search for it is kept in the cache." in pages[1]
    assert asked == 0


def notes(run, folder, cache=None):
    """What the sheet of a run is told of its series."""
    told = []

    def draw(parcel, again):
        told.append(again)
        return b"<svg>"

    maker = BundleMaker(draw=draw)
    (one,) = written(folder, [an_answer(run)], maker=maker, open_run=reading_from(cache))
    page = (one.path / "sheet.html").read_text("utf-8")
    return told, page


def test_a_series_says_which_dates_lack_a_band_in_the_cache(sample_archive, tmp_path):
    place, cache = sample_place(sample_archive), tmp_path / "cache"
    (tmp_path / "items").mkdir()
    with served(sample_archive, tmp_path / "items") as servers:
        run = a_run(servers.api.url, place)
        dates = {chip.scene.id for chip in chips_of(run_of(run, bands=("B04",)), 99, cache)}
        whole = {chip.scene.id for chip in chips_of(run_of(run, end="2022-05-12"), 99, cache)}
        _, page = notes(run, tmp_path / "out", cache)
    assert 0 < len(whole) < len(dates)
    assert f"{len(whole)} of {len(dates)} dates are in the cache." in page


def test_a_series_without_a_clear_date_says_so(run, tmp_path):
    told, page = notes(run_of(run, start="2022-05-22", end="2022-05-22"), tmp_path)
    assert told == []
    assert "No time series: no date has a clear pixel in the parcel." in page


def run_of(run, **others):
    """The same with another request."""
    return replace(run, request=replace(run.request, **others))


def test_a_series_is_on_the_sheet_where_there_is_one(run, tmp_path):
    maker = BundleMaker(plot_of=lambda parcel: b"<svg>" if parcel else b"")
    (bundle,) = written(tmp_path, [an_answer(run)], maker=maker)
    data = base64.b64encode(b"<svg>").decode()
    assert f"data:image/svg+xml;base64,{data}" in Path(bundle.path / "sheet.html").read_text(
        encoding="utf-8"
    )
