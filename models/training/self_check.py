"""Known answers of ONNX graphs, small enough to ship: inputs by formula, outputs as sampled values.

Element i of an input is `sin(step * i + phase)` computed in float64 and rounded to float32; any language can repeat it.
"""

import json
from pathlib import Path

import numpy as np
import onnxruntime as ort

STEP = 0.37
PHASE_PER_INPUT = 0.11
SAMPLES_PER_OUTPUT = 64
TOLERANCE = 1e-3


def formula_input(shape: tuple[int, ...], phase: float, step: float = STEP) -> np.ndarray:
    """The input tensor that the fixture describes."""
    index = np.arange(int(np.prod(shape)), dtype=np.float64)
    return np.sin(step * index + phase).astype(np.float32).reshape(shape)


def sample_indices(size: int) -> list[int]:
    """Evenly spread flat indices, first and last included."""
    return np.unique(np.linspace(0, size - 1, SAMPLES_PER_OUTPUT).round().astype(int)).tolist()


def known_answer(path: Path) -> dict:
    """Runs one graph on the formula's inputs and samples its outputs."""
    session = ort.InferenceSession(path.read_bytes(), providers=["CPUExecutionProvider"])
    inputs, feed = [], {}
    for position, tensor in enumerate(session.get_inputs()):
        phase = round(PHASE_PER_INPUT * position, 6)
        feed[tensor.name] = formula_input(tuple(tensor.shape), phase)
        inputs.append({"name": tensor.name, "shape": list(tensor.shape), "step": STEP, "phase": phase})
    names = [tensor.name for tensor in session.get_outputs()]
    outputs = []
    for name, value in zip(names, session.run(names, feed)):
        indices = sample_indices(value.size)
        values = [round(float(v), 6) for v in value.ravel()[indices]]
        outputs.append({"name": name, "shape": list(value.shape), "indices": indices, "values": values})
    return {"file": path.name, "inputs": inputs, "outputs": outputs}


def write_self_check(paths: list[Path], destination: Path) -> None:
    """Writes the known answers of `paths`, one line per graph."""
    graphs = ",\n  ".join(json.dumps(known_answer(path)) for path in paths)
    formula = "input[i] = float32(sin(step * i + phase)), i the flat index, evaluated in float64"
    destination.parent.mkdir(parents=True, exist_ok=True)
    destination.write_text(
        f'{{\n "formula": {json.dumps(formula)},\n "tolerance": {TOLERANCE},\n "graphs": [\n  {graphs}\n ]\n}}\n'
    )
