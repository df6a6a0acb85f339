"""What an agency's files say, as questions of parcels in the order of inspection."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.queue.join import JoinedSample, joined
from cbm_chips.core.inspection.queue.sample import ParcelSample, sample_of
from cbm_chips.core.inspection.queue.sample_columns import SampleColumns, columns_of
from cbm_chips.core.inspection.queue.table import SampleFileError, read_table, table_of_text

SAMPLE = """bucket_id,gsa_par_id,gsa_hol_id,ranking,covered,order_added
E5,0012,H1,10,1,1
E5,0014,H2,30,0,3
ANC,0012,H1,10,1,2
ANC,0015,H3,20,0,4
"""


def sample(text: str = SAMPLE) -> ParcelSample:
    table = table_of_text(text, "sample.csv")
    return sample_of(table, columns_of(table.columns))


def read(path: Path, raw: bytes) -> ParcelSample:
    path.write_bytes(raw)
    table = read_table(path)
    return sample_of(table, columns_of(table.columns))


def keys(of: ParcelSample | JoinedSample) -> list[str]:
    return [" ".join(item.key) for item in of.items]


def told(of: ParcelSample | JoinedSample) -> list[str]:
    return [f"{one.row} {one.parcel} {one.question}: {one.reason}" for one in of.left_out]


class TestTheSample:
    def test_is_inspected_in_the_order_in_which_it_was_drawn(self) -> None:
        assert keys(sample()) == ["0012 E5", "0012 ANC", "0014 E5", "0015 ANC"]
        assert sample().title == "QUASSA sample"

    def test_keeps_what_its_columns_say(self) -> None:
        item = sample().items[2]
        assert (item.holding, item.ranking, item.covered, item.order) == ("H2", "30", "0", "3")
        assert item.cells[0] == ("bucket_id", "E5")
        assert [name for name, _ in item.cells][-1] == "order_added"

    def test_counts_its_buckets_and_parcels(self) -> None:
        assert sample().buckets == {"E5": 2, "ANC": 2}
        assert sample().parcels == 3

    def test_goes_by_ranking_where_there_is_no_order(self) -> None:
        text = (
            "ua_grp_id;gsa_par_id;gsa_hol_id;covered;ranking\nE5;b;1;1;20\nE5;a;1;1;3\nE5;c;1;1;\n"
        )
        assert keys(sample(text)) == ["a E5", "b E5", "c E5"]

    def test_of_parcels_has_a_question_for_every_bucket(self) -> None:
        text = 'gsa_par_id,ranking,buckets,bucket_count\n01,2,"[ANC],[CIS: LA]",2\n02,1,[E5],1\n'
        assert keys(sample(text)) == ["02 E5", "01 ANC", "01 CIS: LA"]

    def test_of_holdings_keeps_what_was_selected(self) -> None:
        columns = "gsa_par_id,gsa_hol_id,ua_grp_id,covered,ranking,selected\n"
        found = sample(columns + "1,9,SFS,1,5,0\n2,9,SFS,1,4,1\n")
        assert found.title == "QUASSA parcels of holdings"
        assert [dict(item.cells)["selected"] for item in found.items] == ["1", "0"]

    def test_of_any_other_table_has_the_likeliest_id(self) -> None:
        found = sample("Crop,Parcel_ID\nmaize,007\n")
        assert (keys(found), found.title) == (["007 "], "")

    def test_without_an_id_column_says_which_there_are(self) -> None:
        with pytest.raises(RequestError, match="crop, area"):
            sample("crop,area\nmaize,2\n")

    def test_names_what_is_there_twice_and_what_has_no_id(self) -> None:
        text = SAMPLE + "E5,0012,H1,99,1,9\nE5,,H1,99,1,9\n"
        assert len(sample(text).items) == 4
        assert told(sample(text)) == [
            "6 0012 E5: the same as in row 2",
            "7  E5: it has no id of a parcel",
        ]


class TestAFile:
    @pytest.mark.parametrize("between", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_may_have_any_separator_and_line_end(
        self, tmp_path: Path, between: str, end: str
    ) -> None:
        raw = SAMPLE.replace(",", between).replace("\n", end).encode()
        assert keys(read(tmp_path / "a.csv", raw)) == keys(sample())

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
    def test_may_have_any_encoding_of_an_office(self, tmp_path: Path, encoding: str) -> None:
        raw = SAMPLE.replace("ANC", "ÖR1–2").encode(encoding)
        assert set(read(tmp_path / "a.csv", raw).buckets) == {"E5", "ÖR1–2"}

    def test_may_quote_its_ids_or_hold_them_as_formulas(self) -> None:
        text = 'gsa_par_id;bucket_id\n"0012";E5\n="0013";E5\n "0014" ;E5\n"00;15";E5\n'
        found = keys(sample(text))
        assert found == ["0012 E5", "0013 E5", "0014 E5", "00;15 E5"]

    def test_may_begin_with_the_line_that_names_the_separator(self) -> None:
        assert keys(sample("sep=;\ngsa_par_id;bucket_id\n01;a,b\n")) == ["01 a,b"]

    def test_with_a_quotation_mark_too_many_loses_no_other_row(self) -> None:
        found = sample('gsa_par_id,bucket_id\n01,"E5\n02,E5\n03,E5\n')
        assert [item.parcel for item in found.items] == ["01", "02", "03"]

    def test_with_marks_too_many_in_two_rows_loses_none_between(self) -> None:
        found = sample('gsa_par_id,bucket_id,ranking\n01,"E5,1\n02,E5,2\n03,"E5,3\n04,E5,4\n')
        assert sorted(item.parcel for item in found.items) == ["01", "02", "03", "04"]

    @pytest.mark.parametrize("line_end", ["\n", "\r\n"])
    def test_may_have_line_breaks_in_its_cells(self, line_end: str) -> None:
        rows = ("gsa_par_id,comment,bucket_id", '01,"two', 'lines, ""quoted""",E5', "02,,E5")
        table = table_of_text(line_end.join(rows), "answers.csv")
        assert table.rows == (
            (2, ("01", 'two\nlines, "quoted"', "E5")),
            (4, ("02", "", "E5")),
        )

    def test_gets_its_ids_back_from_an_export_that_made_them_safe(self) -> None:
        found = sample("gsa_par_id,bucket_id\n'=1+1,E5\n'-7a,E5\n'o,E5\n")
        assert [item.parcel for item in found.items] == ["=1+1", "-7a", "'o"]

    @pytest.mark.parametrize("raw", [b"PK\x03\x04 a book", b"SQLite format 3\x00", b"%PDF-1.4"])
    def test_that_is_another_kind_of_file_says_so(self, tmp_path: Path, raw: bytes) -> None:
        with pytest.raises(SampleFileError, match=r"a\.csv is no text with separators"):
            read(tmp_path / "a.csv", raw)

    def test_that_is_empty_or_not_there_says_so(self, tmp_path: Path) -> None:
        with pytest.raises(SampleFileError, match="no columns"):
            read(tmp_path / "a.csv", b"")
        with pytest.raises(SampleFileError, match="No such file"):
            read_table(tmp_path / "b.csv")

    @given(st.text(max_size=200))
    def test_of_any_text_at_all_is_read_or_refused(self, text: str) -> None:
        try:
            table = table_of_text(text, "any")
        except SampleFileError:
            return
        assert all(len(cells) == len(table.columns) for _, cells in table.rows)
        found = sample_of(table, SampleColumns(table.columns[0]))
        assert len(found.items) + len(found.left_out) == len(table.rows)


