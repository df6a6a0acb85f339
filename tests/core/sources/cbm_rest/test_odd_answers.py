"""Odd answers of a CbM server: an odd value costs its own row, and no server starts a storm."""

from __future__ import annotations

import gzip
import json
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from cbm_chips.core import FailedChip, ReadError, SourceError, extract_chips
from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.model import ChipRequest
from cbm_chips.core.reading.contract import ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.sources.cbm_rest import CbmSource
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import chip_page, paths_in
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import (
    Dataset,
    offered_areas,
    parcel_by_id,
    parcels_at,
    time_series,
)
from cbm_chips.core.sources.cbm_rest.wire import http as wire
from cbm_chips.core.sources.cbm_rest.wire import request_queue as queue_module
from cbm_chips.core.sources.cbm_rest.wire.responses import LoginRefused, ServerBusy
from tests.cbm import HURRIED, SAMPLE_PLACE, SEED, a_source, daily, seed_request
from tests.raw_server import Said, saying
from tests.servers.scripted import trickling

MS = Dataset("ms", "2020")
RING = [[5.66, 52.69], [5.67, 52.69], [5.67, 52.70], [5.66, 52.69]]
SQUARE = {"type": "Polygon", "coordinates": [RING]}
GOOD = {
    "pid": "1",
    "cropname": "Grassland",
    "cropcode": "265",
    "area": 74800,
    "clon": 5.665,
    "clat": 52.695,
    "srid": 28992,
    "geom": json.dumps(SQUARE),
}
HUGE = 10**400
YEAR = {"start": "2019-01-01", "end": "2019-12-31"}


def nested(depth: int, *, brackets: str = "[]") -> str:
    opening = {"[]": "[", "{}": '{"a":'}[brackets]
    return opening * depth + "1" + brackets[1] * depth


def columns(*rows: dict) -> dict:
    return {name: [row.get(name) for row in rows] for name in rows[0]}


def as_said(content: object, **headers: str) -> Said:
    body = content if isinstance(content, str) else json.dumps(content)
    return Said(body.encode(), headers={"Content-Type": "application/json", **headers})


@contextmanager
def served(*answers: object, **headers: str) -> Iterator[tuple]:
    """The answers in turn, the last one for ever."""
    left = list(answers)

    def say(_: str) -> Said:
        given = left.pop(0) if len(left) > 1 else left[0]
        return given if isinstance(given, Said) else as_said(given, **headers)

    with saying(say) as server, a_source(server) as source:
        yield server, source


def found(content: object):
    with served(content) as (_, source):
        return parcels_at(source.service, MS, lon=5.66, lat=52.69)


def series_of(content: object, **how):
    with served(content) as (_, source):
        return time_series(source.service, MS, "1", **how)


# parcels


@pytest.mark.parametrize(
    "corner", [[5.66, 52.69, 0.0, 9.9], [5.66, 52.69, 3.0], ["5.66", "52.69"], [5.66, 52.69, None]]
)
def test_what_follows_x_and_y_in_a_corner_does_no_harm(corner) -> None:
    shape = {"type": "Polygon", "coordinates": [[corner, *RING[1:3], corner]]}

    (parcel,) = found(columns({**GOOD, "geom": json.dumps(shape)}))

    assert parcel.place.outline.area == pytest.approx(0.5e-4)


