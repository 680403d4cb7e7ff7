import numpy as np
import onnxruntime as ort
import pytest
import torch

from garment_parser.config import CLASSES
from garment_parser.export import to_int8_onnx, to_tflite, with_weights_of
from garment_parser.model import GarmentParser
from garment_parser.onnx_graph import attribute, pad_input_channels, trace
from garment_parser.tflite_metadata import read_labels

SIZE_PX = 64


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(1)
    parser = GarmentParser(len(CLASSES))
    # Statistics that folding has to carry over; fresh ones would hide a mistake.
    for module in parser.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.running_mean, -0.5, 0.5)
            torch.nn.init.uniform_(module.running_var, 0.5, 2)
    return parser.eval()


@pytest.fixture(scope="module")
def graph(model):
    return trace(model, SIZE_PX)


def confidences(graph, image):
    session = ort.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(["confidences"], {"image": image})[0]


@pytest.fixture(scope="module")
def image():
    return np.random.default_rng(2).random((1, 3, SIZE_PX, SIZE_PX), np.float32)


def test_the_graph_computes_what_torch_does(model, graph, image):
    with torch.no_grad():
        expected = model(torch.from_numpy(image)).numpy()
    np.testing.assert_allclose(confidences(graph, image), expected, atol=1e-5)


def test_wider_input_changes_nothing_but_the_channel_count(graph, image):
    padded = pad_input_channels(graph)
    np.testing.assert_allclose(confidences(padded, image), confidences(graph, image), atol=1e-6)
    weights = {tensor.name: tensor.dims for tensor in padded.graph.initializer}
    for node in padded.graph.node:
        if node.op_type == "Conv" and attribute(node, "group") == 1:
            assert weights[node.input[1]][1] % 8 == 0


def test_int8_weights_stay_close(graph, image):
    difference = np.abs(confidences(to_int8_onnx(graph), image) - confidences(graph, image))
    assert difference.max() < 0.02


def test_both_forms_share_the_rounded_weights(graph, image):
    quantised = to_int8_onnx(graph)
    rounded = with_weights_of(graph, quantised)
    np.testing.assert_allclose(confidences(rounded, image), confidences(quantised, image), atol=1e-5)
    assert np.abs(confidences(rounded, image) - confidences(graph, image)).max() > 1e-5


def test_tflite_carries_labels_and_half_precision_weights(model, graph):
    content = to_tflite(graph)
    assert content[4:8] == b"TFL3"
    assert read_labels(content) == CLASSES
    assert b"TFLITE_METADATA" in content and b"M001" in content
    kernel = model.encoder.stem.conv.weight.detach().numpy().transpose(0, 2, 3, 1)
    assert kernel.astype(np.float16).tobytes() in content


def test_export_is_reproducible(graph):
    assert to_tflite(graph) == to_tflite(graph)
