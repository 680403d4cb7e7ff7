"""Every part of a shopper as a mesh with its flat coordinates, written for the renderer."""

import numpy as np

from . import surface, wardrobe

CLASS = {"hair": 1, "skin": 2, "top": 3, "outerwear": 4, "bottom": 5, "dress": 6}
_BOXES = {"skin": ((-52, 6, -24), (52, 168, 24)), "hair": ((-20, 100, -24), (20, 172, 20)), "cloth": ((-56, 4, -34), (56, 152, 34))}


def parts(shopper, cell_cm):
    """Yields (name, class, product or '', vertices, quads, flat (n, 3))."""
    vertices, quads = surface.mesh(shopper.body.skin, *_BOXES["skin"], cell_cm)
    yield "skin", CLASS["skin"], "", vertices, quads, np.zeros_like(vertices)
    if shopper.hair:
        vertices, quads = surface.mesh(wardrobe.hair(shopper.hair[0]), *_BOXES["hair"], cell_cm)
        yield "hair", CLASS["hair"], "", vertices, quads, np.zeros_like(vertices)
    for worn in shopper.worn:
        vertices, quads = surface.mesh(worn.garment.distance, *_BOXES["cloth"], cell_cm)
        yield worn.type, CLASS[worn.type], worn.product, vertices, quads, np.stack(worn.garment.flat(vertices), 1).astype(np.float32)
