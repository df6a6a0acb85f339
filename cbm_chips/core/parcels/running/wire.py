"""Calls and their results as bytes, between processes that call this package differently.

In the format that Dask uses for all that goes between its client and its workers. Only bytes of our
own client and workers are opened, over the cluster's own connections.
"""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any, Callable

_FORMAT: Any = import_module("pickle")
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
    sender, result = _FORMAT.loads(packed)
    return unpacked(result, sender)


def unpacked(packed: bytes, sender: str) -> Any:  # noqa: ANN401 - whatever was packed
    """A value out of bytes of a process in which this package is called `sender`."""
    return _Unpickler(packed, sender).load()


class _Unpickler(_FORMAT.Unpickler):  # type: ignore[misc]
    """Finds what is of this package under its name here."""

    def __init__(self, packed: bytes, sender: str) -> None:
        super().__init__(io.BytesIO(packed))
        self._sender = sender

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        if module == self._sender or module.startswith(f"{self._sender}.core."):
            module = PACKAGE + module[len(self._sender) :]
        return super().find_class(module, name)


def _packed(value: object) -> bytes:
    packed: bytes = _FORMAT.dumps(value, _FORMAT.HIGHEST_PROTOCOL)
    return packed
