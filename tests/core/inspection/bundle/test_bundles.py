"""What is in a bundle: sheet, record, outline, pictures, hashes, and no secret."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from PIL import Image

from cbm_chips.core.inspection.bundle.contents import BundleMaker
from cbm_chips.core.inspection.bundle.field_meanings import ANSWER_FIELDS, PICTURE_FIELDS
from cbm_chips.core.inspection.values import InspectionAnswer, Outcome
from tests.core.inspection.bundle.writing import contents, is_checked, named, written
from tests.evidence import an_answer


@pytest.fixture(scope="module")
def entries(run, chips):
    """An answer, and another one that was taken back."""
    other = {"question": "ANC", "outcome": Outcome.NOT_CONFIRMED, "after_minutes": 1}
    back = {"question": "ANC", "outcome": None, "after_minutes": 2}
    return [an_answer(run, chips), an_answer(run, chips, **other), an_answer(run, **back)]


@pytest.fixture(scope="module")
def bundle(entries, tmp_path_factory):
    """Nobody changes it."""
    (bundle,) = written(tmp_path_factory.mktemp("bundles"), entries)
    return bundle


@pytest.fixture(scope="module")
def record(bundle):
    return json.loads((bundle.path / "record.json").read_text("utf-8"))


def test_a_bundle_holds_sheet_record_outline_pictures_and_hashes(run, bundle):
    assert bundle.path.name == run.request.place.label
    assert bundle.proved == 2
    names = set(contents(bundle.path))
    assert {"sheet.html", "record.json", "parcel.geojson", "SHA256SUMS"} < names
    assert len([name for name in names if name.endswith(".outline.png")]) == 2
    assert len([name for name in names if name.endswith(".png")]) == 4
    is_right, told = is_checked(bundle.path)
    assert is_right, told
    assert is_checked(bundle.path.parent)[0]


def test_the_hash_of_a_picture_file_is_the_one_in_the_record(bundle, record, entries):
    for proof, kept in zip(record["pictures_made_again"], entries[0].pictures):
        content = (bundle.path / proof["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == kept.sha256 == proof["sha256_now"]
        assert proof["proof"] == "proved"


def test_all_rows_of_the_record_are_there_with_what_their_fields_mean(record):
    assert [row["outcome"] for row in record["answers"]] == ["confirmed", "not confirmed", None]
    for row in record["answers"]:
        assert set(row) == set(ANSWER_FIELDS)
        assert all(set(picture) == set(PICTURE_FIELDS) for picture in row["pictures"])
        assert row["geometry_sha256"] in record["outlines"]
    assert record["answers"][0]["cells"] == [["gsa", "x"]]
    assert record["answers"][0]["is_observable"] is True
    assert record["fields"]["answers"] == ANSWER_FIELDS


def test_the_sheet_shows_answers_pictures_and_what_was_taken_back(bundle, record):
    page = (bundle.path / "sheet.html").read_text("utf-8")
    assert page.count("<article") == 1
    assert "E5: Was it mown?" in page
    assert page.count("Proved: the same picture") == 2
    for words in ("taken back", "takes the one before back", "straw on the field"):
        assert words in page
    images = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    first = bundle.path / record["pictures_made_again"][0]["file"]
    assert base64.b64decode(images[0]) == first.read_bytes()
    assert "<script" not in page
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)


def test_the_picture_with_outline_is_larger_and_shows_it(bundle):
    path = min((bundle.path / "pictures").glob("*.outline.png"))
    with Image.open(path) as picture:
        pixels = np.asarray(picture.convert("RGB")).reshape(-1, 3)
    assert len(pixels) >= 640 * 640
    assert (np.abs(pixels.astype(int) - (255, 236, 160)).max(axis=1) < 3).sum() > 200


def test_a_zip_holds_the_files_of_the_folder(bundle, entries, tmp_path):
    (packed,) = written(tmp_path, entries, is_zip=True)
    with zipfile.ZipFile(packed.path) as file:
        assert file.testzip() is None
        within = {name: file.read(name) for name in file.namelist()}
        assert file.infolist()[0].date_time == (2022, 11, 2, 9, 2, 42)
    assert within == {f"{bundle.path.name}/{n}": c for n, c in contents(bundle.path).items()}
    assert is_checked(tmp_path)[0]


def test_the_same_record_gives_the_same_bytes(run, chips, tmp_path):
    entries = [an_answer(run, chips[:1]), an_answer(named(run, "2"))]
    for folder in ("one", "two"):
        written(tmp_path / folder / "folders", entries)
        written(tmp_path / folder / "zips", entries, is_zip=True)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_geotiffs_hold_the_pixels(run, chips, tmp_path):
    (bundle,) = written(tmp_path, [an_answer(run, chips[:1])], maker=BundleMaker(has_geotiffs=True))
    (path,) = (bundle.path / "geotiffs").glob("*.B08.tif")
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(1), chips[0].bands["B08"])
    assert is_checked(bundle.path)[0]


SECRETS = {
    "signature": "q3JhbmRvbVNpZ25hdHVyZVZhbHVlMTIzNDU2Nzg5MDEyMw=",
    "token": "eyJhbGciOiJIUzI1NiJ9.c2VjcmV0",
    "password": "hunter2hunter2",
}


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


def test_an_answer_without_an_outline_has_a_bundle_too(run, chips, tmp_path):
    entry = an_answer(run, chips[:1])
    bare = replace(entry, parcel=replace(entry.parcel, geometry_wkb=b""))
    broken = replace(
        bare, parcel=replace(entry.parcel, geometry_wkb=b"none"), answer=InspectionAnswer(None)
    )
    (bundle,) = written(tmp_path, [bare, broken])
    assert not (bundle.path / "parcel.geojson").exists()
    assert bundle.proved == 1
