"""The verdict on a date: told by a word, a colour and a symbol."""

from __future__ import annotations

import pytest

from cbm_chips.core.model import Absence
from cbm_chips.core.outputs.html.verdict_marks import mark_of, verdict_of
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.chips import a_chip, a_failed_chip


def test_every_verdict_has_a_word_a_colour_and_a_symbol_of_its_own():
    flags = [a_chip(flag=flag) for flag in CloudFlag]
    absences = [a_failed_chip(absence=absence) for absence in Absence]
    marks = {mark_of(result) for result in (*flags, *absences)}
    assert len({mark.word for mark in marks}) == len(CloudFlag) + len(Absence)
    judged = [mark_of(chip) for chip in flags]
    assert len({(mark.color, mark.symbol) for mark in judged}) == len(CloudFlag)


@pytest.mark.parametrize(
    ("flag", "fraction", "words"),
    [
        (CloudFlag.CLEAR, 0.0, "clear"),
        (CloudFlag.PARTLY, 0.004, "partly < 1 %"),
        (CloudFlag.PARTLY, 0.124, "partly 12 %"),
        (CloudFlag.CLOUDY, 0.998, "cloudy 99 %"),
        (CloudFlag.CLOUDY, 1.0, "cloudy 100 %"),
        (CloudFlag.NO_DATA, None, "no data"),
    ],
)
def test_the_share_is_never_0_or_100_by_rounding(flag, fraction, words):
    assert verdict_of(a_chip(flag=flag, cloud_fraction=fraction)) == words
