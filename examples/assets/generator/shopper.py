"""The test shopper's photograph: materials, a window's light, a wall, a lens; and its exact label map."""

import cv2
import numpy as np
from PIL import Image

from . import colour, figure as body, raymarch
from .canvas import noise

WIDTH_PX, HEIGHT_PX = 900, 1200
_CAMERA = raymarch.Camera(eye=(0.0, 104.0, 420.0), centre_y=97.0, height_cm=117.0)
_WALL_Z = -48.0
_KEY = np.float32([-0.72, 0.40, 0.57])
_KEY_RGB = np.float32([1.00, 0.95, 0.88]) * 1.25
_SKY_RGB = np.float32([0.36, 0.385, 0.42])
_FLOOR_RGB = np.float32([0.30, 0.26, 0.22])
_FILL = np.float32([0.55, 0.10, 0.83])
_FILL_RGB = np.float32([0.15, 0.15, 0.16])

_ALBEDO = {body.HAIR: "#3a2518", body.SKIN: "#c98f6e", body.TEE: "#a9b8c8", body.TROUSERS: "#3a4250"}
_PALETTE = [0, 0, 0, 120, 70, 30, 240, 190, 150, 70, 140, 220, 40, 80, 140, 60, 160, 90, 200, 80, 160, 150, 150, 150, 230, 210, 60]


def shopper_test(oversampling=2):
    """The picture (RGB) and its labels (palette), both 900 x 1200."""
    figure = body.Figure()
    width, height = WIDTH_PX * oversampling, HEIGHT_PX * oversampling
    eye = np.float32(_CAMERA.eye)
    rays = _CAMERA.rays(width, height)
    reach = raymarch.trace(figure, eye, rays)
    hit = np.isfinite(reach)

    linear = _wall(figure, eye, rays, oversampling)
    labels = np.zeros(len(rays), np.uint8)
    points = eye + rays[hit] * reach[hit, None]
    linear[hit], labels[hit] = _figure_light(figure, points, rays[hit])

    picture = _developed(linear.reshape(height, width, 3))
    return Image.fromarray(picture, "RGB"), _label_image(labels.reshape(height, width), oversampling)


def _figure_light(figure, p, view):
    parts = figure.parts(p.astype(np.float32))
    numbers = np.array(list(parts))
    part = numbers[np.argmin(np.stack(list(parts.values())), 0)].astype(np.uint8)

    normal = raymarch.normals(figure, p)
    seen = raymarch.openness(figure, p, normal)[:, None]
    lit = raymarch.shadow(figure, p + normal * 0.3, _KEY)[:, None]
    facing = (normal @ _KEY)[:, None]

    albedo = _albedo(p, part)
    is_skin = (part == body.SKIN)[:, None]
    # Skin lets light through: the terminator is soft, and red reaches round it furthest.
    wrap = np.where(is_skin, np.float32([0.38, 0.24, 0.18]), np.float32(0.10))
    key = np.clip((facing + wrap) / (1 + wrap), 0, 1) * lit * _KEY_RGB
    up = 0.5 + 0.5 * normal[:, 1:2]
    ambient = (_FLOOR_RGB + (_SKY_RGB - _FLOOR_RGB) * up) * seen
    fill = np.clip(normal @ _FILL, 0, 1)[:, None] * _FILL_RGB * np.sqrt(seen)
    light = albedo * (key + ambient + fill)
    # Between close surfaces light bounces and takes on their colour.
    light += albedo * albedo * ambient * (1 - seen) * 0.9
    return light + _gloss(normal, view, part, lit, seen, p), part


def _gloss(normal, view, part, lit, seen, p):
    half = _KEY - view
    half /= np.linalg.norm(half, axis=1, keepdims=True)
    aligned = np.clip((normal * half).sum(1), 0, 1)
    grazing = (1 - np.clip(-(normal * view).sum(1), 0, 1)) ** 4
    skin = (part == body.SKIN) * (0.055 * aligned**22 + 0.05 * grazing)
    cloth = np.isin(part, (body.TEE, body.TROUSERS)) * 0.035 * grazing
    # Hair shines across its strands, not at a point.
    sway = 0.22 * noise(p[:, 0] * 3, p[:, 1] * 0.3, 71, 1.0)
    along = np.clip(half[:, 1] + sway - 0.18, -1, 1)
    hair = (part == body.HAIR) * 0.045 * np.sqrt(1 - along**2) ** 60
    total = skin + cloth + hair
    return total[:, None] * (0.25 + 0.75 * lit) * seen * np.float32([1, 0.96, 0.9])


