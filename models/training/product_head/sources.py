"""Pictures of which something is known: where they come from and what it is. A picture is RGB, or RGBA where it has been cut out."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from garment_parser.config import CLASSES
from garment_parser.flat_lays import GARMENT_TAGS, cut_out
from garment_parser.labels import HELD_OUT_EVERY, ccp_is_held_out, ccp_lookup, dress_as_worn

from .attributes import label
from .worn import attributes_of_worn

LONGEST_SIDE_PX = 400
# What a tag of `garments-cc0` says beyond the kind.
TAG_ATTRIBUTES = {
    "T-Shirt": {"sleeve": ("short",)}, "Polo": {"sleeve": ("short", "long")}, "Longsleeve": {"sleeve": ("three-quarter", "long")},
    "Hoodie": {"sleeve": ("long",)}, "Blazer": {"sleeve": ("three-quarter", "long")}, "Shirt": {"sleeve": ("short", "three-quarter", "long")},
    "Top": {"sleeve": ("none", "short")},
    "Pants": {"length": ("long",), "legs": True}, "Shorts": {"length": ("short", "knee"), "legs": True}, "Skirt": {"legs": False},
    "Dress": {"legs": False},
}  # fmt: skip
SLEEVE_OF_SHAPE = {
    "tee-short": "short", "tee-long": "long", "shirt-long": "long", "shirt-short": "short", "polo": "short", "sweater": "long",
    "hoodie": "long", "jacket": "long", "bomber": "long", "blazer": "long", "dress-sun": "none", "dress-slip": "none",
    "dress-shirt": "short",
}  # fmt: skip
LENGTH_OF_SHAPE = {
    "trousers-straight": "long", "trousers-wide": "long", "skirt-pleated": "long", "skirt-a": "short",
    "dress-sun": ("short", "knee"), "dress-slip": ("short", "knee"), "dress-shirt": ("short", "knee"),
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    # Pictures of one group show the same garment, and are never on both sides of a split.
    group: str
    held_out: bool
    picture: np.ndarray
    label: np.ndarray


def read_rgb(path: Path, longest_px: int = LONGEST_SIDE_PX) -> np.ndarray:
    picture = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise FileNotFoundError(path)
    if picture.ndim == 2:
        picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
    picture = picture[..., [2, 1, 0, 3] if picture.shape[2] == 4 else [2, 1, 0]]
    scale = longest_px / max(picture.shape[:2])
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else np.ascontiguousarray(picture)


def with_alpha(photo: np.ndarray, mask: np.ndarray) -> np.ndarray:
    return np.dstack([photo, np.where(mask, np.uint8(255), np.uint8(0))])


def laid_garments(folder: Path) -> Iterator[Example]:
    """Photos on floors and hangers; where two guesses agree on the outline, the garment alone too."""
    with open(folder / "labels.csv") as table:
        rows = sorted((row["image"], row["label"]) for row in csv.DictReader(table))
    for index, (name, tag) in enumerate(rows):
        known = label(kind=GARMENT_TAGS[tag], worn=False, **TAG_ATTRIBUTES.get(tag, {}))
        held_out = index % HELD_OUT_EVERY == 0
        photo = read_rgb(folder / "photos" / f"{name}.jpg")
        yield Example(f"laid:{name}", held_out, photo, known)
        mask = cut_out(photo)
        if mask is not None:
            yield Example(f"laid:{name}", held_out, with_alpha(photo, mask), known)


def own_products(folder: Path, cloth: Path | None) -> Iterator[Example]:
    """The demo shop's products, and their unlit fronts and backs where `make_assets.py --cloth` has drawn them."""
    for product in json.loads((folder / "products.json").read_text()):
        shape = product["shape"]
        legs = {"bottom": shape.startswith("trousers"), "dress": False}.get(product["type"])
        known = label(
            kind=product["type"], sleeve=SLEEVE_OF_SHAPE.get(shape), length=LENGTH_OF_SHAPE.get(shape), legs=legs, worn=False,
        )  # fmt: skip
        files = [folder / product["file"]]
        if cloth:
            files += [path for part in ("cloth", "back") if (path := cloth / f"{product['id']}-{part}.png").exists()]
        for path in files:
            yield Example(f"own:{product['colourway']}", False, read_rgb(path), known)


