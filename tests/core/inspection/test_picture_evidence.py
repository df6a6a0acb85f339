"""What the record keeps of a picture, and that the picture can be made again from it."""

from __future__ import annotations

from dataclasses import replace

from cbm_chips.core.inspection.picture_evidence import picture_evidence
from cbm_chips.core.inspection.pictures import look_of_text, picture_png, sha256_of
from cbm_chips.core.model.scene import NO_DATE
from cbm_chips.core.rendering.look import Look
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, pixels


def test_the_evidence_is_enough_to_prove_the_picture_again():
    chip = a_chip(scene=a_scene(product="S2A_MSIL2A_X.SAFE"))
    others = [a_chip(pixels(("B08", "B04", "B03"), a_grid(), seed=n)) for n in range(1, 3)]
    kept = picture_evidence(chip, Look(), series=(chip, *others), viewed_s=4.5)
    assert sha256_of(picture_png(chip, look_of_text(kept.shown_as))) == kept.sha256
    assert (kept.scene, kept.product, kept.baseline) == (
        chip.scene.id,
        "S2A_MSIL2A_X.SAFE",
        "05.00",
    )
    assert kept.offsets == "B08 -1000, B04 -1000, B03 -1000"
    assert kept.grid == "EPSG:32631 650000 5850000 10 m 128 x 128 px"
    assert (kept.flag, kept.viewed_s) == ("partly", 4.5)


def test_what_is_not_known_stays_empty():
    chip = a_chip(scene=a_scene(acquired=NO_DATE, baseline=None))
    plain = replace(chip, scales=dict.fromkeys(chip.scales, (1e-4, 0.0)))
    kept = picture_evidence(plain, Look())
    assert (kept.acquired, kept.baseline, kept.offsets) == (None, "", "")