@pytest.mark.parametrize(
    "geom",
    [
        nested(2000),
        nested(2000, brackets="{}"),
        json.dumps({"type": "Polygon", "coordinates": "x"}),
        f'{{"type": "Polygon", "coordinates": {nested(900)}}}',
        json.dumps({"type": "Polygon", "coordinates": [[[HUGE, 1], [2, 2], [3, 1], [HUGE, 1]]]}),
        '{"type": "Polygon", "coordinates": [[[NaN, 1], [2, 2], [3, 1], [NaN, 1]]]}',
        json.dumps({"type": "Polygon", "coordinates": [[[5], [6], [7], [5]]]}),
        json.dumps({"type": "Polygon", "coordinates": [[5, 6]]}),
        json.dumps({"type": "Polygon", "coordinates": {"a": 1}}),
        json.dumps({"type": "GeometryCollection", "geometries": [SQUARE]}),
        json.dumps({"type": ["Polygon"]}),
        json.dumps({"type": "Polygon", "coordinates": [[[1e308, 1e308]] * 3]}),
        json.dumps({"type": "Polygon", "coordinates": [[[1e308, 0], [0, 1e308], [9, 9]]]}),
        json.dumps(
            {"type": "Polygon", "coordinates": [[[5 + n / 1e5, 52] for n in range(60_000)]]}
        ),
        12,
        [],
        {},
        True,
    ],
)
def test_an_odd_outline_costs_itself_and_not_its_parcel_or_the_next(geom) -> None:
    odd, good = found(columns({**GOOD, "pid": "odd", "geom": geom}, GOOD))

    assert odd.place.outline is None
    assert (odd.place.lon, odd.place.lat) == (5.665, 52.695)
    assert "outline not usable" in odd.place.details
    assert good.place.outline is not None
    assert good.place.details == "Grassland, 7.48 ha"


@pytest.mark.parametrize("brackets", ["[]", "{}"])
@pytest.mark.parametrize("name", ["geom", "cropname", "area", "srid", "cropcode"])
def test_a_value_nested_2000_deep_leaves_the_rest_of_the_table(brackets, name) -> None:
    text = json.dumps(columns({**GOOD, name: "HERE"}, GOOD))

    found_by = found(text.replace('"HERE"', nested(2000, brackets=brackets)))

    assert [parcel.pid for parcel in found_by] == ["1", "1"]
    assert found_by[1].place.details == "Grassland, 7.48 ha"


@pytest.mark.parametrize("name", ["clon", "clat"])
@pytest.mark.parametrize(
    "value", [HUGE, "x", None, [], 1e99, "1e400", {"a": 1}, True, float("nan")]
)
def test_a_parcel_that_is_nowhere_costs_itself_and_is_told(name, value) -> None:
    odd = {**GOOD, "pid": "odd", "geom": None, name: value}

    parcels = found(columns(odd, GOOD))

    assert [parcel.pid for parcel in parcels] == ["1"]
    assert "1 parcels left out: parcel odd is nowhere" in parcels.notes[0]


@pytest.mark.parametrize("name", ["area", "cropname", "cropcode", "srid", "clon"])
@pytest.mark.parametrize("value", [HUGE, [1], {"a": [2]}, "1_0", float("inf"), False])
def test_odd_facts_of_a_parcel_leave_the_parcel(name, value) -> None:
    (parcel,) = found(columns({**GOOD, name: value}))

    assert parcel.pid == "1"
    assert parcel.place.outline is not None


@pytest.mark.parametrize("pid", [None, "", "  ", [], {}, True])
def test_a_parcel_without_an_id_is_left_out(pid) -> None:
    assert [parcel.pid for parcel in found(columns({**GOOD, "pid": pid}, GOOD))] == ["1"]
    with pytest.raises(SourceError, match="odd parcels of ms 2020: a parcel without an id"):
        found(columns({**GOOD, "pid": pid}))


def test_texts_of_a_fixed_width_come_without_their_padding() -> None:
    (parcel,) = found(columns({**GOOD, "pid": "315141  ", "cropname": "Grass   land\n "}))

    assert (parcel.pid, parcel.place.label, parcel.crop_name) == ("315141", "315141", "Grass land")


def test_no_text_of_a_server_is_without_end() -> None:
    (parcel,) = found(columns({**GOOD, "cropname": "x" * 1_000_000}))

    assert len(parcel.place.details) < 300


@pytest.mark.parametrize(
    "content",
    ["[]", "1", '"x"', "null", '{"pid": 5}', '{"pid": [1], "area": []}', '{"pid": {"a": 1}}', "{"],
)
def test_a_table_that_is_none_is_an_error_with_words(content) -> None:
    for ask in (
        lambda service: parcel_by_id(service, MS, "1"),
        lambda service: time_series(service, MS, "1", kind="scl"),
    ):
        with served(content) as (_, source), pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            ask(source.service)


# series


def observation(**changes) -> dict:
    row = {"date_part": 1559472031.0, "band": "B04", "mean": 412.5, "hist": {"4": 187}}
    return {**row, **changes}


