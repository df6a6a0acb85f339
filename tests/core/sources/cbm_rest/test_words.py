"""The CbM service's client without a server: parameters, addresses, answers, one at a time."""

from __future__ import annotations

import json
import threading
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core import Grid, ReadError, RequestError, SourceError, open_source
from cbm_chips.core.sources.cbm_rest import CbmSource
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import paths_in
from cbm_chips.core.sources.cbm_rest.chips.products import product_and_band, scene_of
from cbm_chips.core.sources.cbm_rest.chips.request_square import (
    is_covered,
    needed_m,
    square_around_grid,
)
from cbm_chips.core.sources.cbm_rest.wire.address import ServerAddress, read_address
from cbm_chips.core.sources.cbm_rest.wire.http import Response
from cbm_chips.core.sources.cbm_rest.wire.parameters import (
    DateRange,
    RequestSquare,
    checked_band,
    checked_lut,
    checked_text,
)
from cbm_chips.core.sources.cbm_rest.wire.responses import (
    AreaRefused,
    LoginRefused,
    NotOffered,
    ServerFailed,
    TooManyChips,
    product_of,
    read_chips,
    read_path,
    read_table,
)
from cbm_chips.core.sources.cbm_rest.wire.single_flight import (
    SharedCalls,
    WaitCancelled,
    shared_calls,
)
from tests.cbm import SEED

HOST = "cbm.example"
DAYS = st.dates(date(2016, 1, 1), date(2030, 1, 1))


# parameters


@given(first=DAYS, days=st.integers(1, 200), step=st.integers(1, 40))
def test_pieces_of_a_period_cover_every_day_once(first, days, step):
    period = DateRange(first, date.fromordinal(first.toordinal() + days - 1))

    pieces = period.pieces(step)

    covered = [
        day for one in pieces for day in range(one.first.toordinal(), one.last.toordinal() + 1)
    ]
    assert covered == list(range(period.first.toordinal(), period.last.toordinal() + 1))
    assert all(one.days <= step for one in pieces)


@given(first=DAYS, days=st.integers(2, 200))
def test_halves_are_two_and_shorter(first, days):
    period = DateRange(first, date.fromordinal(first.toordinal() + days - 1))

    halves = period.halves()

    assert len(halves) == 2
    assert max(half.days for half in halves) < period.days


def test_c55_coordinates_are_sent_with_five_decimals():
    assert RequestSquare(5.664251234, 52.694442345, 1280).query == {
        "lon": "5.66425",
        "lat": "52.69444",
    }
    assert RequestSquare(-0.000001, 6.0, 1280).query == {"lon": "0.00000", "lat": "6.00000"}


@pytest.mark.parametrize("size", [0, 19, 1285, 5140, 1280.5])
def test_c23_odd_sizes_are_not_sent(size):
    with pytest.raises(RequestError, match="to 5120 m"):
        RequestSquare(5.0, 52.0, size)


@pytest.mark.parametrize(
    ("first", "last"), [("01-06-2019", "2019-06-30"), ("2019-06-30", "2019-06-01")]
)
def test_c23_odd_periods_are_not_sent(first, last):
    with pytest.raises(RequestError):
        DateRange(first, last)


@pytest.mark.parametrize(
    ("band", "level"),
    [("None", "LEVEL2A"), ("", "LEVEL2A"), ("B01", "LEVEL2A"), ("SCL", "LEVEL1C")],
)
def test_c25_bands_the_service_lacks_are_not_sent(band, level):
    with pytest.raises(RequestError, match="bands"):
        checked_band(band, level)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("aoi", ""),
        ("aoi", "ms'; drop table x"),
        ("aoi", "ms_2020"),
        ("year", "20"),
        ("year", "2020 or 1=1"),
        ("ptype", "b;"),
        ("pid", ""),
        ("pid", "1 or 1=1"),
        ("pid", "1--"),
        ("pid", "1'"),
        ("pid", "x" * 65),
        ("pid", None),
        ("pid", 1.5),
    ],
)
def test_texts_that_could_be_commands_are_not_sent(name, value):
    with pytest.raises(RequestError) as caught:
        checked_text(name, value)
    assert caught.value.field == name


@pytest.mark.parametrize(
    ("name", "value"), [("pid", 7), ("pid", "00315141"), ("pid", "AB-12/3"), ("ptype", "")]
)
def test_honest_texts_pass_as_they_are(name, value):
    assert checked_text(name, value) == str(value)


