"""The border around a read job: whatever is raised within it is this job's failure alone."""

from __future__ import annotations

import logging
import traceback

from ..errors import ChipsError, ReadError
from .contract import Read, ReadJob
from .retries import without_secrets

LOG = logging.getLogger(__name__)


def failed(job: ReadJob, error: Exception) -> Read:
    """The job with its reason; what is no error of ours is a mistake and goes to the log."""
    if isinstance(error, ReadError):
        return Read(job, error=error)
    if isinstance(error, ChipsError):
        return Read(job, error=ReadError(str(error)))
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    LOG.error("%s: a mistake while reading\n%s", job.asset.band, without_secrets("".join(lines)))
    if isinstance(error, MemoryError):
        return Read(job, error=ReadError("there is too little memory to read it"))
    name = type(error).__name__
    return Read(job, error=ReadError(f"a mistake while reading ({name}); the log tells more"))