@pytest.mark.parametrize(
    "odd",
    [
        {"hist": nested(2000)},
        {"hist": "["},
        {"hist": 5},
        {"hist": [4, 187]},
        {"hist": {"four": 187}},
        {"hist": {"4": HUGE}},
        {"hist": {"4": -1}},
        {"hist": {"4": [1]}},
        {"hist": {"4": 1.5}},
        {"hist": {str(code): 1 for code in range(300)}},
        {"date_part": None},
        {"date_part": "x"},
        {"date_part": 1e30},
        {"date_part": HUGE},
        {"date_part": [1]},
        {"mean": HUGE},
    ],
)
def test_an_odd_observation_costs_its_row_and_is_told(odd) -> None:
    series = series_of(columns(observation(**odd), observation(band="B08")))

    assert [row[1] for row in series.rows] == ["B08"]
    assert series.notes[0].startswith("1 rows left out: ")
    with pytest.raises(SourceError, match="odd series"):
        series_of(columns(observation(**odd)))


def test_band_names_of_a_fixed_width_come_without_their_padding() -> None:
    series = series_of(columns(observation(band="B4 "), observation(band="SC ")))

    assert [row[1] for row in series.rows] == ["B4", "SC"]


def test_columns_that_a_later_server_adds_are_shown_as_text() -> None:
    series = series_of(columns(observation(more={"a": [1, None]}, none=None)))

    assert series.rows[0][-2:] == ('{"a": [1, null]}', None)


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_observations_of_one_second_the_counts_of_more_pixels_are_shown(order) -> None:
    whole = [observation(band=band, reference="A") for band in ("B04", "B08")]
    part = [observation(band=band, reference="B", hist={"0": 180, "4": 7}) for band in ("B04",)]
    rows = [*whole, *part][::order]

    bands, counts = series_of(columns(*rows)), series_of(columns(*rows), kind="scl")

    told_apart = {(row[0], row[1], row[bands.columns.index("reference")]) for row in bands.rows}
    assert len(told_apart) == len(bands.rows) == 3
    assert [row[1] for row in counts.rows] == [{4: 187}]
    assert "1 observations of the same second" in counts.notes[0]


def test_the_product_of_an_observation_is_asked_for_where_the_server_can_tell_it() -> None:
    with served("{}", columns(observation())) as (server, source):
        assert len(time_series(source.service, MS, "1").rows) == 1

    assert ["ref=True" in one for one in server.asked] == [True, False]


# what is offered


def area(**changes) -> dict:
    return {"years": ["2020"], "datasets": [], "time_series": ["s2"], **changes}


def info(**areas: dict) -> dict:
    return {"aois": areas}


def test_an_area_that_an_answer_lacks_is_found_by_the_next_ones() -> None:
    with served(info(), info(ms=area()), info(nl=area()), info()) as (_, source):
        assert [one.aoi for one in offered_areas(source.service)] == ["ms", "nl"]


def test_no_area_is_only_said_after_many_questions() -> None:
    with served(info()) as (server, source):
        assert offered_areas(source.service) == ()

    assert 5 < len(server.asked) <= 10


def test_a_server_that_fails_later_has_told_enough() -> None:
    with served(info(ms=area()), Said(b"<h1>no</h1>", status=500)) as (_, source):
        assert [one.aoi for one in offered_areas(source.service)] == ["ms"]


def test_examples_are_known_by_the_table_they_are_of() -> None:
    answers = (
        info(ms=area(datasets=["b"], id_examples_2020_b=["b1", "b2"])),
        info(ms=area(datasets=["b"], id_examples_2020=[315141, " 315142 "])),
    )
    with served(*answers) as (_, source):
        (ms,) = offered_areas(source.service)

    assert (ms.example("2020", "b"), ms.example("2020", "")) == ("b1", "315141")
    assert (ms.example("2022", "b"), ms.example("2022", "")) == ("", "")


def test_examples_of_a_server_that_does_not_say_whose_are_of_the_only_table() -> None:
    with served(info(ms=area(id_examples=["7"]), nl=area(datasets=["b"], id_examples=["8"]))) as (
        _,
        source,
    ):
        ms, nl = offered_areas(source.service)

    assert (ms.example("2020", ""), nl.example("2020", "")) == ("7", "")


