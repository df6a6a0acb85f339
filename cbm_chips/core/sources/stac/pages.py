"""Page after page of a STAC API's search, through pystac-client and our own connections."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...errors import MissingPackage, SourceError
from ...reading.origins import host_of
from ...reasons import Reason
from ..http.json_client import TimedClient, parse_response
from ..http.response_body import excerpt
from .json_fields import links_of, text
from .links import own_address


@dataclass(frozen=True)
class SearchEndpoint:
    """Where and how an API is searched."""

    url: str
    method: str


def answers(
    client: TimedClient, place: SearchEndpoint, question: dict[str, Any], notes: list[str]
) -> Iterator[dict[str, Any]]:
    """The pages of a search, until one has no link to a next one.

    Args:
        client: sends the requests.
        place: where and how to search.
        question: parameters of the search, by pystac-client's names.
        notes: problems with the links are added to it.
    """
    try:
        from pystac_client.item_search import ItemSearch
    except ImportError as error:
        raise MissingPackage(Reason("STAC catalogues need the package pystac-client")) from error
    io = _stac_io(client, place, notes)
    pages: Iterator[dict[str, Any]] = ItemSearch(
        place.url, method=place.method, stac_io=io, **question
    ).pages_as_dicts()
    return pages


def _stac_io(client: TimedClient, place: SearchEndpoint, notes: list[str]) -> Any:  # noqa: ANN401
    """pystac-client's I/O through our own client, with our errors."""
    from pystac_client.stac_api_io import StacApiIO

    class Io(StacApiIO):  # type: ignore[misc]
        def request(
            self,
            href: str,
            method: str | None = None,
            headers: dict[str, str] | None = None,
            parameters: dict[str, Any] | None = None,
        ) -> str:
            if method == "POST":
                return client.fetch(href, method="POST", body=parameters).text
            return client.fetch(href, parameters=parameters).text

        def read_json(self, source: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
            page = _page(
                parse_response(self.read_text(source, *args, **kwargs), host_of(place.url)), place
            )
            notes.extend(page.pop("notes"))
            return page

    return Io()


def _page(answer: object, place: SearchEndpoint) -> dict[str, Any]:
    """A page made safe for pystac-client, which does not check links."""
    if not isinstance(answer, dict) or not isinstance(answer.get("features"), list):
        host = host_of(place.url)
        raise SourceError(
            Reason(
                "{host} answered without a list of items: {text}", host=host, text=excerpt(answer)
            )
        )
    onward = links_of(answer, "next")
    links = [made for link in onward if (made := _next_link(link, place))]
    notes = []
    if onward and not links:
        notes.append(Reason("the server's link to the next page is broken; the search ended there"))
    if links and not own_address(place.url, links[0].pop("stated_href")):
        notes.append(
            Reason("the server's link to the next page leads elsewhere; its own search was asked")
        )
    return {**answer, "links": links[:1], "notes": notes}


def _next_link(link: Mapping[str, Any], place: SearchEndpoint) -> dict[str, Any] | None:
    """A link to the next page of this search; None if it is none.

    Origin, method, headers and the parameters of the search stay ours: only what identifies the
    page is taken over.
    """
    href, body = text(link.get("href")), link.get("body", {})
    if not isinstance(link.get("href"), str) or not href or not isinstance(body, dict):
        return None
    is_post = text(link.get("method")).upper() == "POST"
    own = own_address(place.url, href)
    if not own and is_post != (place.method == "POST"):
        return None
    _, _, query = href.partition("?")
    elsewhere = place.url if is_post or not query else f"{place.url.partition('?')[0]}?{query}"
    return {
        "rel": "next",
        "href": own or elsewhere,
        "method": "POST" if is_post else "GET",
        "merge": is_post,
        "body": body if is_post else {},
        "headers": {},
        "stated_href": href,
    }
