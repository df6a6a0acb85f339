"""Redirects of searches: followed one at a time, the same for all sources."""

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.origins import MOST_REDIRECTS
from cbm_chips.core.sources.http.redirects import WebRequest, follow
from cbm_chips.core.sources.http.sessions import KeptSession, new_session
from tests.servers.scripted import scripted

NETWORK = Network(retries=0, connect_timeout_s=60, read_timeout_s=60)


def ends_at(server, method, *, check=lambda before, after: None):
    """Method and body of the last request, and its status."""
    sent = []
    session = KeptSession(lambda: new_session(NETWORK))

    def send(request):
        sent.append(request)
        method, url = request.method, request.url
        return session().request(method, url, allow_redirects=False, **request.parts)

    parts = {"json": {"a": 1}, "params": {"b": "2"}, "headers": {"Connection": "close"}}
    try:
        response = follow(WebRequest(method, server.url + "/", parts), send, check=check)
    finally:
        session.close()
    return sent[-1].method, sent[-1].parts.get("json"), response.status_code


@pytest.mark.parametrize(
    ("status", "method", "body"),
    [(301, "POST", {"a": 1}), (307, "POST", {"a": 1}), (308, "POST", {"a": 1}), (303, "GET", None)],
)
def test_only_see_other_makes_a_post_a_get(status, method, body):
    script = {"/": (status, {"Location": "/there"}, ""), "/there": (200, {}, "")}
    with scripted(script) as server:
        assert ends_at(server, "POST") == (method, body, 200)


def test_a_circle_of_redirects_ends():
    with scripted({"/": (302, {"Location": "/"}, "")}) as server:
        with pytest.raises(SourceError, match="without end"):
            ends_at(server, "GET")
        assert len(server.asked) == MOST_REDIRECTS + 1


def test_what_the_source_does_not_allow_is_not_sent():
    def check(before, after):
        raise SourceError(f"not to {after.url.rpartition('/')[2]}")

    with scripted({"/": (302, {"Location": "/there"}, "")}) as server:
        with pytest.raises(SourceError, match="not to there"):
            ends_at(server, "GET", check=check)
        assert len(server.asked) == 1
