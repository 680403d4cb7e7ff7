import numpy as np
import onnx
import pytest
import torch

from garment_parser.config import CLASSES
from garment_parser.export import rounded_weights, to_int8_onnx, to_tflite
from garment_parser.landmarks import JOINTS
from garment_parser.model import GarmentParser, tile
from garment_parser.onnx_graph import ALLOWED_OPERATORS, attribute, pad_input_channels, trace
from garment_parser.pretrained import load_shipped
from garment_parser.tflite_metadata import read_labels
from garment_parser.tflite_reader import read_convolutions

SIZE_PX = 64


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(1)
    parser = GarmentParser(len(CLASSES), len(JOINTS))
    # Parts that start silent would hide a mistake in what leads to them.
    for part in (parser.deepen, parser.outfit):
        torch.nn.init.uniform_(part.weight, -0.1, 0.1)
    torch.nn.init.zeros_(parser.joints.locate.bias)
    for parameter in parser.product.answer.parameters():
        torch.nn.init.uniform_(parameter, -0.5, 0.5)
    return parser.eval()


@pytest.fixture(scope="module")
def graph(model):
    return trace(model, SIZE_PX)


def confidences(graph, image):
    ort = pytest.importorskip("onnxruntime")
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


def test_tflite_holds_the_int8_weights_of_the_onnx_twin(tmp_path, graph):
    quantised = to_int8_onnx(graph)
    path = tmp_path / "parser.tflite"
    path.write_bytes(to_tflite(graph, quantised))
    expected = [values * scales.reshape(-1, 1, 1, 1) for values, scales in rounded_weights(graph, quantised).values()]
    read = [layer.weight for layer in read_convolutions(path)]
    assert len(expected) > 40
    for weight in expected:
        assert any(w.shape == weight.shape and np.allclose(w, weight, atol=1e-7) for w in read)


def test_training_can_start_from_the_shipped_file(tmp_path, model, graph, image):
    onnx.save(to_int8_onnx(graph), tmp_path / "parser.onnx")
    restored = GarmentParser(len(CLASSES), len(JOINTS)).eval()
    load_shipped(restored, tmp_path / "parser.onnx")
    with torch.no_grad():
        answer, expected = (network(torch.from_numpy(image)).numpy() for network in (restored, model))
    # int8 weights are all that differs.
    assert 0 < np.abs(answer - expected).max() < 0.02


def test_the_graph_has_no_arithmetic_of_the_exporter(graph):
    assert {node.op_type for node in graph.graph.node} == ALLOWED_OPERATORS
    (output,) = graph.graph.output
    size = [dimension.dim_value for dimension in output.type.tensor_type.shape.dim]
    assert size == [1, len(CLASSES) + 2, SIZE_PX, SIZE_PX]


def test_tiles_lie_in_rows_of_four():
    maps = torch.zeros(1, len(JOINTS), 8, 8)
    maps[0, 6, 3, 5] = 1
    tiled = tile(maps)
    assert tiled.shape == (1, 1, 32, 32)
    assert tiled[0, 0, 8 + 3, 16 + 5] == 1 and tiled.sum() == 1


def test_every_tile_of_the_last_channel_holds_one_answer_about_the_product(model, image):
    with torch.no_grad():
        pixels = torch.from_numpy(image)
        taps = model.encoder(pixels * 2 - 1)
        expected = torch.sigmoid(model.product(taps[3], taps[5])).reshape(-1)
        tiles = model(pixels)[0, -1].reshape(4, SIZE_PX // 4, 4, SIZE_PX // 4).permute(0, 2, 1, 3).reshape(16, -1)
    assert torch.unique(expected.round(decimals=4)).numel() > 8
    torch.testing.assert_close(tiles, expected[:, None].expand_as(tiles))


def test_tflite_carries_labels_and_metadata(graph):
    content = to_tflite(graph, to_int8_onnx(graph))
    assert content[4:8] == b"TFL3"
    assert read_labels(content) == (*CLASSES, "joints", "product")
    assert b"TFLITE_METADATA" in content and b"M001" in content


def test_export_is_reproducible(graph):
    assert to_tflite(graph, to_int8_onnx(graph)) == to_tflite(graph, to_int8_onnx(graph))
