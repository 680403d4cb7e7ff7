import json
import math

import numpy as np
import pytest

pytest.importorskip("onnxruntime")

import onnxruntime as ort

from self_check import formula_input, sample_indices, write_self_check
from stylemapgan.export import MICRO_SIZE_PX, export_graphs, micro_model


def test_the_formula_is_what_the_fixture_says():
    values = formula_input((1, 2, 3), phase=0.22)
    assert values.shape == (1, 2, 3)
    assert values[0, 1, 2] == np.float32(math.sin(0.37 * 5 + 0.22))


def test_samples_include_both_ends_and_never_repeat():
    for size in (5, 64, 1000):
        indices = sample_indices(size)
        assert (indices[0], indices[-1]) == (0, size - 1)
        assert len(set(indices)) == len(indices) == min(size, 64)


@pytest.fixture(scope="module")
def fixture(tmp_path_factory):
    folder = tmp_path_factory.mktemp("micro")
    paths = []
    for name, graph in export_graphs(micro_model(), "micro", MICRO_SIZE_PX).items():
        paths.append(folder / f"{name}.onnx")
        paths[-1].write_bytes(graph.SerializeToString())
    write_self_check(paths, folder / "self-check.json")
    return folder, json.loads((folder / "self-check.json").read_text())


def test_another_run_reproduces_the_known_answers(fixture):
    folder, stored = fixture
    for graph in stored["graphs"]:
        session = ort.InferenceSession(folder / graph["file"])
        feed = {i["name"]: formula_input(i["shape"], i["phase"], i["step"]) for i in graph["inputs"]}
        for output in graph["outputs"]:
            (value,) = session.run([output["name"]], feed)
            assert list(value.shape) == output["shape"]
            np.testing.assert_allclose(value.ravel()[output["indices"]], output["values"], atol=stored["tolerance"])


def test_no_answer_is_trivial(fixture):
    for graph in fixture[1]["graphs"]:
        for output in graph["outputs"]:
            assert np.std(output["values"]) > 10 * fixture[1]["tolerance"], output["name"]
