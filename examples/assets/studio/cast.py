"""Who stands before the camera: eight shoppers, what they wear, and the light."""

from dataclasses import dataclass

from .body import Body, Build
from .wardrobe import Dress, Neckline, OpenJacket, Skirt, Top, Trousers


@dataclass(frozen=True)
class Worn:
    garment: object
    product: str
    type: str


@dataclass(frozen=True)
class Shopper:
    id: str
    name: str
    alt: str
    pose: str
    light: str
    """`window`, `studio`, `street` or `garden`."""
    skin: str
    hair: tuple
    """Style and colour, or nothing."""
    body: Body
    worn: list
    centre_y: float = 97.0
    height_cm: float = 117.0
    turn_deg: float = 0.0


_SLIM = Build(0.97, 0.95, 0.92, 0.98, 0.9, 1.6)
_CURVY = Build(1.02, 1.14, 1.16, 1.16, 1.12, 2.4)
_MEDIUM = Build(1.0, 1.0, 1.0, 1.04, 0.96, 1.8)
_BROAD = Build(1.13, 1.12, 1.12, 1.0, 1.16, 0.3)
_TALL = Build(1.07, 1.03, 1.04, 0.96, 1.04, 0.0)
_HEAVY = Build(1.12, 1.24, 1.36, 1.18, 1.2, 0.8)


def _tee(body, product="tee-terracotta", seed=5, **options):
    return Worn(Top(body, "tee-short", seed=seed, **{"sleeve_cm": 19, "sleeve_ease_cm": 2.3, **options}), product, "top")


def _jeans(body, seed=55, **options):
    return Worn(Trousers(body, seed=seed, **options), "jeans-straight", "bottom")


def cast():
    ada = Body(_SLIM, ("pocket", "pocket"))
    bayo = Body(_BROAD, ("pocket", "pocket"))
    chen = Body(_MEDIUM, ("hip", "down"))
    dana = Body(_CURVY, ("down", "hip"))
    emil = Body(_TALL, ("behind", "behind"))
    fatou = Body(_MEDIUM, ("behind", "behind"), stride_cm=5)
    goran = Body(_HEAVY, ("down", "down"))
    hana = Body(_SLIM, ("down", "forward"), stride_cm=7)
    shoppers = [
        Shopper("ada", "Ada", "Ada, slim, hands in the pockets, in a terracotta tee and jeans", "hands in pockets", "window", "#d3a184", ("bob", "#3a2518"), ada,
                [_jeans(ada, 51), _tee(ada, seed=12)]),
        Shopper("bayo", "Bayo", "Bayo, broad, hands in the pockets, in a printed white tee and jeans", "hands in pockets", "street", "#5a3825", (), bayo,
                [_jeans(bayo, 57, wide_cm=1.0), _tee(bayo, "tee-sunset", 23)]),
        Shopper("chen", "Chen", "Chen, hand on the hip, in a Breton top and a raspberry skirt", "hand on hip", "studio", "#e0b394", ("long", "#15110f"), chen,
                [Worn(Skirt(chen, top_y=103, hem_y=38), "skirt-pleated", "bottom"),
                 Worn(Top(chen, "tee-long", 92, 0.8, 1.0, 55, 1.5, 0.8, 31), "top-breton", "top")], 88, 128),
        Shopper("dana", "Dana", "Dana, curvy, hand on the hip, in a daisy dress", "hand on hip", "garden", "#8d5a3e", ("behind", "#1d1512"), dana,
                [Worn(Dress(dana), "dress-daisy", "dress")], 88, 130),
        Shopper("emil", "Emil", "Emil, tall, hands behind the back, in a flannel shirt and jeans", "hands behind the back", "window", "#e3bda0", (), emil,
                [_jeans(emil, 58), Worn(Top(emil, "shirt-long", 79, 1.1, 2.2, 55, 1.9, 1.0, 44), "shirt-flannel", "top")]),
        Shopper("fatou", "Fatou", "Fatou, walking, hands behind the back, in a teal printed tee and a pleated skirt", "walking", "street", "#3f271c", ("bob", "#0e0b0a"), fatou,
                [Worn(Skirt(fatou, top_y=103, hem_y=34, seed=64), "skirt-pleated", "bottom"), _tee(fatou, "tee-tide-teal", 37, hem_y=91, flare_cm=1.2)], 86, 130),
        Shopper("goran", "Goran", "Goran, heavy, arms down, in a garden print shirt and jeans", "arms down", "garden", "#c8906c", (), goran,
                [_jeans(goran, 59, wide_cm=1.2), Worn(Top(goran, "shirt-short", 77, 1.2, 3.0, 22, 2.8, 0.9, 52), "shirt-garden", "top")]),
        Shopper("hana", "Hana", "Hana, walking, in an open denim jacket over a white tee, and jeans", "walking", "studio", "#d9a88a", ("long", "#7a4a26"), hana,
                [_jeans(hana, 53), _tee(hana, "tee-sunset", 66, hem_y=84, flare_cm=1.0, sleeve_ease_cm=1.4, folds=0.6),
                 Worn(OpenJacket(hana, "jacket", 86, 1.6, 1.8, 54, 3.0, 0.8, 67, Neckline(9.6, 9.6)), "jacket-trucker", "outerwear")]),
    ]  # fmt: skip
    return [dressed(one) for one in shoppers]


def dressed(shopper):
    """Every garment knows what it hangs over."""
    below = None
    for worn in shopper.worn:
        if below is not None and hasattr(worn.garment, "over"):
            worn.garment.over = below
        below = worn.garment
    return shopper
