"""How GDAL is called through `osgeo`: nothing of the process is changed.

GDAL's exception mode and options belong to the whole QGIS process, so neither is touched:
results are checked, options are set for the thread and taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ...errors import ReadError
from ...reasons import Reason


def keep_exception_mode() -> None:
    """Choose what GDAL does anyway, where nobody chose: from 3.7 on it warns of that, once.

    QGIS chooses from 3.38 on; in plain Python the warning would come out of our calls.
    """
    from osgeo import gdal, ogr, osr

    if not any(module.GetUseExceptions() for module in (gdal, ogr, osr)):
        gdal.DontUseExceptions()  # of ogr and osr too, since it warns for them


def checked(call: Any, *, silence: str = Reason("GDAL did not say why")) -> Any:  # noqa: ANN401
    """The call's result; None, or an exception where the process has switched those on, raises."""
    from osgeo import gdal

    gdal.ErrorReset()
    try:
        result = call()
    except RuntimeError as error:
        raise ReadError(str(error)) from error
    if result is None:
        raise ReadError(gdal.GetLastErrorMsg() or silence)
    return result


@contextmanager
def thread_options(options: Mapping[str, str]) -> Iterator[None]:
    """GDAL's options, for this thread and for a while."""
    from osgeo import gdal

    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    try:
        for name, value in options.items():
            gdal.SetThreadLocalConfigOption(name, value)
        yield
    finally:
        for name, old in before.items():
            gdal.SetThreadLocalConfigOption(name, old)


@contextmanager
def quiet() -> Iterator[None]:
    """GDAL's own quiet handler, which is per thread; its words are read after the call."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()
