"""The login of a CbM server: where it is sent, and where it is not."""

from __future__ import annotations

import json

import pytest

from cbm_chips.core import ReadError, SourceError
from cbm_chips.core.sources.cbm_rest.parcel_data.parcels import offered_areas
from cbm_chips.core.sources.cbm_rest.wire.responses import LoginRefused
from tests.cbm import a_source
from tests.core.sources.cbm_rest.answers import area, as_said, info, served
from tests.raw_server import Said, saying


def test_a_byte_order_mark_before_an_answer_is_no_fault() -> None:
    body = b"\xef\xbb\xbf" + json.dumps(info(ms=area())).encode()
    with served(Said(body)) as (_, source):
        assert "ms" in source.service.info()["aois"]


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
