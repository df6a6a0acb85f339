"""The RGB pictures: 128 x 128 pixels, stretched by percentiles over everything, zeros included."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Optional

from .catalogue import Product, Square
from .cutting import cut

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EDGE_PX = 128
_DEFAULT_LUT = [5.0, 95.0]


def picture_of(
    product: Product, bands: tuple[str, ...], lut: str, square: Square
) -> Optional[bytes]:
    """PNG without georeference; None when a band is missing or the LUT makes no sense."""
    layers = [cut(product, band, square) for band in bands[:3]]
    pairs = limits_of(lut)
    if len(layers) < 3 or any(layer is None for layer in layers) or pairs is None:
        return None
    pixels = [layer.pixels for layer in layers if layer is not None]
    return as_png([layer_of(band, lut, number=number) for number, band in enumerate(pixels)])


def limits_of(lut: str) -> Optional[list[float]]:
    """Two percentiles or six values; None for any other count or a percentile out of range."""
    try:
        values = [float(word) for word in lut.split("_")]
    except ValueError:
        return _DEFAULT_LUT
    if len(values) == 2:
        return values if all(0 <= value <= 100 for value in values) else None
    return values if len(values) == 6 else None


def layer_of(pixels: NDArray[Any], lut: str, *, number: int) -> NDArray[np.uint8]:
    """A band as it is in the picture; `number` 0..2 says which pair of six values is its own."""
    import numpy as np

    values = limits_of(lut) or _DEFAULT_LUT
    if len(values) == 2:
        low, high = np.percentile(pixels, values)
    else:
        low, high = values[2 * number : 2 * number + 2]
    return on_square(stretched(pixels, low, high=high))


def stretched(pixels: NDArray[Any], low: float, *, high: float) -> NDArray[np.uint8]:
    """0..255, truncated; without a range between the limits it is a threshold at `low`."""
    import numpy as np

    dn = pixels.astype(np.float64)
    span = high - low if low < high else 1.0
    return np.clip(255 * (dn - low) / span, 0, 255).astype(np.uint8)


def on_square(pixels: NDArray[Any]) -> NDArray[Any]:
    """Nearest neighbour on 128 x 128, whatever shape comes: pixel j takes floor(j * n / 128)."""
    import numpy as np

    rows, cols = (np.arange(EDGE_PX) * size // EDGE_PX for size in pixels.shape)
    square: NDArray[Any] = pixels[rows[:, None], cols]
    return square


def as_png(layers: list[NDArray[np.uint8]]) -> bytes:
    """Three layers as one picture."""
    import numpy as np
    from PIL import Image

    memory = io.BytesIO()
    Image.fromarray(np.dstack(layers)).save(memory, "PNG")
    return memory.getvalue()
