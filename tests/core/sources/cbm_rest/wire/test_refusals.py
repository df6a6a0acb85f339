"""A CbM server that refuses or fails: every fault has its words."""

from __future__ import annotations

import pytest

from cbm_chips.core import FailedChip, SourceError
from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sources.cbm_rest.wire.responses import AreaRefused, LoginRefused, ServerFailed
from tests.cbm import HURRIED, SEED, a_source, asked, made_up, seed_request, start_over
from tests.servers.process import ServerProcess


def fetch(server, **others) -> bytes:
    with a_source(server, **others) as source:
        return source.fetch(seed_request())


def test_c01_a_login_refused_is_told_and_not_tried_again(server):
    wrong = {"Authorization": "Basic dGVzdGVyOndyb25n"}

    with pytest.raises(LoginRefused, match="user name or password"):
        fetch(server, credentials=wrong)

    assert len(asked(server, "rawChip")) == 1


def test_c02_an_area_not_granted_is_no_wrong_login(server):
    with a_source(server) as source, pytest.raises(AreaRefused, match="no right"):
        source.service.table("parcelByID", {"aoi": "zz", "year": "2020", "pid": "1"})


def test_a_login_refused_half_way_ends_the_run_with_words(server):
    with a_source(server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        server.switch(fail_first_n=-1, fail_status=401)
        rest = [event for event in events if isinstance(event, FailedChip)]

    assert len(rest) == 4
    assert len(asked(server, "rawChip")) == 2


def test_a_proxys_page_is_told_as_such(server):
    server.switch(login_page=True)

    with pytest.raises(SourceError, match="proxy or login page"):
        fetch(server)


def test_half_an_answer_is_told_as_such(server):
    server.switch(garbage_json=True)

    with pytest.raises(SourceError, match="no JSON"):
        fetch(server)


def test_c22_a_single_500_is_forgiven(server):
    server.switch(fail_first_n=1)

    assert fetch(server)
    assert len(asked(server, "rawChip")) == 2


def test_c22_a_server_that_fails_is_not_asked_a_third_time(server):
    server.switch(fail_first_n=-1)

    with pytest.raises(ServerFailed, match="500"):
        fetch(server)

    assert len(asked(server, "rawChip")) == 2


def test_a_wrong_address_is_told(server):
    with a_source(server, "/elsewhere") as source, pytest.raises(SourceError, match="404"):
        source.fetch(seed_request())


def test_nobody_there():
    class Gone:
        url = "http://127.0.0.1:9"

    with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1:9"):
        fetch(Gone)


def test_no_network(tmp_path):
    class Unknown:
        url = "http://no-such-host.invalid"

    with pytest.raises(SourceUnreachable, match=r"no-such-host\.invalid can't be reached"):
        fetch(Unknown)


@pytest.fixture
def server(server) -> ServerProcess:
    return start_over(server, products=made_up(*SEED[:4]))