@pytest.mark.parametrize(
    "odd",
    [
        {"years": 5},
        {"years": [None, [], "2020", {"a": 1}, True]},
        {"datasets": {"b": 1}},
        {"id_examples_2020": "315141"},
        {"id_examples": [[["1"]]]},
    ],
)
def test_odd_parts_of_an_offer_leave_the_others(odd) -> None:
    with served(info(ms=area(**odd), nl=5, be=area())) as (_, source):
        ms, be = offered_areas(source.service)

    assert (ms.aoi, be.years) == ("ms", ("2020",))
    assert all(isinstance(year, str) and year for year in ms.years)


def test_a_user_name_in_other_letters_gets_the_hint_at_the_first_question() -> None:
    failing = Said(b"<h1>Internal Server Error</h1>", status=500)
    with served(failing) as (_, source), pytest.raises(SourceError, match="small letters"):
        offered_areas(source.service)


# chips


@pytest.mark.parametrize(
    "odd",
    [
        None,
        7,
        [],
        "S2A_MSIL2A_20191399T995099_N0212_R051_T31UFU_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T99UFU_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T01CCC_20190615T121337.SAFE",
        "S2A_MSIL2A_20190615T105031_N0212_R051_T59XMM_20190615T121337.SAFE",
        "\ud800",
        "x" * 100_000,
    ],
)
def test_an_odd_name_in_a_list_costs_itself_and_is_told(odd) -> None:
    listed = {"chips": [odd, f"{SEED[0]}.SAFE"]}
    with served(listed) as (_, source):
        search = source.parse(source.fetch(seed_request()), seed_request())

    assert [scene.id for scene in search.scenes] == [SEED[0]]
    assert any("left out" in note or "not understood" in note for note in search.notes)
    json.dumps(search.notes).encode()


@pytest.mark.parametrize(
    ("lon", "tile"), [(5.664, "31UFU"), (5.664, "32ULD"), (0.01, "30UYC"), (179.9, "01UBB")]
)
def test_tiles_of_the_neighbouring_zones_are_near(lon, tile) -> None:
    from cbm_chips.core.sources.cbm_rest.chips.products import is_near

    assert is_near(tile, lon, 52.694)
    assert not is_near("31MFU", lon, 52.694)


STORMS = {
    "{}": "{}",
    "500": Said(b"<h1>Internal Server Error</h1>", status=500),
    "429": Said(b"", status=429, headers={"Retry-After": "86400"}),
    "a page": Said(b"<html>Maintenance</html>", headers={"Content-Type": "text/html"}),
    "nothing": Said(b""),
}


@pytest.mark.parametrize("kind", sorted(STORMS))
def test_a_server_that_says_the_same_to_everything_is_soon_left_alone(kind) -> None:
    request = seed_request(**YEAR)
    with served(STORMS[kind]) as (server, source):
        with pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            source.fetch(request)
        asked_by_search = len(server.asked)
        with pytest.raises(SourceError, match=r"127\.0\.0\.1"):
            chip_page(source.service, request, bands=("B08", "B04", "B03"), lut="5_95")

    assert asked_by_search <= 14
    assert len(server.asked) <= 28


def test_what_was_found_before_a_server_fails_stays_with_a_note() -> None:
    first = {"chips": [f"/{name}.SCL.tif" for name in daily(20)], "dates": ["x"] * 20}
    with served(as_said(first), "{}") as (server, source):
        answer = source.fetch(seed_request(**YEAR))
        search = source.parse(answer, seed_request(**YEAR))
        assert not source.may_keep(answer), "the same question may find more"

    assert len(search.scenes) == 20
    assert any("2019-12-31: not asked any more" in note for note in search.notes)
    assert len(server.asked) < 20


@pytest.mark.parametrize("kind", ["{}", "500"])
def test_having_chips_made_by_a_server_that_fails_is_no_storm(kind) -> None:
    with served(STORMS[kind]) as (server, source):
        names = daily(100)
        source._listed.update(names)
        from cbm_chips.core.sources.cbm_rest.chips.products import scene_of

        scenes = [scene_of(name, source.identity) for name in names]
        grid = grid_of(SAMPLE_PLACE, 1280)
        jobs = [ReadJob(one.assets[band], grid) for one in scenes for band in ("B04", "B08", "B03")]
        reader = source.reader(RasterReader(HURRIED))
        reads = [read for read in reader.read_all(jobs, source.access) if read]

    assert len(reads) == 300
    assert all(read.error is not None for read in reads)
    assert len(server.asked) < 40


