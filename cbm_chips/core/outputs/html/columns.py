"""How many columns the table of an HTML page may have; importing it loads nothing else."""

from __future__ import annotations

from ...errors import RequestError
from ...reasons import Reason

MOST_COLUMNS = 8
"""As many as the CbM service's page has."""


def check_columns(columns: int) -> None:
    """Refuse a table without a column, or with too many.

    Raises:
        RequestError: field `columns`.
    """
    if not 1 <= columns <= MOST_COLUMNS:
        raise RequestError("columns", columns, Reason("1 to {most}", most=MOST_COLUMNS))
