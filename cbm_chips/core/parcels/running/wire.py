"""Calls and their results as bytes, between processes that call this package differently.

In the format that Dask uses for all that goes between its client and its workers. Only bytes of our
own client and workers are opened, over the cluster's own connections.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib import import_module
from typing import Any, Callable

PACKAGE = __name__.partition(".core.")[0]
"""What this package is called here."""


def packed_call(call: Callable[..., Any], given: tuple[Any, ...]) -> bytes:
    """A call for `answer`."""
    return _packed((call, given))


def answer(packed: bytes, sender: str) -> bytes:
    """Do a call that came from where this package is called `sender`."""
    call, given = unpacked(packed, sender)
    try:
        result = call(*given)
    except Exception as error:
        if sender == PACKAGE:
            raise
        raise RuntimeError(f"{type(error).__name__}: {error}") from None  # known there as well
    return _packed((PACKAGE, _packed(result)))


def result_of(packed: bytes) -> Any:  # noqa: ANN401 - whatever was called
    """What `answer` has given."""
    sender, result = _format().loads(packed)
    return unpacked(result, sender)


def unpacked(packed: bytes, sender: str) -> Any:  # noqa: ANN401 - whatever was packed
    """A value out of bytes of a process in which this package is called `sender`."""
    reader = _reader()(io.BytesIO(packed))
    reader.sender = sender
    return reader.load()


@lru_cache(maxsize=1)
def _format() -> Any:  # noqa: ANN401
    """What Dask itself packs by."""
    return import_module("distributed.protocol.pickle").pickle


@lru_cache(maxsize=1)
def _reader() -> Any:  # noqa: ANN401
    """A class, made on first use: Dask may not be installed."""
    return type("Reader", (_NamesFromElsewhere, _format().Unpickler), {})


class _NamesFromElsewhere:
    """Finds what is of this package under its name here."""

    sender = PACKAGE

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        if module == self.sender or module.startswith(f"{self.sender}.core."):
            module = PACKAGE + module[len(self.sender) :]
        return super().find_class(module, name)  # type: ignore[misc]


def _packed(value: object) -> bytes:
    packed: bytes = _format().dumps(value, _format().HIGHEST_PROTOCOL)
    return packed
