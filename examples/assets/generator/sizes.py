"""Every shape a product can be cut from: the frame of its picture and its real size.

All products of one shape have the same outline in the same frame, so one body fits them all.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    centre: tuple[float, float]
    """The middle of the picture in design units."""
    side: float
    """Design units across the picture."""
    cm_per_unit: float
    """Of the garment laid flat: half a chest, waist or hem across."""

    @property
    def picture_cm(self):
        """Centimetres across the picture."""
        return self.side * self.cm_per_unit

    def to_picture(self, x, y):
        """Design units to picture coordinates, 0..1 from the left and from the top."""
        return (x - self.centre[0]) / self.side + 0.5, (y - self.centre[1]) / self.side + 0.5


SHAPES = {
    "tee-short": Shape((500, 447), 780, 0.1134),
    "tee-long": Shape((500, 447), 876, 0.1134),
    "shirt-short": Shape((500, 418), 780, 0.1134),
    "shirt-long": Shape((500, 442), 876, 0.1134),
    "polo": Shape((500, 428), 780, 0.1134),
    "sweater": Shape((500, 407), 900, 0.122),
    "hoodie": Shape((500, 352), 900, 0.122),
    "jacket": Shape((500, 384), 900, 0.122),
    "bomber": Shape((500, 397), 900, 0.122),
    "blazer": Shape((500, 412), 880, 0.122),
    "trousers-straight": Shape((500, 517), 990, 0.1176),
    "trousers-wide": Shape((500, 518), 990, 0.1176),
    "skirt-a": Shape((500, 507), 850, 0.075),
    "skirt-pleated": Shape((500, 494), 922, 0.108),
    "dress-sun": Shape((500, 511), 984, 0.1286),
    "dress-slip": Shape((500, 499), 984, 0.1286),
    "dress-shirt": Shape((500, 507), 960, 0.1286),
}
