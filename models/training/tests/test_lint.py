import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from lint import violations

EXPLICIT = {"kernel_shape": [3, 3], "pads": [1, 1, 1, 1], "strides": [1, 1], "dilations": [1, 1], "group": 1}


def two_convs(middle: int, opset: int = 17, last: str = "Relu", **attributes) -> onnx.ModelProto:
    """Input with three channels, a 3x3 to `middle` channels, another 3x3, and one more operator."""
    rng = np.random.default_rng(0)
    weights = [rng.standard_normal(shape).astype(np.float32) for shape in ((middle, 3, 3, 3), (8, middle, 3, 3))]
    nodes = [
        helper.make_node("Conv", ["x", "w0"], ["a"], name="first", **EXPLICIT),
        helper.make_node("Conv", ["a", "w1"], ["b"], name="second", **(attributes or EXPLICIT)),
        helper.make_node(last, ["b"], ["y"], name="last"),
    ]
    graph = helper.make_graph(
        nodes,
        "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 3, 8, 8])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 8, 8, 8])],
        [numpy_helper.from_array(w, f"w{i}") for i, w in enumerate(weights)],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])


def test_a_good_graph_passes():
    assert list(violations(two_convs(16))) == []


def test_channel_counts_are_checked_behind_the_input_only():
    assert list(violations(two_convs(12))) == ["second: 12 input channels are no multiple of 8"]


def test_opset_operator_and_attributes_are_checked():
    assert list(violations(two_convs(16, opset=18))) == ["opset 18, not 17"]
    assert list(violations(two_convs(16, last="Erf"))) == ["last: operator Erf is not allowed"]
    (message,) = violations(two_convs(16, kernel_shape=[3, 3], pads=[1, 1, 1, 1]))
    assert message == "second: attributes dilations, group, strides are implicit"


def test_dynamic_shapes_are_refused():
    model = two_convs(16)
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_param = "height"
    model.graph.output[0].type.tensor_type.shape.dim[2].dim_param = "height"
    assert "tensor x has no static shape" in list(violations(model))


def test_asymmetric_or_per_tensor_weights_are_refused():
    model = two_convs(16)
    weights = np.ones((16, 3, 3, 3), np.int8)
    model.graph.initializer.remove(next(i for i in model.graph.initializer if i.name == "w0"))
    for name, array in (("q", weights), ("s", np.ones(3, np.float32)), ("z", np.full(3, 2, np.int8))):
        model.graph.initializer.append(numpy_helper.from_array(array, name))
    model.graph.node.insert(0, helper.make_node("DequantizeLinear", ["q", "s", "z"], ["w0"], name="dq", axis=1))
    assert list(violations(model)) == [
        "dq: weights are not int8 with one scale per output channel",
        "dq: weights are not symmetric",
    ]
