import hashlib
import json
import pytest

pytest.importorskip("onnxruntime")

from manifest import build_manifest, describe_tensor
from stylemapgan.export import MICRO_SIZE_PX, export_graphs, micro_model


@pytest.fixture
def models(tmp_path):
    (tmp_path / "weights").mkdir()
    for name, graph in export_graphs(micro_model(), "micro", MICRO_SIZE_PX).items():
        (tmp_path / "weights" / f"{name}.onnx").write_bytes(graph.SerializeToString())
    return tmp_path


def test_hash_size_and_tensors_come_from_the_file(models):
    manifest = json.loads(build_manifest(models))
    assert [f["name"] for f in manifest["files"]] == ["content-encoder", "decoder", "style-encoder"]
    decoder = manifest["files"][1]
    content = (models / decoder["file"]).read_bytes()
    assert decoder["sha256"] == hashlib.sha256(content).hexdigest()
    assert decoder["bytes"] == len(content)
    assert [t["name"] for t in decoder["outputs"]] == ["flow", "shading", "image", "alpha"]
    assert decoder["inputs"][0]["shape"] == [1, 8, 16, 16]


def test_a_parser_file_is_described_when_it_is_there(models):
    (models / "weights" / "garment-parser.tflite").write_bytes(b"model")
    entry = next(f for f in json.loads(build_manifest(models))["files"] if f["name"] == "garment-parser")
    assert entry["inputs"][0]["shape"] == [1, 256, 256, 3]
    assert entry["bytes"] == 5


def test_an_unknown_tensor_is_an_error():
    with pytest.raises(KeyError):
        describe_tensor("mystery", [1], ".onnx", True)
