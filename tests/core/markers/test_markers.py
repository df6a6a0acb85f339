"""Files of markers are read, joined to parcels by their ids, and answered by people."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.markers.agreement import (
    MarkerAnswer,
    MarkerVerdict,
    agreement_csv,
    agreement_of,
    answers_csv,
    answers_of_text,
    answers_text,
)
from cbm_chips.core.markers.join import joined_to
from cbm_chips.core.markers.marker import MachineMarker
from cbm_chips.core.markers.read import MarkerFileError, read_marker_file, read_marker_text

MOWING = """NewID,Ori_id,mow_n,m1_dstart,m1_dend,m1_conf,m1_mis,m2_dstart,m2_dend,m2_conf,m2_mis
17,000315141,2,2022-05-20,2022-05-26,0.83,S2,2022-07-04,2022-07-16,0.4,S1
18,315010,0,0,0,0,0,0,0,0,0
"""
PRACTICES = (
    "FIELD_ID;ORIG_ID;COUNTRY;YEAR;MAIN_CROP;VEG_START;H_START;H_END;PRACTICE;P_TYPE;P_START;P_END;"
    "L_WEEK;M1;M2;M3;M4;M5;H_WEEK;H_W_START;H_W_END;H_W_S1;M6;M7;M8;M9;M10;C_INDEX;S1PIX\n"
    "1;0042;NLD;2022;CTO;2022-04-01;2022-07-01;2022-08-31;CatchCrop;1;2022-09-01;2022-11-30;"
    "2022-07-04;TRUE;TRUE;FALSE;TRUE;NA;30;2022-07-25;2022-07-31;2022-07-25;TRUE;TRUE;TRUE;TRUE;"
    "TRUE;MODERATE;12\n"
    "2;0043;NLD;2022;CTO;2022-04-01;2022-07-01;2022-08-31;NA;NA;NA;NA;"
    "2022-07-04;TRUE;NA;NA;NA;NA;NO-HARVEST;NO-HARVEST;NO-HARVEST;NR;NA;NA;NA;NA;NA;NA;12\n"
)
JRC = (
    "FID,signal,type,start_data,main_date,stop_date,duration,value 1,value 2, value 3\n"
    "0042,NDVI,drop,2022-05-18,2022-05-21,2022-05-28,10,0.81,0.42,0.6\n"
    "0042,-,drop-peak,2022-07-02,2022-07-05,2022-07-09,7,nan,nan,nan,{'a': 1, 'b': 2}\n"
)


def told(markers):
    return [(one.parcel, one.kind, f"{one.first:%m-%d}", f"{one.last:%m-%d}") for one in markers]


def test_mowings_of_sen4cap_are_read_with_confidence_and_mission():
    file = read_marker_text(MOWING)
    assert file.kind == "Sen4CAP grassland mowing (L4B)"
    first, second = file.markers
    assert told(file.markers) == [
        ("000315141", "mowing", "05-20", "05-26"),
        ("000315141", "mowing", "07-04", "07-16"),
    ]
    assert (first.confidence, first.signal, first.number) == (0.83, "S2", 1)
    assert (second.confidence, second.signal, second.number) == (0.4, "S1", 2)
    assert file.parcels == {"000315141", "315010"}
    assert file.lost == ()


def test_practices_of_sen4cap_are_a_harvest_and_an_index():
    file = read_marker_text(PRACTICES)
    assert told(file.markers) == [
        ("0042", "harvest", "07-25", "07-31"),
        ("0042", "CatchCrop", "09-01", "11-30"),
    ]
    assert [one.strength for one in file.markers] == ["3/4", "MODERATE"]
    assert file.parcels == {"0042", "0043"}


@pytest.mark.parametrize("text", [JRC, JRC.split("\n", 1)[1]])
def test_markers_of_jrc_are_read_with_a_header_and_without(text):
    file = read_marker_text(text)
    assert told(file.markers) == [
        ("0042", "drop", "05-18", "05-28"),
        ("0042", "drop-peak", "07-02", "07-09"),
    ]
    assert [one.signal for one in file.markers] == ["NDVI", ""]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("19,,1,2022-05-20,2022-05-26,0.8,S2,0,0,0,0", ""),
        (",,1,2022-05-20,2022-05-26,0.8,S2,0,0,0,0", "the row has no id"),
        ("19,a,1,May,2022-05-26,0.8,S2,0,0,0,0", "“May” is no day"),
        ("19,a,1,2022-13-20,2022-05-26,0.8,S2,0,0,0,0", "“2022-13-20” is no day"),
        ("19,a,1,2022-05-26,2022-05-20,0.8,S2,0,0,0,0", "before it begins"),
        ("19,a,1,2022-05-20,2022-05-26,much,S2,0,0,0,0", "“much” is no confidence"),
        ('19,"a,1,2022-05-20,2022-05-26,0.8,S2,0,0,0,0', ""),
    ],
)
def test_a_row_without_sense_costs_itself_alone(row, reason):
    header, first, last = MOWING.strip().split("\n")
    file = read_marker_text("\n".join([header, first, row, last]))
    assert told(file.markers)[:2] == told(read_marker_text(MOWING).markers)
    assert {"000315141", "315010"} <= file.parcels
    if reason:
        (lost,) = file.lost
        assert lost.row == 3
        assert reason in lost.reason


@given(
    st.lists(
        st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\n\r")),
        max_size=4,
    )
)
def test_whatever_stands_between_the_others_come(rows):
    header, *others = MOWING.strip().split("\n")
    file = read_marker_text("\n".join([header, *rows, *others]))
    assert {"000315141", "315010"} <= file.parcels
    assert set(read_marker_text(MOWING).markers) <= set(file.markers)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_a_file_may_come_from_a_spreadsheet(tmp_path, encoding):
    path = tmp_path / "markers.csv"
    path.write_bytes(MOWING.replace(",", ";").replace("315010", "Brö-1").encode(encoding))
    file = read_marker_file(path)
    assert file.parcels == {"000315141", "Brö-1"}


def test_the_column_of_the_id_can_be_chosen():
    assert {one.parcel for one in read_marker_text(MOWING, id_column="newid").markers} == {"17"}
    with pytest.raises(RequestError) as refused:
        read_marker_text(MOWING, id_column="pid")
    assert refused.value.field == "id_column"


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(RequestError) as refused:
        read_marker_text("a,b\n1,2\n")
    assert refused.value.field == "markers"
    with pytest.raises(RequestError):
        read_marker_text("")
    with pytest.raises(MarkerFileError):
        read_marker_file(tmp_path / "none.csv")


def test_percent_is_a_confidence_too():
    (marker, *_) = read_marker_text(MOWING.replace("0.83", "83")).markers
    assert marker.confidence == 0.83


class TestJoining:
    def test_takes_ids_as_text(self):
        joined = joined_to(read_marker_text(MOWING), ["000315141", "315010", "7"])
        assert list(joined.of_parcel) == ["000315141"]
        assert joined.known == {"000315141", "315010"}
        assert (joined.count, joined.lost) == (2, ())

    def test_tells_what_has_no_parcel_and_what_comes_near(self):
        joined = joined_to(read_marker_text(MOWING), ["315141"])
        assert joined.count == 0
        assert [(one.parcel, one.reason) for one in joined.lost] == [
            ("000315141", "no parcel of the layer has this id; one has “315141”"),
            ("315010", "no parcel of the layer has this id"),
        ]

    def test_without_a_layer_keeps_all(self):
        joined = joined_to(read_marker_text(JRC), None)
        assert told(joined.of_parcel["0042"]) == told(read_marker_text(JRC).markers)


def a_marker(number, kind="mowing"):
    return MachineMarker("0042", kind, date(2022, 5, number), date(2022, 5, number + 3))


MARKERS = (a_marker(1), a_marker(5), a_marker(9), a_marker(13, "harvest"))
ANSWERS = {
    MARKERS[0].key: MarkerAnswer(MarkerVerdict.CONFIRMED, True, "2022-05-01/2022-05-04", "t"),
    MARKERS[1].key: MarkerAnswer(MarkerVerdict.REFUTED),
    MARKERS[3].key: MarkerAnswer(MarkerVerdict.CONFIRMED),
    "of another file": MarkerAnswer(MarkerVerdict.REFUTED),
}


class TestAgreement:
    def test_counts_each_kind_and_all(self):
        harvest, mowing, both = agreement_of(MARKERS, ANSWERS)
        assert (harvest.kind, mowing.kind, both.kind) == ("harvest", "mowing", "all")
        assert (mowing.confirmed, mowing.refuted, mowing.unseen, mowing.blind) == (1, 1, 1, 1)
        assert (mowing.agreement, mowing.looked_at) == (0.5, 2 / 3)
        assert (both.confirmed, both.refuted, both.unseen, both.total) == (2, 1, 1, 4)
        assert agreement_of((), {}) == ()

    def test_has_no_share_of_nothing(self):
        (mowing, _) = agreement_of(MARKERS[:1], {})
        assert (mowing.agreement, mowing.looked_at) == (None, 0.0)

    def test_is_a_table(self):
        lines = agreement_csv(agreement_of(MARKERS, ANSWERS)).splitlines()
        assert lines[0] == ("type,confirmed,refuted,not_looked_at,total,agreement,looked_at,blind")
        assert lines[2] == "mowing,1,1,1,3,0.500,0.667,1"

    def test_lists_every_marker_with_its_answer(self):
        lines = answers_csv(MARKERS, ANSWERS).splitlines()
        assert lines[1] == (
            "0042,mowing,,2022-05-01,2022-05-04,,,confirmed,yes,2022-05-01/2022-05-04,t"
        )
        assert lines[3] == "0042,mowing,,2022-05-09,2022-05-12,,,,,,"

    def test_keeps_a_cell_from_being_a_formula(self):
        evil = MachineMarker("=1+1", "@x", date(2022, 5, 1), date(2022, 5, 2))
        assert answers_csv([evil], {}).splitlines()[1].startswith("'=1+1,'@x")

    def test_answers_are_kept_as_text(self):
        assert answers_of_text(answers_text(ANSWERS)) == ANSWERS
        assert answers_of_text('{"a": {"verdict": "maybe"}, "b": 3}') == {}
        assert answers_of_text("[]") == answers_of_text("none") == {}
