"""A run as JSON text, and the run of a text: for records that have to tell what was asked of whom.

It holds no secret: of a login the id of its configuration, of an address what opens no door.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from ...errors import RequestError
from ...model import ChipRequest
from ...reasons import Reason
from ...sentinel2.scl import CloudRule
from ..run_folder.places import feature_of, place_of
from .repeatable_run import RepeatableRun

_OF_REQUEST = tuple(row.name for row in fields(ChipRequest) if row.name != "place")


def request_text(run: RepeatableRun) -> str:
    """One line of JSON, the same for equal runs; `run_of_text` reads it."""
    request = run.request
    content = {
        "source": run.source,
        "login": run.login,
        "place": feature_of(request.place),
        **{name: getattr(request, name) for name in _OF_REQUEST},
        "start": request.first_day.isoformat(),
        "end": request.last_day.isoformat(),
        "cloud_rule": {**asdict(run.rule), "bad_classes": sorted(run.rule.bad_classes)},
        "is_source_whole": run.is_source_whole,
    }
    return json.dumps(content)


def run_of_text(text: str) -> RepeatableRun:
    """The run that `request_text` wrote.

    Raises:
        RequestError: field `request`, for any other text; or naming the field that is not possible.
    """
    try:
        return _run(json.loads(text))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        allowed = Reason("the text of a request ({error})", error=error)
        raise RequestError("request", text[:80], allowed) from None


def _run(content: Any) -> RepeatableRun:  # noqa: ANN401
    asked = {name: content[name] for name in _OF_REQUEST if name in content}
    asked["bands"] = tuple(content["bands"])
    return RepeatableRun(
        ChipRequest(place_of(content["place"]), **asked),
        str(content["source"]),
        str(content.get("login", "")),
        CloudRule(**content["cloud_rule"]),
        bool(content.get("is_source_whole", True)),
    )
