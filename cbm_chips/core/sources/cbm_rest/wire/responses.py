"""Responses of a CbM server, parsed: the same few forms stand for many things.

One object whose values are equally long lists is a table; empty lists are "nothing found"; `{}`
is "something failed", and on requests for chips usually "too many".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....errors import SourceError
from ....reading.network import FOR_EVER_S, in_words
from ....reasons import Reason
from ....sentinel2.product_names import read_name, time_of
from ...http.json_client import parse_response
from ...http.response_body import shorten
from .http import Response


class LoginRefused(SourceError):
    """The server refuses the login; a retry with it is useless."""

    status = 401  # as `HttpRefusal.status`


class AreaRefused(SourceError):
    """The login is right, but has no right to this area."""

    status = 403


class ServerFailed(SourceError):
    """HTTP 500: on a request for chips also a new place where nothing was found."""

    may_pass = True


class TooManyChips(SourceError):
    """`{}` on a request for chips: more than the server makes at once, or it failed."""

    may_pass = True


class NotOffered(SourceError):
    """The server has no such endpoint, or does not accept the request."""


class TableRefused(SourceError):
    """`{}` on a request for a table: the database refused it."""


class ServerBusy(SourceError):
    """The server asks to wait: further requests make it worse."""

    may_pass = True


@dataclass(frozen=True)
class ServerFile:
    """A chip's file on the server.

    Attributes:
        product: ESA's product name, without `.SAFE`.
        band: name out of `BANDS`.
        path: as the server gave it, unchecked; see `ServerAddress.file`.
    """

    product: str
    band: str
    path: str


@dataclass(frozen=True)
class ChipList:
    """A response to a request for chips.

    Attributes:
        products: names without `.SAFE`, oldest first, each once.
        files: the files made; empty in a response to `onlylist`.
        is_bare: the server knows `onlylist` and made nothing.
        odd: names that are not names of products.
    """

    products: tuple[str, ...]
    files: tuple[ServerFile, ...] = ()
    is_bare: bool = False
    odd: tuple[str, ...] = ()


_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_PASSWORD = re.compile(r"type\s*=\s*[\"']?password", re.IGNORECASE)
_LONGEST_NAME = 255
_FILE_PATH = re.compile(
    r"(?P<product>[^/]+?)(?:\.SAFE)?\.(?P<band>[A-Z0-9]{3})\.tiff?", re.IGNORECASE
)


def read_object(answer: Response, host: str) -> Mapping[str, Any]:
    """The JSON object in a response, `{}` included, whatever its content type says.

    Raises:
        LoginRefused, AreaRefused, NotOffered, ServerFailed: by the HTTP status.
        SourceError: for a web page, another refusal or anything that is no JSON object.
    """
    check_status(answer, host)
    content = parse_response(answer.text, host)
    if not isinstance(content, dict):
        raise SourceError(Reason("{host} answered with something else than an object", host=host))
    if "error" in content:
        raise NotOffered(
            Reason("{host} refused: {text}", host=host, text=shorten(str(content["error"])))
        )
    return content


_REFUSALS: Mapping[int, Callable[[str], SourceError]] = {
    401: lambda host: AreaRefused(
        Reason("{host}: this login has no right to this area", host=host)
    ),
    403: lambda host: AreaRefused(Reason("{host} refused access (403)", host=host)),
    404: lambda host: NotOffered(
        Reason("{host} has no such service (404): is the address complete?", host=host)
    ),
    405: lambda host: NotOffered(
        Reason("{host} has no such service (405): is the address complete?", host=host)
    ),
    407: lambda host: SourceError(Reason("the proxy needs a login (see QGIS's network options)")),
}


def check_status(answer: Response, host: str) -> None:
    """Raise for every status but 200; see `read_object`."""
    status, said = answer.status, "" if answer.is_page else shorten(answer.text)
    if status == 200:
        return
    if status == 401 and (answer.has_challenge or "verify" in said.lower()):
        raise LoginRefused(
            Reason("{host} refused the login: wrong user name or password, or none", host=host)
        )
    if status in _REFUSALS:
        raise _REFUSALS[status](host)
    if status == 429 or (status == 503 and answer.pause_s):
        raise ServerBusy(_busy_words(host, status, answer.pause_s))
    if status >= 500:
        raise ServerFailed(Reason("{host} failed ({status})", host=host, status=status))
    said = said or Reason("a web page")
    raise NotOffered(
        Reason("{host} answered {status}: {said}", host=host, status=status, said=said)
    )


def _busy_words(host: str, status: int, pause_s: float | None) -> str:
    if pause_s is None or not 2 <= pause_s < FOR_EVER_S:
        return Reason("{host} is busy ({status}): try again later", host=host, status=status)
    return Reason(
        "{host} is busy ({status}): try again in {time}",
        host=host,
        status=status,
        time=in_words(pause_s),
    )


def is_page_of_chips(page: str) -> bool:
    """True for a page with a table, even an empty one, and without a login form."""
    return bool(_TABLE.search(page)) and not _PASSWORD.search(page)


def read_chips(answer: Response, host: str) -> ChipList:
    """The chips in a response, with or without `dates`.

    Raises:
        TooManyChips: for `{}`.
        SourceError: see `read_object`.
    """
    content = read_object(answer, host)
    if not content:
        raise TooManyChips(
            Reason("{host} made nothing: too many chips at once, or it failed", host=host)
        )
    given = content.get("chips")
    is_list = isinstance(given, list) and any(isinstance(chip, str) for chip in given)
    if not is_list and given != []:
        raise SourceError(Reason("{host} answered without a list of chips", host=host))
    chips = [chip if isinstance(chip, str) else "" for chip in given or ()]
    if "dates" not in content:
        products = [product_of(chip) for chip in chips]
        odd = tuple(chip for chip, product in zip(chips, products) if not product)
        return ChipList(_ordered(products), is_bare=True, odd=odd)
    files = [read_path(chip) for chip in chips]
    odd = tuple(chip for chip, file in zip(chips, files) if file is None)
    staged = tuple(file for file in files if file is not None)
    return ChipList(_ordered([file.product for file in staged]), staged, odd=odd)


def read_path(path: str) -> ServerFile | None:
    """Product and band by the last part of a path; None if it is no chip's file."""
    match = _FILE_PATH.fullmatch(path.rpartition("/")[2][:_LONGEST_NAME])
    product = product_of(match.group("product")) if match else ""
    return ServerFile(product, match.group("band").upper(), path) if match and product else None


