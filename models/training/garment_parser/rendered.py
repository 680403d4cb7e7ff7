"""Rendered shoppers with exact classes and joints, without Blender: the meshes of examples/assets/studio and a z-buffer.

    python -m garment_parser.rendered --count 40 --views 5 --seed 101 --cache .cache/garment-parser/data   # training
    python -m garment_parser.rendered --count 40 --seed 977 --out FOLDER                          # photos and joints.json

Frames: world in centimetres, y up and z to the camera; picture in pixels, y down.
"""

import argparse
import json
import sys
from pathlib import Path

import cv2
import numpy as np

from .cache import write_joints, write_source
from .config import INPUT_SIZE_PX
from .landmarks import JOINTS, UNKNOWN
from .scenery import background, fabric

ASSETS = Path(__file__).parents[3] / "examples" / "assets"
WIDTH_PX, HEIGHT_PX = 480, 640
CELL_CM = 0.9
CAMERA_DISTANCE_CM, EYE_Y_CM = 420.0, 104.0
# The thighs of the studio's bodies begin at 82; the joint itself lies a little higher.
HIP_Y_CM = 84.0
# Samples along each side of a mesh's quad; a quad is about five pixels wide.
SAMPLES = 7
# A joint lies inside its limb; with more in front of it than that it is hidden.
HIDDEN_BEHIND_CM = {"Wrist": 7.0, "Elbow": 8.0}
TRUNK_DEPTH_CM = 16.0
HIDDEN_VISIBILITY = 0.4


def true_joints(body) -> np.ndarray:
    """[16, 3] cm of an unturned studio body. It has no nose; its left is on the picture's right."""
    hips, n = body.build.hips, 0.5 * (body.build.limbs + body.build.hips)
    places = {"chin": (0, 151.6, 8.0), "neck": (0, 140.0, 0.5), "crotch": (0, 84.5 - 8.6 * n, -1)}
    for name, limb, side, forward in (
        ("right", body.arms[0], -1, body.stride), ("left", body.arms[1], 1, -body.stride),
    ):  # fmt: skip
        places |= {f"{name}Shoulder": limb.points[0], f"{name}Elbow": limb.points[2], f"{name}Wrist": limb.points[4]}
        places |= {
            f"{name}Hip": (side * 8.6 * hips, HIP_Y_CM, -1),
            f"{name}Knee": (side * 9.6, 47, 1.5 + forward * 0.6),
            f"{name}Ankle": (side * 9.8, 9, -2 + forward),
        }
    return np.array([places.get(name, (np.nan,) * 3) for name in JOINTS], np.float32)