@pytest.mark.parametrize("lut", ["95_5", "5_101", "5", "a_b", "1_2_3", "5_95;", None])
def test_luts_that_make_no_sense_are_not_sent(lut):
    with pytest.raises(RequestError, match="lut"):
        checked_lut(lut)


@pytest.mark.parametrize("lut", ["5_95", "0.5_99.5", "0_100", "1200_5700_800_4100_150_2800"])
def test_luts_of_both_kinds_pass(lut):
    assert checked_lut(lut) == lut


# addresses and paths


@pytest.mark.parametrize(
    ("typed", "root"),
    [
        ("cbm+https://cbm.example", "https://cbm.example"),
        ("cbm+https://CBM.example/", "https://cbm.example"),
        ("cbm+https://cbm.example:8443/cbm/", "https://cbm.example:8443/cbm"),
        ("cbm+http://cbm.example//cbm//query/", "http://cbm.example/cbm"),
    ],
)
def test_c54_an_address_ends_without_slash_and_query(typed, root):
    address, login = read_address(typed)

    assert (address.root, login) == (root, {})
    assert address.endpoint("info") == f"{root}/query/info"


def test_a_login_in_the_address_is_taken_apart_and_never_shown():
    source = open_source("cbm+https://tester:s%40cret@cbm.example/p?key=1")

    assert isinstance(source, CbmSource)
    assert source.identity == "cbm+https://cbm.example/p"
    assert "cret" not in repr(source) + repr(source.service) + repr(vars(source.service.address))
    assert read_address("cbm+https://a:b@c.example")[1] == {"Authorization": "Basic YTpi"}


@pytest.mark.parametrize(
    "typed",
    ["cbm+", "cbm+https://", "cbm+ftp://u:pw@h", "cbm+https://u:pw@h:x/", "cbm+https://u:1/pw@h"],
)
def test_an_address_that_is_none_is_refused_without_its_login(typed):
    with pytest.raises(RequestError) as caught:
        open_source(typed)
    assert "pw" not in str(caught.value)


@pytest.mark.parametrize(
    "path",
    ["/static/tmp/E5_6/a.tif", "static//tmp/E5_6/a.tif", "https://h.example/static/tmp/E5_6/a.tif"],
)
def test_c33_paths_come_down_to_one_address(path):
    assert (
        ServerAddress("https://h.example").file(path) == "https://h.example/static/tmp/E5_6/a.tif"
    )


@pytest.mark.parametrize("path", ["/static/a.tif", "/cbm/static/a.tif"])
def test_c54_files_lie_below_the_prefix(path):
    assert ServerAddress("https://h.example/cbm").file(path) == "https://h.example/cbm/static/a.tif"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "http://other.example/static/a.tif",
        "https://h.example:444/a.tif",
        "http://h.example/a.tif",
        "https://u:p@other.example/a.tif",
        "file:///etc/passwd",
        "/static/../../etc/passwd",
        "/static/%2e%2e/a.tif",
        "/static/..%2Fa.tif",
        "/static/..\\a.tif",
        "/static/a.tif?x=1",
        "/static/a.tif#x",
        "/static/a\r\nHost: x/a.tif",
        "/static/ a.tif",
        "https://[::1/a.tif",
    ],
)
def test_evil_paths_are_refused(path):
    with pytest.raises(ReadError):
        ServerAddress("https://h.example").file(path)


def test_two_slashes_do_not_name_another_host():
    assert (
        ServerAddress("https://h.example")
        .file("//evil.example/a.tif")
        .startswith("https://h.example/")
    )


# answers


def answer(content, *, status=200, has_challenge=False) -> Response:
    text = content if isinstance(content, str) else json.dumps(content)
    return Response(status, text, has_challenge)


@pytest.mark.parametrize(
    ("given_answer", "kind", "words"),
    [
        (answer("Could not verify.", status=401, has_challenge=True), LoginRefused, "user name"),
        (answer("Not authorized for this dataset.", status=401), AreaRefused, "no right"),
        (answer("{}"), TooManyChips, "too many"),
        (answer("{}\n"), TooManyChips, "too many"),
        (answer("<h1>Internal Server Error</h1>", status=500), ServerFailed, "500"),
        (answer({"error": "plevel not allowed as key"}), NotOffered, "plevel not allowed"),
        (answer("<html>Please sign in</html>"), SourceError, "login page"),
        (answer("<html>no</html>", status=404), NotOffered, "404"),
        (answer("<html>no</html>", status=405), NotOffered, "405"),
        (answer("", status=407), SourceError, "proxy"),
        (answer('{"dates": ['), SourceError, "no JSON"),
        (answer("[]"), SourceError, "object"),
        (answer({"chips": "x"}), SourceError, "list of chips"),
        (answer({"chips": [1]}), SourceError, "list of chips"),
    ],
)
def test_every_bad_answer_has_its_own_words(given_answer, kind, words):
    with pytest.raises(kind, match=words):
        read_chips(given_answer, HOST)


