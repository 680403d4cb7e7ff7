"""What is learned of a product, as the slots of one vector: groups of which one holds, and flags."""

import numpy as np

KINDS = ("top", "outerwear", "bottom", "dress", "none")
SLEEVES = ("none", "short", "three-quarter", "long")
# Of legs, skirts and dresses: above the knee, about it, below it.
LENGTHS = ("short", "knee", "long")
GROUPS = {"kind": KINDS, "sleeve": SLEEVES, "length": LENGTHS}
FLAGS = ("legs", "worn")
# As many as a square of tiles holds; the rest stay empty.
SLOT_COUNT = 16

_names = [f"{group}:{value}" for group, values in GROUPS.items() for value in values] + list(FLAGS)
SLOTS = tuple(_names)


def group_range(group: str) -> slice:
    start = 0
    for name, values in GROUPS.items():
        if name == group:
            return slice(start, start + len(values))
        start += len(values)
    raise ValueError(f"no group is called {group}")


def flag_index(flag: str) -> int:
    return sum(len(values) for values in GROUPS.values()) + FLAGS.index(flag)


def label(**known: str | tuple[str, ...] | bool | None) -> np.ndarray:
    """[16] of 1 (may hold), 0 (does not) and -1 (unknown); a tuple names several values of which one holds.

    label(kind="top", sleeve=("none", "short"), worn=False)
    """
    result = np.full(SLOT_COUNT, -1, np.int8)
    for name, value in known.items():
        name = name.replace("_", "-")
        if value is None:
            continue
        if name in FLAGS:
            result[flag_index(name)] = int(bool(value))
            continue
        allowed = (value,) if isinstance(value, str) else value
        missing = [one for one in allowed if one not in GROUPS[name]]
        if missing:
            raise ValueError(f"{name} is never {missing[0]}")
        result[group_range(name)] = [int(one in allowed) for one in GROUPS[name]]
    return result
