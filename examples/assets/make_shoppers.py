"""Photograph the sample shoppers: python examples/assets/make_shoppers.py --cloth DIR [name ...]

Needs Blender 3.4 or later (`apt-get install blender`), and the unlit cloths that `make_assets.py --cloth DIR` writes.
About a minute a picture on two cores. Without names everybody is photographed; with `--random N --out DIR` it makes as many
invented shoppers with the same truth as one likes, for training. The result depends on this code and on Blender's version.
"""

import argparse
import json
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from studio import develop, frames, meshes
from studio.cast import cast
from studio.random_cast import random_shopper

FOLDER = Path(__file__).parent
SIZE_PX = (900, 1200)
_PHOTOGRAPH = FOLDER / "studio" / "photograph.py"


_ANSWERS = {"ada": "tee-tide", "emil": "shirt-gingham"}
"""Who is photographed a second time in another product of the same shape: the true answer of a try-on."""


def photograph(shopper, cloth_folder, work, options):
    """Raw pictures of one shopper: photo, light (height, width, 3) and truth (height, width, 4)."""
    parts = []
    for name, number, product, vertices, quads, flat in meshes.parts(shopper, options.cell_cm):
        part = {"name": name, "class": number, "colour": {"skin": shopper.skin, "hair": shopper.hair[1] if shopper.hair else ""}.get(name, "")}
        if product:
            cloth = cloth_folder / f"{product}-cloth.png"
            shape = next(worn.garment.shape for worn in shopper.worn if worn.product == product)
            flat = frames.placed(flat, shape)
            part["cloth"] = str(frames.bled(cloth, work / f"{product}.png"))
        np.savez(work / f"{name}.npz", vertices=vertices, quads=quads, flat=flat)
        parts.append(part)
    scene = {
        "parts": parts, "light": shopper.light, "centre_y": shopper.centre_y, "height_cm": shopper.height_cm, "size_px": [round(s * options.scale) for s in SIZE_PX],
        "samples": options.samples, "light_samples": max(8, options.samples // 3), "noise": 0.03, "threads": options.threads,
    }  # fmt: skip
    (work / "scene.json").write_text(json.dumps(scene))
    command = ["blender", "-b", "--factory-startup", "--python-exit-code", "1", "-P", str(_PHOTOGRAPH), "--", str(work)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(f"Blender failed:\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return (np.load(work / f"{name}.npy") for name in ("photo", "light", "truth"))


def photograph_with_truth(shopper, options):
    with tempfile.TemporaryDirectory() as work:
        photo, light, truth = photograph(shopper, options.cloth, Path(work), options)
    develop.photo(photo, shopper.light).save(options.out / "shoppers" / f"{shopper.id}.webp", quality=88, method=6)
    folder = options.out / "truth"
    develop.labels(truth).save(folder / f"{shopper.id}-labels.png", optimize=True)
    develop.flow(truth).save(folder / f"{shopper.id}-flow.png", optimize=True)
    develop.shading(light, truth).save(folder / f"{shopper.id}-shading.webp", quality=85, method=6)
    if shopper.id in _ANSWERS:
        photograph_answer(shopper, _ANSWERS[shopper.id], options)


def photograph_answer(shopper, product, options):
    """The same person, folds and light in another product, at half size."""
    changed = replace(shopper, worn=[*shopper.worn[:-1], replace(shopper.worn[-1], product=product)])
    with tempfile.TemporaryDirectory() as work:
        photo, _, _ = photograph(changed, options.cloth, Path(work), options)
    picture = develop.photo(photo, shopper.light)
    picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX).save(
        options.out / "truth" / f"{shopper.id}--{product}.webp", quality=88, method=6
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="N invented shoppers instead of the sample shoppers")
    parser.add_argument("--seed", type=int, default=1, help="of the invented shoppers")
    parser.add_argument("--cloth", type=Path, required=True, help="unlit cloths from make_assets.py --cloth")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--cell-cm", type=float, default=0.34, help="size of the meshes' cells")
    parser.add_argument("--samples", type=int, default=20)
    parser.add_argument("--scale", type=float, default=1.0, help="of the picture's size, for a quick look")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    (options.out / "shoppers").mkdir(parents=True, exist_ok=True)
    (options.out / "truth").mkdir(exist_ok=True)
    everybody = invented(options) if options.random else cast()
    for shopper in everybody:
        if not options.names or shopper.id in options.names:
            photograph_with_truth(shopper, options)
            print(shopper.id, flush=True)
    write_list(everybody, options.out)


def invented(options):
    products = json.loads((FOLDER / "products.json").read_text())
    drawn = [product for product in products if (options.cloth / f"{product['id']}-cloth.png").exists()]
    return [random_shopper(index, options.seed, drawn) for index in range(options.random)]


def write_list(everybody, out):
    entries = [
        {
            "id": one.id, "file": f"shoppers/{one.id}.webp", "name": one.name, "alt": one.alt, "pose": one.pose, "light": one.light,
            "wears": [{"product": worn.product, "type": worn.type} for worn in one.worn],
        }
        for one in everybody
    ]  # fmt: skip
    (out / "shoppers.json").write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
