"""A mesh of where a distance field is zero: surface nets (Gibson 1998) on a narrow band, vertices then moved onto the field."""

import numpy as np

_COARSE = 8
_PROJECTIONS = 3


def mesh(field, low, high, cell_cm):
    """Vertices (n, 3) in centimetres and quads (m, 4) of the zero set of `field` inside a box; quads face outwards.

    `field` takes points (n, 3) and returns about signed distances, negative inside.
    """
    low = np.float32(low)
    counts = np.ceil((np.float32(high) - low) / cell_cm / _COARSE).astype(int) * _COARSE + 1
    values = _narrow_band(field, low, counts, cell_cm)
    inside = values < 0
    index, cells = _mixed_cells(inside)
    vertices = low + (cells + 0.5) * np.float32(cell_cm)
    quads = _quads(inside, index)
    for _ in range(_PROJECTIONS):
        distance, gradient = value_and_gradient(field, vertices, cell_cm * 0.4)
        step = distance / np.maximum((gradient**2).sum(1), 0.25)
        vertices = vertices - np.clip(step, -cell_cm / 2, cell_cm / 2)[:, None] * gradient
    return vertices.astype(np.float32), quads


def value_and_gradient(field, points, reach_cm):
    gradient = np.empty_like(points)
    for axis in range(3):
        offset = np.zeros(3, np.float32)
        offset[axis] = reach_cm
        gradient[:, axis] = (field(points + offset) - field(points - offset)) / (2 * reach_cm)
    return field(points), gradient


def _narrow_band(field, low, counts, cell_cm):
    """The field on a grid; far from the surface only its sign is right."""
    coarse = [np.arange(0, n, _COARSE) for n in counts]
    nodes = np.stack(np.meshgrid(*coarse, indexing="ij"), -1)
    rough = field(low + nodes.reshape(-1, 3).astype(np.float32) * cell_cm).reshape(nodes.shape[:3])
    values = np.repeat(np.repeat(np.repeat(rough, _COARSE, 0), _COARSE, 1), _COARSE, 2)[: counts[0], : counts[1], : counts[2]]
    reach = cell_cm * _COARSE * 1.9
    near = np.abs(rough) < reach
    fine = np.repeat(np.repeat(np.repeat(near, _COARSE, 0), _COARSE, 1), _COARSE, 2)[: counts[0], : counts[1], : counts[2]]
    places = np.argwhere(fine)
    values = values.astype(np.float32)
    for start in range(0, len(places), 400_000):
        block = places[start : start + 400_000]
        values[tuple(block.T)] = field(low + block.astype(np.float32) * cell_cm)
    return values


def _mixed_cells(inside):
    corners = sum(inside[i : inside.shape[0] - 1 + i, j : inside.shape[1] - 1 + j, k : inside.shape[2] - 1 + k].astype(np.int8)
                  for i in (0, 1) for j in (0, 1) for k in (0, 1))  # fmt: skip
    mixed = (corners > 0) & (corners < 8)
    index = np.full(mixed.shape, -1, np.int32)
    index[mixed] = np.arange(np.count_nonzero(mixed))
    return index, np.argwhere(mixed).astype(np.float32)


def _quads(inside, index):
    """One quad around every grid edge whose ends differ."""
    quads = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        ahead = np.roll(inside, -1, axis)
        crossing = np.argwhere(inside != ahead)
        limit = np.array(inside.shape) - 1
        keep = (crossing[:, axis] < limit[axis]) & (crossing[:, [u, v]] > 0).all(1) & (crossing[:, [u, v]] < limit[[u, v]]).all(1)
        crossing = crossing[keep]
        around = []
        for du, dv in ((0, 0), (-1, 0), (-1, -1), (0, -1)):
            cell = crossing.copy()
            cell[:, u] += du
            cell[:, v] += dv
            around.append(index[tuple(cell.T)])
        quad = np.stack(around, 1)
        flipped = ~inside[tuple(crossing.T)]
        quad[flipped] = quad[flipped, ::-1]
        quads.append(quad[(quad >= 0).all(1)])
    return np.concatenate(quads)
