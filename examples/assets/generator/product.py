"""What the shop knows about one product, and how it is drawn."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    type: str
    """top, outerwear, bottom or dress, as the try-on tag names it."""
    price: str
    """In euros."""
    colour: str
    shape: str
    """The pattern it is cut from, a key of `sizes.SHAPES`."""
    colourway: str
    """Shared by the colourways of one design."""
    draw: Callable
    """Canvas to Garment."""
    studio: bool = False
    """Photographed on a white table rather than cut out."""

    @property
    def file(self):
        return f"{self.id}.webp"
