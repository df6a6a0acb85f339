"""`make tour`: the pictures of README's day of an inspection, taken anew, small: docs/pictures."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

import numpy as np  # noqa: E402
import rasterio  # noqa: E402
from PIL import Image  # noqa: E402

from tests.inspection_states import FOLDER  # noqa: E402
from tests.pictures import PICTURES, main  # noqa: E402

DOCS = REPOSITORY / "docs" / "pictures"
LOOK = "inspection"
STATES = {
    "queue-dialog": "inspection-queue.png",
    "on-map": "inspection-desk.png",
    "agreement": "inspection-agreement.png",
}
PAGES, PAGE_DPI, GAP_PX = 2, 88, 12
COLOURS, ROUNDS = 256, 8


def take_tour() -> None:
    """Each state's picture, and the first pages of the evidence's PDF beside one another."""
    main([LOOK])
    for state, name in STATES.items():
        (picture,) = (PICTURES / LOOK).glob(f"*-{state}.png")
        save(Image.open(picture), name)
    (sheet,) = (FOLDER / "evidence").glob("*/sheet.pdf")
    save(beside(pages_of(sheet)), "inspection-evidence.png")


def pages_of(path: Path) -> list[Image.Image]:
    """The first ones, as GDAL draws them."""
    warnings.simplefilter("ignore", rasterio.errors.NotGeoreferencedWarning)
    pages = []
    with rasterio.Env(GDAL_PDF_DPI=str(PAGE_DPI)):
        for number in range(1, PAGES + 1):
            with rasterio.open(f"PDF:{number}:{path}") as page:
                pages.append(Image.fromarray(np.moveaxis(page.read()[:3], 0, -1)))
    return pages


def beside(pictures: list[Image.Image]) -> Image.Image:
    """In one picture, on grey."""
    width = sum(one.width for one in pictures) + GAP_PX * (len(pictures) + 1)
    height = max(one.height for one in pictures) + 2 * GAP_PX
    sheet, left = Image.new("RGB", (width, height), "#b0b0b0"), GAP_PX
    for one in pictures:
        sheet.paste(one, (left, GAP_PX))
        left += one.width + GAP_PX
    return sheet


def save(picture: Image.Image, name: str) -> None:
    """With a palette that keeps the rare colours, those of the answers, and moves to the others."""
    rare_too = Image.Quantize.MAXCOVERAGE
    small = picture.convert("RGB").quantize(COLOURS, rare_too, ROUNDS, dither=Image.Dither.NONE)
    small.save(DOCS / name, optimize=True)
    print(f"docs/pictures/{name}: {(DOCS / name).stat().st_size // 1000} kB")


if __name__ == "__main__":
    take_tour()
