"""Runs of three dates in a folder, and the page that is made of it."""

from __future__ import annotations

from dataclasses import replace

from cbm_chips.core.model import Absence
from cbm_chips.core.outputs.html.from_run_folder import RunContents, sections_of
from cbm_chips.core.outputs.html.page import write_html_sheet
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.composites import composite_of
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.html_pages import Page

BANDS = ("B08", "B04", "B11")
PARCEL = a_parcel()
RESULTS = (
    a_chip(BANDS, scene=a_scene("first", "2020-03-05T10:36:34"), failures={"B03": "HTTP 404"}),
    a_failed_chip("HTTP 503; B04: slow"),
    a_failed_chip(
        "97 % cloud",
        Absence.EXCLUDED,
        scene=a_scene("third", "2020-03-12T10:36:34"),
        flag=CloudFlag.CLOUDY,
        histogram={9: 97, 4: 3},
        cloud_fraction=0.97,
    ),
)


def write_run(folder, output="bands", places=(PARCEL,), results=RESULTS, look=None):
    with RunWriter(folder, output, look=look) as run:
        for place in places:
            for result in results:
                run.add(place, result)
    return folder


def page_of(folder, path, wanted=None, look=None):
    run = read_run(folder)
    showable = RunContents.of(run)
    bands = showable.choose(wanted)
    look = replace(look or Look(), shows=composite_of(bands))
    sections = sections_of(run, look, is_ready_made=showable.is_ready_made(bands))
    return Page.read(write_html_sheet(sections, path, names=[p.place.name for p in run]))