def photograph(shopper, meshes, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Photo, labels and joints (fractions of the picture) of a shopper who is turned and framed at random."""
    yaw = np.deg2rad(rng.normal(0, 14))
    turn = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]], np.float32)
    height_cm = rng.uniform(62, 148)
    # From below the eyes, as the head has no face, to above the feet, as it has none.
    top_y = min(rng.uniform(118, 157), 157) if height_cm < 100 else rng.uniform(max(10 + height_cm, 130), 158)
    light = rng.normal(0, 1, 3) * [1, 0.5, 0.4] + [0, 0.7, 1.0]
    light = (light / np.linalg.norm(light)).astype(np.float32)

    def project(points: np.ndarray) -> np.ndarray:
        p = points @ turn.T
        nearer = CAMERA_DISTANCE_CM / (CAMERA_DISTANCE_CM - p[:, 2])
        scale = HEIGHT_PX / height_cm
        x = p[:, 0] * nearer * scale + WIDTH_PX / 2
        y = (top_y - (EYE_Y_CM + (p[:, 1] - EYE_Y_CM) * nearer)) * scale
        return np.stack([x, y, p[:, 2]], 1)

    photo = cv2.resize(background(INPUT_SIZE_PX, rng), (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    labels = np.zeros((HEIGHT_PX, WIDTH_PX), np.uint8)
    depth = np.full((HEIGHT_PX, WIDTH_PX), -np.inf, np.float32)
    ambient = rng.uniform(0.35, 0.7)
    for name, number, _, vertices, quads, flat in meshes:
        shade = _light(vertices, quads, turn, light, ambient)
        colours = _colours(name, shopper, flat, rng)
        _splat(project(vertices), quads, colours * shade[:, None], number, (photo, labels, depth))
    # Sharp folds of a coarse mesh leave cracks of a pixel.
    photo, labels = cv2.medianBlur(photo, 3), cv2.medianBlur(labels, 3)
    photo = cv2.GaussianBlur(photo, (0, 0), 0.6)
    return photo, labels, _seen(project, shopper, depth)


def _light(vertices, quads, turn, light, ambient) -> np.ndarray:
    """Lambert by vertex: normals are the mean of the faces about it."""
    a, b, c, d = (vertices[quads[:, i]] for i in range(4))
    faces = np.cross(c - a, d - b)
    normals = np.zeros_like(vertices)
    for corner in range(4):
        np.add.at(normals, quads[:, corner], faces)
    normals = normals @ turn.T
    normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-6)
    facing = np.maximum(normals @ light, 0)
    return (ambient + (1.25 - ambient) * facing).astype(np.float32)


def _colours(name: str, shopper, flat: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    if name in ("skin", "hair"):
        code = shopper.skin if name == "skin" else shopper.hair[1]
        base = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)], np.float32)
        return base * (1 + 0.03 * rng.standard_normal((len(flat), 1))).astype(np.float32)
    cloth = np.clip(fabric(512, rng), 0, 255)
    # The flat pattern is drawn on a sheet of 1000 units.
    u, v = (np.clip(flat[:, i] / 1000 * 511, 0, 511).astype(int) for i in (0, 1))
    return cloth[v, u].astype(np.float32)


def _splat(points, quads, colours, number, target) -> None:
    """Every quad as SAMPLES x SAMPLES points; the nearest wins, as it is written last."""
    photo, labels, depth = target
    t = (np.arange(SAMPLES, dtype=np.float32) + 0.5) / SAMPLES
    values = np.concatenate([points, colours], 1).astype(np.float32)
    # Quads face outwards: those that run the other way round in the picture are seen from behind.
    first, second = (points[quads[:, i + 2], :2] - points[quads[:, i], :2] for i in (0, 1))
    quads = quads[first[:, 0] * second[:, 1] - first[:, 1] * second[:, 0] < 0]
    a, b, c, d = (values[quads[:, i]] for i in range(4))
    for u in t:
        one, other = a + u * (b - a), d + u * (c - d)
        for v in t:
            sample = one + v * (other - one)
            x, y = np.floor(sample[:, 0]).astype(int), np.floor(sample[:, 1]).astype(int)
            inside = (x >= 0) & (x < WIDTH_PX) & (y >= 0) & (y < HEIGHT_PX)
            sample, x, y = sample[inside], x[inside], y[inside]
            order = np.argsort(sample[:, 2], kind="stable")
            sample, x, y = sample[order], x[order], y[order]
            nearer = sample[:, 2] > depth[y, x]
            sample, x, y = sample[nearer], x[nearer], y[nearer]
            depth[y, x], labels[y, x] = sample[:, 2], number
            photo[y, x] = np.clip(sample[:, 3:], 0, 255)


def _seen(project, shopper, depth: np.ndarray) -> np.ndarray:
    world = true_joints(shopper.body)
    placed = project(world)
    joints = np.full((len(JOINTS), 3), UNKNOWN, np.float32)
    for index, (name, (x, y, z)) in enumerate(zip(JOINTS, placed)):
        if np.isnan(x):
            continue
        inside = 0 <= x < WIDTH_PX and 0 <= y < HEIGHT_PX
        limit = next((cm for part, cm in HIDDEN_BEHIND_CM.items() if part in name), TRUNK_DEPTH_CM)
        hidden = inside and depth[int(y), int(x)] - z > limit
        joints[index] = (x / WIDTH_PX, y / HEIGHT_PX, HIDDEN_VISIBILITY if hidden else 1.0)
    # The faceless head: where it is in the picture, nothing is taught of its nose; else there is none.
    chin = joints[JOINTS.index("chin")]
    joints[JOINTS.index("nose")] = (0, 0, UNKNOWN) if chin[1] > 0.06 else (-1, -1, 1)
    return joints


def shoppers(count: int, views: int, seed: int):
    """(name, photo, labels, joints) of invented shoppers, each turned, lit, dressed and framed in several ways."""
    sys.path.insert(0, str(ASSETS))
    from studio import meshes
    from studio.random_cast import random_shopper

    products = json.loads((ASSETS / "products.json").read_text())
    for index in range(count):
        shopper = random_shopper(index, seed, products)
        parts = list(meshes.parts(shopper, CELL_CM))
        for view in range(views):
            yield f"{shopper.id}-{view}", *photograph(shopper, parts, np.random.default_rng((seed, index, view)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--views", type=int, default=1, help="pictures of each; the mesh takes ten times as long as a picture")
    parser.add_argument("--seed", type=int, required=True)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--cache", type=Path, help="write a source of the training")
    target.add_argument("--out", type=Path, help="write photos, label maps and joints.json, to be measured on")
    args = parser.parse_args()
    cv2.setNumThreads(1)
    if args.cache:
        items = list(shoppers(args.count, args.views, args.seed))
        write_source(args.cache, "rendered", [item[:3] for item in items])
        write_joints(args.cache, "rendered", np.stack([item[3] for item in items]))
        return
    (args.out / "photos").mkdir(parents=True, exist_ok=True)
    joints = {}
    for name, photo, _, found in shoppers(args.count, args.views, args.seed):
        cv2.imwrite(str(args.out / "photos" / f"{name}.png"), photo[..., ::-1])
        joints[name] = np.round(found, 4).tolist()
    (args.out / "joints.json").write_text(json.dumps({"joints": JOINTS, "photos": joints}) + "\n")


if __name__ == "__main__":
    main()
