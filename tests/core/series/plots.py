"""Plots laid out for tests."""

from __future__ import annotations

from cbm_chips.core.series.plot.content import PlotContent
from cbm_chips.core.series.plot.layout import lay_out
from tests.core.series.made import some_text


def laid_out(*series, width=600, height=300, shown=None, **others):
    content = PlotContent(tuple(series), **others)
    return lay_out(content, some_text(), width=width, height=height, shown=shown)