def _albedo(p, part):
    rgb = np.zeros((len(p), 3), np.float32)
    for number, code in _ALBEDO.items():
        rgb[part == number] = colour.from_hex(code)
    x, y = p[:, 0:1].astype(np.float32), p[:, 1:2].astype(np.float32)
    grain = {
        body.HAIR: 0.22 * noise(x + p[:, 2:3] * 0.7, y, 31, 0.22, 22) + 0.12 * noise(x + p[:, 2:3], y, 38, 1.1, 16),
        body.SKIN: 0.035 * noise(x, y, 32, 4) + 0.03 * noise(x, y, 33, 0.35),
        body.TEE: 0.022 * noise(x, y, 34, 0.28, 0.7) + 0.018 * noise(x, y, 35, 2.4, 0.35),
        body.TROUSERS: 0.05 * noise(x + y * 0.6, y, 36, 0.3, 1.6) + 0.04 * noise(x, y, 37, 5),
    }
    for number, amount in grain.items():
        rgb[part == number] *= 1 + amount[part == number]
    rgb *= (1 - _sewing(p, part))[:, None]
    return rgb


def _sewing(p, part):
    """Darkening by rows of stitches, the neck's ribbing, the fly and the pockets."""
    line = lambda distance, half_cm: np.exp(-((distance / half_cm) ** 2))
    q_x = np.abs(p[:, 0])
    opening = body.neck_opening(p)
    hem, sleeve = body.hem_height(p), body.sleeve_end_height(p)
    angle = np.arctan2(p[:, 0], 146.2 - p[:, 1])
    rib = 0.10 * (0.5 + 0.5 * np.sin(angle * 150)) * (opening < 2.2) + 0.30 * line(opening - 2.35, 0.10)
    tee = (
        rib
        + 0.20 * (line(hem - 2.2, 0.07) + line(hem - 2.6, 0.07))
        + 0.20 * (line(sleeve - 1.9, 0.07) + line(sleeve - 2.3, 0.07)) * (q_x > 18.4)
    )
    fly = 0.30 * line(p[:, 0] - 0.25 * np.sin(p[:, 1]), 0.10) * (p[:, 1] > 71)
    pocket = 0.45 * line(q_x - 15.2 - (86 - p[:, 1]) * 0.32, 0.12) * (p[:, 1] > 74.5)
    return np.where(part == body.TEE, tee, np.where(part == body.TROUSERS, fly + pocket, 0)).astype(np.float32)


def _wall(figure, eye, rays, oversampling):
    """Painted plaster with the window's light falling off across it and the figure's soft shadow."""
    p = eye + rays * ((_WALL_Z - eye[2]) / rays[:, 2])[:, None]
    width, height = WIDTH_PX * oversampling, HEIGHT_PX * oversampling
    # The shadow is broad: a sixteenth of the pixels is plenty.
    stride = 6 * oversampling
    sparse = p.reshape(height, width, 3)[::stride, ::stride]
    shade = raymarch.shadow(figure, sparse.reshape(-1, 3), _KEY, softness=3.0, reach_cm=150.0).reshape(sparse.shape[:2])
    shade = cv2.GaussianBlur(cv2.resize(shade, (width, height), interpolation=cv2.INTER_CUBIC), (0, 0), 10 * oversampling).ravel()

    x, y = p[:, 0], p[:, 1]
    fall_off = 1.0 - 0.0042 * (x + 10) - 0.0022 * np.abs(y - 120)
    plaster = 1 + 0.010 * noise(x, y, 61, 9) + 0.006 * noise(x, y, 62, 0.9)
    light = (0.56 * fall_off * (0.35 + 0.65 * shade))[:, None] * _KEY_RGB + 0.62 * _SKY_RGB
    return (colour.from_hex("#e6dfd5") * light * plaster[:, None]).astype(np.float32)


def _developed(linear):
    """A gentle film curve, a trace of lens glow and grain, then the final size."""
    small = cv2.resize(linear, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_AREA)
    glow = cv2.GaussianBlur(small, (0, 0), 14)
    small = 0.95 * small + 0.05 * glow
    x, y = np.meshgrid(np.linspace(-1, 1, WIDTH_PX), np.linspace(-1, 1, HEIGHT_PX))
    small *= (1 - 0.10 * (x**2 + y**2) ** 1.2)[..., None].astype(np.float32)
    exposed = 1.42 * small
    filmed = exposed * (1 + exposed / 1.6) / (1 + exposed * 1.05)
    srgb = colour.encode(filmed)
    grain = np.random.default_rng(99).standard_normal((HEIGHT_PX, WIDTH_PX, 1)).astype(np.float32)
    srgb += 0.006 * cv2.GaussianBlur(grain, (0, 0), 0.7)[..., None]
    return np.round(np.clip(srgb, 0, 1) * 255).astype(np.uint8)


def _label_image(labels, oversampling):
    """The class that covers most of each pixel."""
    blocks = labels.reshape(HEIGHT_PX, oversampling, WIDTH_PX, oversampling)
    counts = np.stack([(blocks == number).sum((1, 3)) for number in range(9)])
    image = Image.fromarray(counts.argmax(0).astype(np.uint8), "P")
    image.putpalette(_PALETTE)
    return image