def test_c22_empty_lists_mean_nothing_found():
    found = read_chips(answer({"dates": [], "chips": []}), HOST)

    assert (found.products, found.files, found.is_bare) == ((), (), False)


def test_c24_an_answer_without_dates_is_a_list_only_and_is_put_in_order():
    found = read_chips(answer({"chips": [f"{name}.SAFE" for name in reversed(SEED)]}), HOST)

    assert found.is_bare
    assert found.products == SEED
    assert found.files == ()


@pytest.mark.parametrize(
    "folder", ["/static/tmp/E5_6/", "static//tmp/5_6_RAW/", "/dump/127.0.0.1E5_6/", ""]
)
def test_a_file_is_known_by_the_last_part_of_its_path(folder):
    path = f"{folder}{SEED[0]}.SCL.tif"

    staged = read_path(path)

    assert (staged.product, staged.band, staged.path) == (SEED[0], "SCL", path)


@pytest.mark.parametrize("name", ["", "x.tif", "S2A.SCL.tif", "S2A_MSIL2A_x.SAFE", f"{SEED[0]}x"])
def test_names_that_are_no_products_are_left_out(name):
    assert product_of(name) == ""
    assert read_chips(answer({"chips": [name]}), HOST).odd == (name,)


def test_rows_of_a_table_and_its_empty_form():
    assert read_table(answer({"pid": ["1", "2"], "area": [3, 4]}), HOST).rows == (
        {"pid": "1", "area": 3},
        {"pid": "2", "area": 4},
    )
    assert read_table(answer({"pid": [], "area": []}), HOST).rows == ()


@pytest.mark.parametrize("content", [{}, {"pid": ["1"], "area": []}, {"pid": "1"}])
def test_c05_a_table_that_is_none_is_an_error_not_an_empty_table(content):
    with pytest.raises(SourceError):
        read_table(answer(content), HOST)


# scenes


@pytest.mark.parametrize(
    ("baseline", "dn", "offset"),
    [("N0212", 452, 0.0), ("N0400", 1452, -0.1), ("N0510", 1452, -0.1)],
)
def test_c56_the_offset_follows_from_the_baseline_in_the_name(baseline, dn, offset):
    scene = scene_of(SEED[0].replace("N0212", baseline), "cbm+https://h.example")

    asset = scene.assets["B04"]
    assert (asset.scale, asset.offset) == (0.0001, offset)
    assert dn * asset.scale + asset.offset == pytest.approx(0.0452)
    assert (scene.assets["SCL"].scale, scene.assets["SCL"].offset) == (1.0, 0.0)


def test_a_name_says_all_there_is_to_know_of_a_scene():
    scene = scene_of(SEED[0], "cbm+https://h.example")

    assert (scene.id, scene.platform, scene.tile, scene.epsg) == (SEED[0], "S2A", "31UFU", 32631)
    assert (scene.label, scene.level, scene.baseline) == ("20190602T104031", "LEVEL2A", (2, 12))
    assert (scene.relative_orbit, scene.datatake) == (8, "S2A_20190602T104031")
    href = scene.assets["SCL"].href
    assert href == f"cbm+https://h.example/{SEED[0]}.SCL"
    assert product_and_band(href) == (SEED[0], "SCL")


def test_level_1c_has_no_classes():
    scene = scene_of(SEED[0].replace("MSIL2A", "MSIL1C"), "cbm+https://h.example")

    assert scene.level == "LEVEL1C"
    assert "SCL" not in scene.assets


# squares


def test_a_square_in_the_grids_own_zone_is_the_grids():
    grid = Grid(32631, 679400.0, 5842260.0, 10.0, 128, 128)

    square = square_around_grid(grid, 32631)

    assert square.size_m == 1280
    assert square == square_around_grid(grid.at(20.0), 32631)