def unlisted(
    asked: Iterable[tuple[str, str]], files: tuple[ServerFile, ...]
) -> Iterator[ServerFile]:
    """Files of `asked` that are not listed, but have a listed twin of the same second and band."""
    known = {(file.product, file.band) for file in files}
    twins = {(read_name(file.product).start, file.band): file for file in files}
    for product, band in asked:
        twin = twins.get((read_name(product).start, band))
        if twin is not None and (product, band) not in known:
            folder = twin.path.rpartition("/")[0]
            yield ServerFile(product, band, f"{folder}/{product}.{band}.tif")


def product_of(name: str) -> str:
    """The product's name in capital letters and without `.SAFE`; empty if it is none."""
    name = re.sub(r"\.SAFE$", "", name.strip()[:_LONGEST_NAME], flags=re.IGNORECASE).upper()
    read = read_name(name)
    return name if read.full == name and name.isascii() and time_of(read.start) else ""


def _ordered(products: list[str]) -> tuple[str, ...]:
    known = {product for product in products if product}
    return tuple(sorted(known, key=lambda product: (read_name(product).start, product)))


@dataclass(frozen=True)
class ColumnTable:
    """A column-wise response by rows; no row where all its lists are empty."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]


def read_table(answer: Response, host: str) -> ColumnTable:
    """The table in a response.

    Raises:
        SourceError: for `{}`, which says that the server failed, and as `read_object`.
    """
    content = read_object(answer, host)
    if not content:
        raise TableRefused(
            Reason("{host} could not carry out the question: are all its parts right?", host=host)
        )
    columns = {name: value for name, value in content.items() if isinstance(value, list)}
    lengths = {len(column) for column in columns.values()}
    if len(lengths) != 1 or len(columns) < len(content):
        raise SourceError(
            Reason("{host} answered with a table whose columns don't fit together", host=host)
        )
    names = tuple(columns)
    return ColumnTable(names, tuple(dict(zip(names, row)) for row in zip(*columns.values())))
