"""The mean of two checkpoints' averaged weights, as a start for another round.

    python -m garment_parser.average FIRST SECOND --out FILE

Only for checkpoints of which one started from the other: between strangers the mean is noise.
"""

import argparse
from pathlib import Path

import torch

from checkpoints import load_checkpoint_file


def average_states(first: dict, second: dict) -> dict:
    """Counters are the second's."""
    return {
        key: (first[key] + value) / 2 if value.is_floating_point() else value
        for key, value in second.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    first, second = (
        load_checkpoint_file(path)["ema"] for path in (args.first, args.second)
    )
    torch.save({"ema": average_states(first, second)}, args.out)


if __name__ == "__main__":
    main()
