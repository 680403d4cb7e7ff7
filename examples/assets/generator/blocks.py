"""The upper-body blocks that several garments share: armholes and sleeves, left side (on screen)."""

from dataclasses import dataclass

import numpy as np

from .curves import path, reflect

ARMHOLE = path("M 288 156 C 298 214 300 282 262 352")


@dataclass(frozen=True)
class Sleeve:
    outline: np.ndarray
    hem: np.ndarray
    cuff: np.ndarray | None
    grain_deg: float
    origin = (291, 154)

    def add_to(self, layer, fabric, shape):
        """Set both sleeves in; `shape` is the garment's wobble."""
        layer.panel(shape(self.outline), fabric, self.grain_deg, self.origin)
        return layer.panel(shape(reflect(self.outline)), fabric, -self.grain_deg, (1000 - self.origin[0], self.origin[1]))

    def hems(self, shape):
        """Both hem lines, the sleeve to the right of the direction of travel."""
        return shape(self.hem)[::-1], shape(reflect(self.hem))


SHORT = Sleeve(
    path(
        "M 312 148 C 288 154 250 178 226 214 C 200 252 170 300 146 342 C 174 378 208 406 242 420"
        " C 250 394 256 370 262 352 C 320 300 322 200 312 148"
    ),
    path("M 146 342 C 174 378 208 406 242 420"),
    None,
    38.0,
)
LONG = Sleeve(
    path(
        "M 312 148 C 288 154 250 176 230 216 C 206 290 176 380 156 456 C 138 530 118 610 104 690"
        " C 130 702 155 710 182 712 C 204 630 240 500 264 400 L 264 350 C 320 300 322 200 312 148"
    ),
    path("M 104 690 C 130 702 155 710 182 712"),
    path("M 115 633 C 140 645 170 653 197 656 L 183 713 C 155 711 130 703 103 691 L 115 633"),
    16.0,
)
# Cut for a garment worn over another one, at a coarser scale (see sizes.py).
JACKET = Sleeve(
    path(
        "M 312 146 C 286 152 246 174 222 216 C 196 284 162 372 140 446 C 122 516 104 590 92 656"
        " C 118 668 148 676 178 678 C 198 612 240 480 266 400 L 266 350 C 320 300 322 200 312 146"
    ),
    path("M 92 656 C 118 668 148 676 178 678"),
    path("M 107 586 C 136 598 166 606 197 608 L 179 679 C 148 677 118 669 91 657 L 107 586"),
    17.0,
)


def round_body(canvas, height=26.0, half_width=262):
    """The chest is a barrel: it turns away from the camera at both sides."""
    across = np.clip(np.abs(canvas.x - 500) / half_width, 0, 1)
    return (height * np.sqrt(np.clip(1 - 0.75 * across**4, 0, 1))).astype(np.float32)