def shop_products(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.glob("*.png")):
        sleeve = "long" if "hoodie" in path.stem else "short"
        known = label(kind="top", sleeve=sleeve, worn=False)
        yield Example(f"shop:{path.stem.removesuffix('-front').removesuffix('-back')}", False, read_rgb(path), known)


def street_photos(folder: Path) -> Iterator[Example]:
    """Every worn garment in its surroundings; bags, shoes and hats, cut out and not; walls and streets."""
    lookup = np.array(ccp_lookup(json.loads((folder / "labels.json").read_text())), np.uint8)
    joints = json.loads((folder / "landmarks.json").read_text())["photos"]
    for path in sorted((folder / "labels").glob("*.png")):
        photo = read_rgb(folder / "photos" / f"{path.stem}.jpg", 1000)
        labels = dress_as_worn(lookup[cv2.imread(str(path), cv2.IMREAD_UNCHANGED)])
        labels = cv2.resize(labels, photo.shape[1::-1], interpolation=cv2.INTER_NEAREST)
        held_out = ccp_is_held_out(int(path.stem))
        for kind in ("top", "outerwear", "bottom", "dress"):
            part = labels == CLASSES.index(kind)
            if part.mean() > 0.012:
                known = label(kind=kind, worn=True, **attributes_of_worn(kind, labels, np.array(joints[path.stem])))
                yield Example(f"street:{path.stem}", held_out, _surroundings(photo, part, 0.06), known)
        nothing = label(kind="none", worn=False)
        for kind in ("footwear", "accessory"):
            part = _largest_part(labels == CLASSES.index(kind))
            if part.mean() > 0.004:
                yield Example(f"street:{path.stem}", held_out, _surroundings(with_alpha(photo, part), part, 0), nothing)
        yield from (Example(f"street:{path.stem}", held_out, wall, nothing) for wall in _walls(photo, labels))


def drawings(folder: Path, every: int = 1) -> Iterator[Example]:
    """Public-domain drawings of things that are no garments."""
    banned = ("/people/", "gradients", "/stars/", "patterns", "buttons")
    for index, path in enumerate(sorted(folder.rglob("*.png"))):
        where = str(path)
        # Hats and shoes are no garments that can be tried on here; drawn people and the other clothes are.
        is_wearable = "/clothing/hats" in where or any(word in path.stem for word in ("shoe", "boot", "sunglasses", "hat_", "tote", "ring"))
        if index % every or (any(part in where for part in banned) and not ("/clothing/" in where and is_wearable)):
            continue
        picture = read_rgb(path)
        if min(picture.shape[:2]) >= 24:
            yield Example(f"drawing:{path.stem}", index % HELD_OUT_EVERY == 0, picture, label(kind="none", worn=False))


def _surroundings(photo: np.ndarray, part: np.ndarray, margin: float) -> np.ndarray:
    rows, columns = np.nonzero(part.any(1))[0], np.nonzero(part.any(0))[0]
    pad = round(margin * max(rows[-1] - rows[0], columns[-1] - columns[0])) + 1
    cut = photo[max(0, rows[0] - pad) : rows[-1] + pad, max(0, columns[0] - pad) : columns[-1] + pad]
    scale = LONGEST_SIDE_PX / max(cut.shape[:2])
    return cv2.resize(cut, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else cut.copy()


def _largest_part(mask: np.ndarray) -> np.ndarray:
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    return pieces == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA])) if count > 1 else mask


def _walls(photo: np.ndarray, labels: np.ndarray) -> Iterator[np.ndarray]:
    """Left and right of the person, where that is wide enough."""
    columns = np.nonzero((labels > 0).any(0))[0]
    if not len(columns):
        return
    for wall in (photo[:, : columns[0]], photo[:, columns[-1] + 1 :]):
        width = wall.shape[1]
        if width >= 110:
            top = (wall.shape[0] - int(1.3 * width)) // 2
            yield wall[max(0, top) : max(0, top) + int(1.3 * width)].copy()
