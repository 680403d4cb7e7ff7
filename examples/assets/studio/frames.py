"""Between the units of the product drawings and the frame of a product picture."""

import cv2
import numpy as np

from generator.sizes import SHAPES


def placed(flat, shape):
    """Flat coordinates in design units into shares of the product picture's side (0..1); the third column stays."""
    u, v = SHAPES[shape].to_picture(flat[:, 0], flat[:, 1])
    return np.stack([u, v, flat[:, 2]], 1).astype(np.float32)


def bled(cloth_file, out_file):
    """The cloth with its colours carried past its outline, so that a texture lookup meets no transparency."""
    picture = cv2.imread(str(cloth_file), cv2.IMREAD_UNCHANGED)
    alpha = (picture[..., 3] > 250).astype(np.uint8)
    inner = cv2.erode(alpha, np.ones((5, 5), np.uint8))
    filled = picture[..., :3].copy()
    _, nearest = cv2.distanceTransformWithLabels(1 - inner, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    colours = np.zeros((nearest.max() + 1, 3), np.uint8)
    colours[nearest[inner > 0]] = picture[..., :3][inner > 0]
    filled[inner == 0] = colours[nearest[inner == 0]]
    cv2.imwrite(str(out_file), filled)
    return out_file
