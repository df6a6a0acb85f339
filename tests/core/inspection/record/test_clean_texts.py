"""Nothing in a record opens a door: it may be handed to anybody."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.inspection.record.clean_texts import (
    cleaned_value,
    whole_characters,
    without_secrets,
)
from cbm_chips.core.inspection.record.record import Record
from tests.core.inspection.entries import an_item, full_entry

_SECRET = "3q2Zl8vXhT0aYcRbNw5kLpQeJmUfGdHsIoKtVxWzA1B"
_SIGNED = f"https://acc.blob.core.windows.net/c/B04.tif?sv=2021-01-01&se=2026-11-30T00:00Z&sig={_SECRET}%3D"


@pytest.mark.parametrize(
    "text",
    [
        _SIGNED,
        f"seen in {_SIGNED}, see there",
        json.dumps({"href": _SIGNED}),
        json.dumps({"request": json.dumps({"href": _SIGNED, "size_m": 1280})}),
        json.dumps({"href": _SIGNED}).replace("/", "\\/"),
        f"/vsicurl?pc_url_signing=yes&url=https%3A%2F%2Fx.org%2Fa.tif%3Fsig%3D{_SECRET}",
        f"s3://bucket/key?X-Amz-Signature={_SECRET}",
        f"https://anna:{_SECRET}@example.org/B04.tif",
        f"https://example.org/B04.tif;token={_SECRET}",
        f"https://example.org/B04.tif#access_token={_SECRET}",
        f"Authorization: Bearer {_SECRET}",
        json.dumps({"headers": {"X-Api-Key": _SECRET, "Authorization": f"Basic {_SECRET}"}}),
        json.dumps({"password": _SECRET, "user": "x"}),
        f"token={_SECRET}",
        f"anna:{_SECRET}@example.org/B04.tif",
        f"//anna:{_SECRET}@example.org/B04.tif",
        f"https%3A%2F%2Fanna%3A{_SECRET}%40example.org%2FB04.tif",
        f"https%3A%2F%2Fexample.org%2FB04.tif%3Fv%3D1%26sig%3D{_SECRET}%26w%3D2",
        f"password: {_SECRET}",
        f"my pwd is pwd:{_SECRET}",
        f"host=x password='a {_SECRET}' dbname=y",
        json.dumps({"comment": f'say "password={_SECRET}" and "pwd: {_SECRET}"'}),
        f"eyJ{_SECRET}.eyJ{_SECRET}.{_SECRET}",
    ],
)
def test_no_secret_is_left_and_json_stays_json(text):
    told = without_secrets(text)
    assert _SECRET not in told
    if text.startswith("{"):
        json.loads(told)


@pytest.mark.parametrize(
    "text",
    [
        "Was it mown? User unsure; key date 15 May = too late.",
        "mown?user says no",
        "https://portal.example.org/parcels/00417?year=2026",
        "S2B_MSIL2A_20260512T101559_N0511_R065_T32UPB_20260512T134209",
        '{"bands": ["B08", "B04"], "size_m": 1280, "authcfg": "a1b2c3d"}',
        "ab" * 32,
        "EPSG:32632 600000 5500000 10 128 128",
        "10 % < 20 %? = maybe",
        "ratio 3:4@noon, ask anna@example.org: she knows",
        "at 10:30, key: 15 May; e-mail:anna@example.org, written",
    ],
)
def test_what_people_write_stays_as_it_is(text):
    assert without_secrets(text) == text


@given(st.text())
def test_any_text_can_be_cleaned_and_cleaning_it_again_changes_nothing(text):
    assert without_secrets(without_secrets(text)) == without_secrets(text)


def test_a_signed_address_in_any_text_of_an_answer_stays_out_of_the_file(tmp_path):
    def planted(value):
        if type(value) is str:
            return _SIGNED
        if isinstance(value, tuple):
            return tuple(map(planted, value))
        if not is_dataclass(value):
            return value
        told = {one.name: planted(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **told)

    path = tmp_path / "record.gpkg"
    entry = planted(full_entry())
    entry = replace(entry, item=replace(entry.item, parcel="00417", question="E5"))
    with Record.open(path, _SIGNED, tool=_SIGNED) as record:
        record.append([entry])
        record.put_queue([replace(an_item(), cells=(("a", _SIGNED),))], [], _SIGNED)
        record.put_setting("second look", _SIGNED)
        assert record.newest()["00417", "E5"].request == (
            "https://acc.blob.core.windows.net/c/B04.tif"
        )
        left = [one for one in tmp_path.iterdir() if _SECRET.encode() in one.read_bytes()]
        assert left == []


def test_an_answer_without_secrets_is_the_same_object_again():
    entry = full_entry()
    assert cleaned_value(entry) is entry


@given(st.text(st.characters()))
def test_a_text_of_whole_characters_stays_and_any_other_can_be_written(text):
    told = whole_characters(text)
    told.encode("utf-8")
    assert len(told) <= len(text)
    if not any("\ud800" <= one <= "\udfff" for one in text):
        assert told == text


def test_a_record_takes_half_characters_wherever_they_are(tmp_path):
    half = "x \ud83d"
    item = replace(an_item(half, half), cells=((half, half),))
    entry = replace(full_entry(), item=item, inspector=half)
    with Record.open(tmp_path / "r.gpkg", half, half) as record:
        record.append([entry])
        record.put_queue([item], [], half)
        record.put_place((half, half))
        record.put_setting("seed", half)
        assert record.place() == record.entries()[0].item.key == record.queue().items[0].key
