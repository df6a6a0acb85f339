"""What can go wrong, as types. Every message says what was given and what is allowed."""

from __future__ import annotations

from .reasons import Reason


class ChipsError(Exception):
    """Anything this product raises on purpose; the message, a `Reason`, is for people."""


class RequestError(ChipsError):
    """A request that can't be carried out as given.

    Attributes:
        field: name of the offending field, as in `ChipRequest` or an algorithm's parameter.
        value: what was given.
        allowed: what would have been accepted, as half a sentence.
    """

    def __init__(self, field: str, value: object, allowed: str) -> None:
        """Build the message out of its three parts, so that none can be forgotten."""
        message = Reason(
            "{field}: {value} is not possible; allowed: {allowed}",
            field=field,
            value=value if isinstance(value, Reason) else _shorten(value),
            allowed=allowed,
        )
        super().__init__(message)
        self.field = field
        self.value = value
        self.allowed = allowed

    def __reduce__(self) -> tuple[type[RequestError], tuple[str, object, str]]:
        """For other processes."""
        return type(self), (self.field, self.value, self.allowed)


class SourceError(ChipsError):
    """A source could not be asked or did not answer as it should.

    Attributes:
        may_pass: later it may answer; until then an earlier answer may stand in.
    """

    may_pass = False


class SourceUnreachable(SourceError):
    """No answer from the source at all."""

    may_pass = True


class ReadError(ChipsError):
    """One band of one scene could not be read.

    Attributes:
        http_status: the server's status where one is known, else None.
    """

    def __init__(self, message: str, *, http_status: int | None = None) -> None:
        """Keep the status beside the words: retries and fallbacks depend on it."""
        super().__init__(message)
        self.http_status = http_status


class MissingPackage(ChipsError):
    """A Python package this step needs is not installed."""


_LONGEST_VALUE = 120


def _shorten(value: object) -> str:
    text = repr(value)
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 3] + "..."
