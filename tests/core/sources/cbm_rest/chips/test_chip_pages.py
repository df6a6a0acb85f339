"""The service's page of chips, read as pictures."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from cbm_chips.core import ChipsError, RequestError
from cbm_chips.core.model import ChipRequest
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import chip_page, paths_in
from tests.cbm import SAMPLE_PLACE, SEED, a_source, asked, daily, made_up, seed_request
from tests.raw_server import Said, saying

RGB = ("B08", "B11", "B04")


def sheet(server, request=None, *, bands=RGB, lut="10_90"):
    with a_source(server) as source:
        return chip_page(source.service, request or seed_request(), bands=bands, lut=lut)


def test_c30_the_pictures_of_a_page_oldest_first(server):
    server.switch(products=made_up(*reversed(SEED[:4])))

    pictures = sheet(server).pictures

    assert [picture.product for picture in pictures] == list(SEED[:4])
    assert pictures[0].acquired == datetime(2019, 6, 2, 10, 40, 31, tzinfo=timezone.utc)
    assert all(picture.png.startswith(b"\x89PNG") for picture in pictures)
    (question,) = asked(server, "chipsByLocation")
    assert "bands=B08_B11_B04&lut=10_90" in question


@pytest.mark.parametrize("count", [0, 8, 25])
def test_c31_pages_of_any_length(server, count):
    server.switch(products=made_up(*daily(count)))
    request = seed_request(start="2019-01-01", end="2019-01-31")

    assert [picture.product for picture in sheet(server, request).pictures] == daily(count)


@pytest.mark.parametrize("lut", ["95_5", "5", "5_95;rm"])
def test_a_lut_that_makes_no_sense_is_not_sent(server, lut):
    with pytest.raises(RequestError, match="lut"):
        sheet(server, lut=lut)

    assert server.stats()["queries"] == 0


def test_a_page_in_place_of_a_picture_is_told(server):
    server.switch(products=made_up(*SEED[:1]), files_as_html=True)

    with pytest.raises(ChipsError, match="no picture"):
        sheet(server)


def test_pictures_cut_short_are_fetched_once_more(server):
    server.switch(products=made_up(*SEED[:3]), cut_after=50, cut_times=1)

    assert len(sheet(server).pictures) == 3


def test_a_picture_that_can_not_be_had_is_named_and_the_others_come(server):
    server.switch(products=made_up(*SEED[:3]), cut_after=50, cut_times=2)  # the first one, twice

    made = sheet(server)

    assert [picture.product for picture in made.pictures] == list(SEED[1:3])
    assert [(one.acquired.day, "broke off" in one.reason) for one in made.lost] == [(2, True)]


def test_a_picture_on_another_host_is_refused(server):
    server.switch(products=made_up(*SEED[:1]), evil_paths="other_host")

    with pytest.raises(ChipsError, match=r"other\.invalid"):
        sheet(server)


def test_c30_pictures_are_found_whatever_the_page_looks_like():
    page = (
        '<!doctype html><style>td{}</style><table><tr><td><label><img id = "20190602T104031" '
        f"src='/static/tmp/E5/{SEED[0]}.SAFE.png'></label><br>20190602T104031</td></tr><br></tr>"
        '<img><img src="/logo.png"><img src="x.png"><script>"<img src=y.png>"</script>'
    )

    assert paths_in(page) == [f"/static/tmp/E5/{SEED[0]}.SAFE.png"]


def test_c31_an_empty_table_holds_no_pictures():
    assert paths_in("<!doctype html><table></tr></table>") == []


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