def test_a_pause_of_a_day_is_told_at_once_and_a_short_one_is_kept() -> None:
    asked: list[float] = []

    def busy(pause: str, times: int):
        def say(_: str) -> Said:
            asked.append(time.monotonic())
            is_busy = len(asked) <= times
            return Said(b"", 429, {"Retry-After": pause}) if is_busy else as_said(info(ms=area()))

        return say

    with saying(busy("86400", 9)) as server, a_source(server) as source:
        asking = pytest.raises(ServerBusy, match=r"busy \(429\): try again in 24 hours")
        with asking:
            source.service.info()
    assert len(asked) == 1
    asked.clear()
    with saying(busy("0", 1)) as server, a_source(server) as source:
        assert "ms" in source.service.info()["aois"]
    assert len(asked) == 2


@pytest.mark.parametrize(
    "pause",
    [
        "",
        "soon",
        "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
        "-5",
        "1e400",
        "9" * 400,
        "x\ty",
    ],
)
def test_no_wish_for_a_pause_does_harm(pause) -> None:
    said = Said(b"", 429, {"Retry-After": pause})
    with served(said) as (server, source), pytest.raises(ServerBusy):
        source.service.info()
    assert len(server.asked) == 1


# no end


def trickle(seconds: float = 60.0) -> Iterator[bytes]:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        yield b" "
        time.sleep(0.05)


def test_an_answer_that_trickles_ends(monkeypatch) -> None:
    monkeypatch.setattr(queue_module, "QUESTION_BUDGET_S", 0.4)
    with saying(lambda path: Said(trickle())) as server, a_source(server) as source:
        for _ in range(2):
            with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1:\d+: no answer within"):
                source.service.info()


class Headers(socketserver.BaseRequestHandler):
    """A server whose headers come one by one, for as long as somebody listens."""

    ended = threading.Event()

    def handle(self) -> None:
        self.request.recv(65536)
        try:
            self.request.sendall(b"HTTP/1.1 200 OK\r\n")
            while True:
                self.request.sendall(b"X-More: x\r\n")
                time.sleep(0.05)
        except OSError:
            self.ended.set()


def test_headers_that_trickle_end_and_the_line_is_hung_up(monkeypatch) -> None:
    for module in (queue_module, wire):
        monkeypatch.setattr(module, "QUESTION_BUDGET_S", 0.4)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Headers) as server:
        server.daemon_threads = True
        server.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        with a_source(server) as source, pytest.raises(SourceUnreachable):
            source.service.info()
        assert Headers.ended.wait(60), "nobody listens any more"
        server.shutdown()
        thread.join()


def test_files_that_trickle_end_and_are_not_tried_for_ever(monkeypatch) -> None:
    from cbm_chips.core.sources.cbm_rest.chips import reader

    monkeypatch.setattr(reader, "BODY_BUDGET_S", 0.5)
    names = list(SEED[:2])

    def say(path: str) -> Said:
        if "/query/" not in path:
            return Said(trickle(), headers={"Content-Type": "image/tiff"})
        if "Batch" in path:
            files = [f"static//tmp/x/{name}.SCL.tif" for name in names]
            return as_said({"dates": names, "chips": files})
        return as_said({"chips": [f"{name}.SAFE" for name in names]})

    with saying(say) as server, a_source(server) as source:
        made = list(extract_chips(seed_request(), source, cache=None))

    assert [isinstance(one, FailedChip) for one in made] == [True, True]
    assert all("no answer within" in one.reason for one in made)


# too large


def test_a_bomb_of_an_answer_is_not_blown_up(monkeypatch) -> None:
    bomb = gzip.compress(b'{"aois": "' + bytes(200_000_000) + b'"}', 1)
    words = r"127\.0\.0\.1:\d+: the answer is larger than 67 MB"
    said = Said(bomb, headers={"Content-Encoding": "gzip"})
    with served(said) as (_, source), pytest.raises(SourceError, match=words):
        source.service.info()


