"""What the parser's encoder sees of every example, computed once: the head is then trained in minutes.

    python -m product_head.features --data ../../../shared/data --drawings FOLDER --parser ../weights/garment-parser.onnx --out .cache/product-head

Goes on where it was stopped: a part that is there is not made again.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import torch

from garment_parser.config import CLASSES
from garment_parser.landmarks import JOINTS
from garment_parser.model import GarmentParser
from garment_parser.pretrained import load_shipped

from .attributes import label
from .drawn import no_garment
from .framing import as_given, as_product
from .sources import Example, drawings, laid_garments, own_products, shop_products, street_photos

BATCH = 16
# Views of one picture, in the order of the parts.
VIEWS = {"laid": 3, "own": 10, "shop": 8, "street": 2, "drawings": 1}


def load_parser(path: Path) -> GarmentParser:
    parser = GarmentParser(len(CLASSES), len(JOINTS)).eval()
    load_shipped(parser, path)
    return parser.to(memory_format=torch.channels_last)


@torch.inference_mode()
def encode(parser: GarmentParser, pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[N, 96, 16, 16] and [N, 320, 8, 8] in half precision."""
    pixels = torch.from_numpy(pictures).permute(0, 3, 1, 2).float().div_(255).contiguous(memory_format=torch.channels_last)
    taps = parser.encoder(pixels * 2 - 1)
    return tuple(taps[index].half().numpy() for index in (3, 5))


def drawn_examples(count: int) -> Iterator[Example]:
    nothing = label(kind="none", worn=False)
    for index in range(count):
        yield Example(f"drawn:{index}", index % 10 == 0, no_garment(np.random.default_rng((11, index))), nothing)


def views_of(example: Example, views: int, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """Held-out pictures are seen as they are; the others as they could be too."""
    yield as_given(example.picture)
    if not example.held_out:
        for _ in range(views - 1):
            yield as_product(example.picture, rng)


def write_part(name: str, examples: Iterator[Example], views: int, parser: GarmentParser, out: Path) -> None:
    if (out / f"{name}.json").exists():
        return
    rng = np.random.default_rng(len(name))
    shallow, deep, labels, groups, held_out, waiting = [], [], [], [], [], []

    def flush() -> None:
        if waiting:
            found = encode(parser, np.stack(waiting))
            shallow.append(found[0])
            deep.append(found[1])
            waiting.clear()

    for example in examples:
        for view in views_of(example, views, rng):
            waiting.append(view)
            labels.append(example.label)
            groups.append(example.group)
            held_out.append(example.held_out)
            if len(waiting) == BATCH:
                flush()
    flush()
    for suffix, arrays in (("shallow", shallow), ("deep", deep)):
        np.save(out / f"{name}-{suffix}.npy", np.concatenate(arrays))
    np.save(out / f"{name}-labels.npy", np.stack(labels))
    (out / f"{name}.json").write_text(json.dumps({"groups": groups, "heldOut": held_out}))
    print(json.dumps({name: len(groups), "heldOut": sum(held_out)}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--products", type=Path, default=Path("../../examples/assets"))
    parser.add_argument("--cloth", type=Path, help="what `make_assets.py --cloth` has drawn")
    parser.add_argument("--drawings", type=Path, help="a folder of drawings of things, such as Debian's openclipart-png")
    parser.add_argument("--drawn", type=int, default=1800, help="placeholders and simple things to draw")
    parser.add_argument("--parser", type=Path, default=Path("../weights/garment-parser.onnx"))
    parser.add_argument("--out", type=Path, default=Path(".cache/product-head"))
    args = parser.parse_args()
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    network = load_parser(args.parser)
    parts: dict[str, Callable[[], Iterator[Example]]] = {
        "own": lambda: own_products(args.products, args.cloth),
        "shop": lambda: shop_products(args.data / "products-saleor"),
        "drawn": lambda: drawn_examples(args.drawn),
        "laid": lambda: laid_garments(args.data / "garments-cc0"),
        "street": lambda: street_photos(args.data / "people-ccp"),
    }
    if args.drawings:
        parts["drawings"] = lambda: drawings(args.drawings)
    for name, examples in parts.items():
        write_part(name, examples(), VIEWS.get(name, 1), network, args.out)


if __name__ == "__main__":
    main()