def test_a_square_in_another_zone_is_larger_and_on_the_lattice():
    grid = Grid(32631, 809400.0, 5842260.0, 10.0, 128, 128)

    assert needed_m(grid, 32632) > 1280
    assert needed_m(grid, 32632) % 20 == 0
    assert is_covered(grid, 32632)


def test_the_largest_chip_of_another_zone_is_not_covered():
    grid = Grid(32631, 809400.0, 5842260.0, 10.0, 512, 512)

    assert not is_covered(grid, 32632)
    assert square_around_grid(grid, 32632).size_m == 5120


# the page


def test_c30_pictures_are_found_whatever_the_page_looks_like():
    page = (
        '<!doctype html><style>td{}</style><table><tr><td><label><img id = "20190602T104031" '
        f"src='/static/tmp/E5/{SEED[0]}.SAFE.png'></label><br>20190602T104031</td></tr><br></tr>"
        '<img><img src="/logo.png"><img src="x.png"><script>"<img src=y.png>"</script>'
    )

    assert paths_in(page) == [f"/static/tmp/E5/{SEED[0]}.SAFE.png"]


def test_c31_an_empty_table_holds_no_pictures():
    assert paths_in("<!doctype html><table></tr></table>") == []


# one at a time


class _Slow:
    """A question whose answer comes when it is told to."""

    def __init__(self, reply="answer") -> None:
        self.reply, self.calls = reply, 0
        self.asked, self.go_on = threading.Event(), threading.Event()

    def __call__(self):
        self.calls += 1
        self.asked.set()
        assert self.go_on.wait(60)
        if isinstance(self.reply, BaseException):
            raise self.reply
        return self.reply


def ask_in_thread(calls, question, call, answers, *, given_up=lambda: False):
    def ask():
        try:
            answers.append(calls.ask("key", question, call, is_cancelled=given_up))
        except SourceError as error:
            answers.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def waiting_threads(count, calls, question, call, answers):
    """Threads that ask, all of which wait by now."""
    looked = Counter()

    def given_up() -> bool:
        looked[threading.get_ident()] += 1
        return False

    threads = [
        ask_in_thread(calls, question, call, answers, given_up=given_up) for _ in range(count)
    ]
    while sum(times > 1 for times in looked.copy().values()) < count:
        threading.Event().wait(0.01)
    return threads


def test_who_asks_the_same_while_it_runs_gets_the_same_answer():
    calls, call, answers = SharedCalls(), _Slow(), []
    threads = [ask_in_thread(calls, "question", call, answers)]
    assert call.asked.wait(60)
    threads += waiting_threads(3, calls, "question", call, answers)
    call.go_on.set()
    for thread in threads:
        thread.join()

    assert answers == ["answer"] * 4
    assert call.calls == 1


def test_another_question_for_the_same_folder_waits_its_turn():
    calls, first, second, answers = SharedCalls(), _Slow("first"), _Slow("second"), []
    one = ask_in_thread(calls, 1, first, answers)
    assert first.asked.wait(60)
    two = ask_in_thread(calls, 2, second, answers)
    assert not second.asked.wait(0.2)
    first.go_on.set()
    one.join()
    second.go_on.set()
    two.join()

    assert answers == ["first", "second"]


def test_who_gives_up_leaves_and_the_next_one_joins_what_still_runs():
    calls, call, answers, left = SharedCalls(), _Slow(), [], threading.Event()
    impatient = ask_in_thread(calls, 1, call, answers, given_up=left.is_set)
    assert call.asked.wait(60)
    left.set()
    impatient.join()
    assert isinstance(answers.pop(), WaitCancelled)

    later = ask_in_thread(calls, 1, call, answers)
    call.go_on.set()
    later.join()
    assert answers == ["answer"]
    assert call.calls == 1


def test_an_error_reaches_everybody_who_waits_and_nobody_after():
    calls, call, answers = SharedCalls(), _Slow(SourceError("broken")), []
    threads = waiting_threads(2, calls, 1, call, answers)
    call.go_on.set()
    for thread in threads:
        thread.join()

    assert [str(error) for error in answers] == ["broken"] * 2
    assert calls.ask("key", 1, lambda: "anew", is_cancelled=lambda: False) == "anew"


def test_runs_meet_at_one_calls_per_server_and_login():
    calls = shared_calls(("https://h.example", "one"))

    assert shared_calls(("https://h.example", "one")) is calls
    assert shared_calls(("https://h.example", "two")) is not calls
