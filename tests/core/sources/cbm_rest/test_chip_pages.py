"""The service's page of chips, read as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone

import pytest

from cbm_chips.core import ChipsError, RequestError
from cbm_chips.core.sources.cbm_rest.chips.chip_pages import chip_page
from tests.cbm import SEED, a_source, asked, daily, made_up, seed_request, serving, start_over
from tests.servers.process import ServerProcess

RGB = ("B08", "B11", "B04")


@pytest.fixture(scope="module")
def cbm(sample_archive) -> Iterator[ServerProcess]:
    with serving(sample_archive) as server:
        yield server


@pytest.fixture
def server(cbm) -> ServerProcess:
    return start_over(cbm)


def sheet(server, request=None, *, bands=RGB, lut="10_90"):
    with a_source(server) as source:
        return chip_page(source.service, request or seed_request(), bands=bands, lut=lut)


def test_c30_the_pictures_of_a_page_oldest_first(server):
    server.switch(products=made_up(*reversed(SEED)))

    pictures = sheet(server).pictures

    assert [picture.product for picture in pictures] == list(SEED)
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
