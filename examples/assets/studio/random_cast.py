"""Shoppers drawn at random, for training and stress tests: build, pose, clothes, skin, hair, light and camera all vary."""

import numpy as np

from .body import Body, Build
from .cast import Shopper, Worn, dressed
from .wardrobe import Dress, Neckline, OpenJacket, Skirt, Top, Trousers

_POSES = ("down", "hip", "behind", "pocket", "forward")
_SKINS = ("#3a241a", "#5a3825", "#7a4a30", "#8d5a3e", "#b07d58", "#c8906c", "#d9a88a", "#e3bda0", "#eccab0")
_HAIRS = ("#0e0b0a", "#1d1512", "#3a2518", "#5c3a20", "#7a4a26", "#a8814f", "#8f8a86")
_LIGHTS = ("window", "studio", "street", "garden")
# Shape: sleeve length, lowest and highest hem.
_TOPS = {"tee-short": (19, 76, 94), "tee-long": (55, 78, 94), "shirt-short": (21, 76, 90), "shirt-long": (55, 76, 86)}


def random_shopper(index, seed, products):
    """`products` are entries of products.json; only shapes that a body can wear are drawn from."""
    rng = np.random.default_rng((seed, index))
    pick = lambda options: options[rng.integers(len(options))]
    of_shape = lambda shapes: [product for product in products if product["shape"] in shapes]
    heavy = rng.normal()
    build = Build(
        *(float(np.clip(1 + amount * heavy + rng.normal() * 0.04, 0.88, 1.4)) for amount in (0.05, 0.09, 0.13, 0.08, 0.08)),
        bust_cm=float(rng.choice((0.0, 0.3, 1.5, 2.5))),
    )
    body = Body(build, (pick(_POSES), pick(_POSES)), float(rng.choice((0, 0, 4, -6, 7))))
    return dressed(
        Shopper(
            f"random-{seed}-{index:05d}", "", "", "/".join(body.poses), pick(_LIGHTS), pick(_SKINS),
            (pick(("bob", "long", "behind")), pick(_HAIRS)) if rng.random() < 0.6 else (), body, _clothes(rng, pick, of_shape, body),
            float(rng.uniform(84, 100)), float(rng.uniform(108, 140)),
        )
    )  # fmt: skip


def _clothes(rng, pick, of_shape, body):
    seed = int(rng.integers(1, 10_000))
    if rng.random() < 0.2:
        dress = Dress(body, hem_y=float(rng.uniform(34, 56)), flare_cm=float(rng.uniform(6, 16)), seed=seed)
        return [Worn(dress, pick(of_shape({"dress-sun"}))["id"], "dress")]
    if rng.random() < 0.3:
        skirt = Skirt(body, top_y=103.0, hem_y=float(rng.uniform(32, 60)), flare_cm=float(rng.uniform(7, 15)), seed=seed)
        worn = [Worn(skirt, pick(of_shape({"skirt-pleated"}))["id"], "bottom")]
    else:
        trousers = Trousers(body, wide_cm=float(rng.uniform(0, 2.5)), folds=float(rng.uniform(0.6, 1.4)), seed=seed)
        worn = [Worn(trousers, pick(of_shape({"trousers-straight"}))["id"], "bottom")]
    product = pick(of_shape(set(_TOPS)))
    sleeve_cm, low, high = _TOPS[product["shape"]]
    top = Top(
        body, product["shape"], float(rng.uniform(low, high)), float(rng.uniform(0.8, 1.4)), float(rng.uniform(0.8, 3.2)), sleeve_cm,
        float(rng.uniform(1.5, 2.6)), float(rng.uniform(0.6, 1.4)), seed + 1, Neckline(9.2, float(rng.uniform(8, 11))),
    )  # fmt: skip
    worn.append(Worn(top, product["id"], "top"))
    if rng.random() < 0.2:
        jacket = OpenJacket(body, "jacket", 86, 1.6, 1.8, 54, 3.0, 0.8, seed + 2, Neckline(9.6, 9.6))
        worn.append(Worn(jacket, pick(of_shape({"jacket"}))["id"], "outerwear"))
    return worn
