"""From the data sets' own names to the nine classes, and which photos are held out."""

import numpy as np

from .config import CLASSES, IGNORE

# A pixel known to belong to the person, but not to which class.
FOREGROUND = 254

# Clothing Co-Parsing has 59 tags, given by the photos' own authors, so a tag says
# what the wearer called the garment. Where that differs from what it looks like
# in most photos, the look decides:
# - suit: nearly always the jacket alone (the trousers are tagged pants);
# - jumper, bodysuit: worn as tops over trousers or a skirt;
# - vest: mostly sleeveless outer layers, rarely tank tops;
# - cape: mostly open cardigans and shawls worn as the outermost layer;
# - stockings and socks: with the shoes, so that neither "skin" nor "bottom" has to
#   cover legwear, and a new skirt leaves it alone;
# - tights: seven photos, tagged on tops, legs and dresses alike, hence ignored.
CCP_GROUPS = {
    "background": ("null",),
    "hair": ("hair",),
    "skin": ("skin",),
    "top": (
        "blouse", "bodysuit", "bra", "hoodie", "intimate", "jumper",
        "shirt", "sweater", "sweatshirt", "t-shirt", "top",
    ),
    "outerwear": ("blazer", "cape", "cardigan", "coat", "jacket", "suit", "vest"),
    "bottom": ("jeans", "leggings", "panties", "pants", "shorts", "skirt"),
    "dress": ("dress", "romper", "swimwear"),
    "footwear": (
        "boots", "clogs", "flats", "heels", "loafers", "pumps", "sandals",
        "shoes", "sneakers", "socks", "stockings", "wedges",
    ),
    "accessory": (
        "accessories", "bag", "belt", "bracelet", "earrings", "glasses", "gloves",
        "hat", "necklace", "purse", "ring", "scarf", "sunglasses", "tie", "wallet", "watch",
    ),
}  # fmt: skip
CCP_IGNORED = ("tights",)

# The letters of a studio photo's name tell what the recoloured garment is.
STUDIO_GARMENTS = {
    "mh": "top", "ms": "top", "mt": "top", "wb": "top", "wh": "top", "ws": "top", "wt": "top",
    "mj": "outerwear", "wj": "outerwear",
    "mp": "bottom", "msh": "bottom", "wp": "bottom", "wsh": "bottom",
}  # fmt: skip

HELD_OUT_EVERY = 10

# A dress counts as covered by a top when hardly any of it lies above the top's hem.
COVERED_ABOVE_HEM = 0.2
# A smaller "top" is a collar or an undershirt that the dress itself covers.
COVERING_TOP_SHARE = 0.2
HEM_PERCENTILE = 95


def ccp_lookup(names: list[str]) -> list[int]:
    """Class index for every CCP label index."""
    classes = {name: CLASSES.index(group) for group, members in CCP_GROUPS.items() for name in members}
    classes.update({name: IGNORE for name in CCP_IGNORED})
    return [classes[name] for name in names]


def dress_as_worn(labels: np.ndarray) -> np.ndarray:
    """A dress of which only the part below a top shows is a skirt to look at, and to replace.

    A quarter of the tagged dresses are worn so; nothing in the picture tells them from skirts.
    """
    top, dress = labels == CLASSES.index("top"), labels == CLASSES.index("dress")
    if top.sum() < COVERING_TOP_SHARE * dress.sum() or not dress.any():
        return labels
    hem = np.percentile(np.nonzero(top)[0], HEM_PERCENTILE)
    if np.mean(np.nonzero(dress)[0] < hem) > COVERED_ABOVE_HEM:
        return labels
    return np.where(dress, np.uint8(CLASSES.index("bottom")), labels)


def studio_class(group: str) -> int:
    prefix = group.removesuffix("_main").rstrip("0123456789")
    return CLASSES.index(STUDIO_GARMENTS[prefix])


def ccp_is_held_out(photo_id: int) -> bool:
    return photo_id % HELD_OUT_EVERY == 0


def studio_held_out(groups: list[str]) -> set[str]:
    return set(sorted(groups)[::HELD_OUT_EVERY])