LAYER = [("0012", 1), ("0014", 2), ("0015", 3)]


class TestJoining:
    def test_goes_by_the_very_same_text(self) -> None:
        found = joined(sample(), LAYER)
        assert keys(found) == keys(sample())
        assert found.features == {"0012": 1, "0014": 2, "0015": 3}
        assert not found.left_out

    def test_lists_what_has_no_parcel(self) -> None:
        found = joined(sample(), LAYER[:2])
        assert keys(found) == ["0012 E5", "0012 ANC", "0014 E5"]
        assert told(found) == ["5 0015 ANC: no parcel of the layer has this id"]

    def test_never_guesses_zeros_that_a_spreadsheet_has_lost(self) -> None:
        found = joined(sample(SAMPLE.replace(",00", ",")), LAYER)
        assert not found.items
        assert found.similar == 4
        assert found.left_out[0].reason == "no parcel of the layer has this id; one has “0012”"

    def test_takes_the_padded_id_where_that_is_wanted_and_says_so(self) -> None:
        found = joined(sample(SAMPLE.replace(",00", ",")), LAYER, takes_similar=True)
        assert keys(found) == keys(sample())
        assert dict(found.items[0].cells)["gsa_par_id"] == "12"
        assert {one.reason for one in found.left_out if one.parcel == "12"} == {
            "the layer has “0012”: this one is taken, as you wanted"
        }
        assert all(one.is_kept for one in found.left_out)

    def test_takes_no_padded_id_where_there_are_several(self) -> None:
        text = "gsa_par_id\n12\n"
        found = joined(sample(text), [("0012", 1), ("012", 2)], takes_similar=True)
        assert not found.items
        assert "several are alike: “0012”, “012”" in found.left_out[0].reason

    def test_takes_a_parcel_once_whatever_the_ids_look_like(self) -> None:
        found = joined(sample("gsa_par_id\n0012\n12\n"), LAYER, takes_similar=True)
        assert keys(found) == ["0012 "]
        assert told(found) == ["3 12 : another row has become parcel 0012"]

    def test_tells_of_ids_that_are_numbers_of_a_spreadsheet(self) -> None:
        found = joined(sample("gsa_par_id\n1.2E+15\n"), LAYER)
        assert "its digits are lost" in found.left_out[0].reason

    def test_finds_ids_that_a_table_has_as_real_numbers(self) -> None:
        found = joined(sample("gsa_par_id\n7.0\n"), [("7", 1)])
        assert found.left_out[0].reason == "no parcel of the layer has this id; one has “7”"

    def test_tells_of_two_parcels_with_one_id(self) -> None:
        found = joined(sample("gsa_par_id\n0012\n"), [*LAYER, ("0012", 9)])
        assert found.features == {"0012": 1}
        assert told(found) == ["2 0012 : 2 parcels of the layer have this id; the first is taken"]

    @given(st.lists(st.text("01 ", max_size=3)), st.lists(st.text("01", max_size=3)), st.booleans())
    def test_drops_nothing_silently(self, ids: list[str], layer: list[str], takes: bool) -> None:
        whole = sample("gsa_par_id,x\n" + "".join(f"{one},x\n" for one in ids))
        found = joined(whole, [(one, at) for at, one in enumerate(layer)], takes_similar=takes)
        gone = [one for one in found.left_out if not one.is_kept]
        assert len(found.items) + len(gone) == len(ids)
        assert {item.parcel for item in found.items} <= set(layer)
