import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
import pytest

pytest.importorskip("onnxruntime")

from onnxruntime import InferenceSession

from quantise import quantise_conv_weights, quantise_tensor


def conv_graph(weight: np.ndarray) -> onnx.ModelProto:
    shape = [1, weight.shape[1], 8, 8]
    node = helper.make_node("Conv", ["x", "w"], ["y"], kernel_shape=weight.shape[2:], pads=[1, 1, 1, 1])
    graph = helper.make_graph(
        [node],
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, weight.shape[0], 8, 8])],
        [numpy_helper.from_array(weight, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return model


@pytest.fixture
def weight():
    rng = np.random.default_rng(3)
    return (rng.standard_normal((6, 8, 3, 3)) * np.geomspace(0.01, 10, 6).reshape(6, 1, 1, 1)).astype(np.float32)


def test_every_channel_is_within_half_a_step(weight):
    values, scale = quantise_tensor(weight)
    restored = values * scale.reshape(-1, 1, 1, 1)
    assert values.dtype == np.int8
    assert (np.abs(restored - weight) <= 0.5001 * scale.reshape(-1, 1, 1, 1)).all()
    assert (np.abs(values).reshape(6, -1).max(axis=1) == 127).all()


def test_a_channel_of_zeros_stays_zero():
    values, scale = quantise_tensor(np.zeros((2, 3), np.float32))
    assert not values.any()
    assert (scale > 0).all()


def test_the_graph_computes_the_same_with_a_quarter_of_the_bytes(weight):
    model = conv_graph(weight)
    small = quantise_conv_weights(model, min_elements=1)
    x = np.random.default_rng(4).standard_normal((1, 8, 8, 8)).astype(np.float32)
    wanted, got = (InferenceSession(m.SerializeToString()).run(None, {"x": x})[0] for m in (model, small))
    for channel in range(6):
        error = np.abs(wanted[0, channel] - got[0, channel]).max()
        assert 0 < error < 0.02 * np.abs(wanted[0, channel]).max()
    stored = next(i for i in small.graph.initializer if i.name == "w.int8")
    assert len(stored.raw_data) == weight.size


def test_small_and_named_weights_stay_float(weight):
    model = conv_graph(weight)
    for untouched in (quantise_conv_weights(model), quantise_conv_weights(model, 1, frozenset({"w"}))):
        assert [node.op_type for node in untouched.graph.node] == ["Conv"]