def test_a_file_far_too_large_is_refused(monkeypatch) -> None:
    monkeypatch.setattr(wire, "LARGEST_FILE_BYTES", 1000)
    said = Said(bytes(5000))
    with served(said) as (_, source), pytest.raises(ReadError, match="far too large"):
        source.service.file("/static/tmp/x/y.tif")


def test_a_byte_order_mark_before_an_answer_is_no_fault() -> None:
    body = b"\xef\xbb\xbf" + json.dumps(info(ms=area())).encode()
    with served(Said(body)) as (_, source):
        assert "ms" in source.service.info()["aois"]


# the login


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_login_stays_on_its_own_origin_over_redirects(status) -> None:
    with saying(lambda path: as_said("{}")) as other:

        def say(_: str) -> Said:
            return Said(b"", status, {"Location": f"{other.url}/query/info"})

        with saying(say) as server, a_source(server) as source:
            with pytest.raises(SourceError, match="no login is sent"):
                source.service.info()
            with pytest.raises(SourceError, match="no login is sent"):
                source.service.file("/static/tmp/x/y.tif")
    assert other.asked == []


def test_a_file_gets_the_login_only_where_its_own_server_asks_for_it() -> None:
    def say(path: str) -> Said:
        return Said(b"tiff") if path.endswith("free.tif") else Said(b"", 401)

    with saying(say) as server, a_source(server) as source:
        assert source.service.file("/x/free.tif") == b"tiff"
        assert server.logins == [None]
        with pytest.raises(ReadError, match="401"):
            source.service.file("/x/locked.tif")

    assert server.logins[1] is None
    assert server.logins[2].startswith("Basic ")


def test_a_wrong_login_is_asked_once() -> None:
    no = Said(b"Could not verify.", 401, {"WWW-Authenticate": "Basic"})
    with served(no) as (server, source), pytest.raises(LoginRefused):
        offered_areas(source.service)
    assert len(server.asked) == 1


# pages


@pytest.mark.parametrize(
    "page",
    [
        "<![foo[ <img",
        "<!DOCTYPE [<!ELEMENT",
        "<" * 200_000,
        "<img " * 100_000,
        '<img src="' * 50_000,
        "<img src=>" * 50_000,
        "&#99999999999;" * 1000,
        "<!--" * 50_000,
    ],
)
def test_a_page_that_is_none_holds_no_pictures_and_takes_no_time(page) -> None:
    assert paths_in(page) == []


def test_an_older_servers_page_is_asked_for_a_day_more_and_nothing_beyond_is_taken() -> None:
    names = daily(40)

    def say(path: str) -> Said:
        if "chipsByLocation" not in path:
            return Said(b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"})
        first, last = (
            path.partition(f"{word}_date=")[2][:10].replace("-", "") for word in ("start", "end")
        )
        shown = [name for name in names if first <= name[11:19] < last]
        cells = "".join(f'<td><img id = "x" src="/dump/x/{name}.SAFE.png"/></td>' for name in shown)
        return Said(
            f"<html><table>{cells}</table></html>".encode(), headers={"Content-Type": "text/html"}
        )

    with saying(say) as server, a_source(server) as source:
        for days, count in ((("2019-01-03", "2019-02-05"), 34), (("2019-01-07", "2019-01-07"), 1)):
            request = ChipRequest(SAMPLE_PLACE, *days, bands=("B04",))
            sheet = chip_page(source.service, request, bands=("B08", "B04", "B03"), lut="5_95")
            assert [one.product for one in sheet.pictures] == [
                name
                for name in names
                if days[0] <= f"{name[11:15]}-{name[15:17]}-{name[17:19]}" <= days[1]
            ]
            assert len(sheet.pictures) == count


def test_a_question_that_nobody_waits_for_ends_with_its_thread():
    stop = Cancellation()
    with trickling(b"", b"") as url, CbmSource(f"cbm+{url}") as source, stop.for_this_thread():
        threading.Timer(0.2, stop.cancel).start()
        with pytest.raises(SourceError, match="not waited for"):
            source.fetch(seed_request())
