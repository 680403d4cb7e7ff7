import copy

import torch
import pytest

pytest.importorskip("onnxruntime")

from quantise import quantise_conv_weights
from stylemapgan.composition import content_input, log_luminance, style_input
from stylemapgan.config import DataConfig, TrainConfig
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory
from stylemapgan.export import FLOAT_WEIGHTS, MICRO_SIZE_PX, export_graphs, micro_model
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.initial import graph_weights, load_graphs, open_norms
from stylemapgan.model import ConvNorm, StylemapTryOn
from stylemapgan.predictors import onnx_predictor
from stylemapgan.trainer import Trainer
from synthetic_photos import write_data, write_features


@pytest.fixture(scope="module")
def graphs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graphs")
    for name, graph in export_graphs(micro_model(), "micro", MICRO_SIZE_PX).items():
        small = quantise_conv_weights(graph, 256, FLOAT_WEIGHTS)
        (folder / f"{name}.onnx").write_bytes(small.SerializeToString())
    return folder


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("world")
    folders = write_data(root)
    crops = load_crops(folders["people"], folders["pairs"], held_out=False, cache=None)
    config = DataConfig(procedural_textures=8, photo_textures=2)
    factory = SampleFactory(crops, folders["garments"], config, MICRO_SIZE_PX, 1)
    return [factory.batch(4) for _ in range(6)], write_features(root / "features.npz")


def inputs(batch: dict) -> tuple[torch.Tensor, torch.Tensor]:
    log_lum = log_luminance(batch["photo_linear"], batch["mask"])
    content = content_input(batch["photo"], log_lum, batch["mask"], batch["person"])
    return content, style_input(batch["reference"], batch["valid"])


def assert_same(one: dict, other: dict) -> None:
    for name, value in one.items():
        torch.testing.assert_close(value, other[name], rtol=1e-4, atol=1e-4, msg=lambda m, n=name: f"{n}: {m}")


def test_the_rebuilt_network_answers_as_the_graphs_do_before_and_after_opening(graphs, world):
    batches, _ = world
    model, variant = load_graphs(graphs)
    assert variant == "micro"
    content, style = inputs(batches[0])
    shipped = onnx_predictor(graphs, threads=1)(content, style)
    with torch.no_grad():
        assert_same(model(content, style), shipped)
        open_norms(model, batches)
        assert_same(model(content, style), shipped)


def test_opened_norms_hold_the_statistics_of_their_inputs(graphs, world):
    batches, _ = world
    model = open_norms(load_graphs(graphs)[0], batches)
    seen = {}
    for name, module in model.named_modules():
        if isinstance(module, ConvNorm):
            module.conv.register_forward_hook(lambda _m, _i, out, name=name: seen.setdefault(name, []).append(out))
    with torch.no_grad():
        for batch in batches:
            model(*inputs(batch))
    for name, module in model.named_modules():
        if isinstance(module, ConvNorm):
            outputs = torch.cat(seen[name]).transpose(0, 1).flatten(1)
            torch.testing.assert_close(module.norm.running_mean, outputs.mean(1), rtol=1e-3, atol=1e-4)
            torch.testing.assert_close(module.norm.running_var, outputs.var(1, False), rtol=1e-3, atol=1e-4)


def test_exporting_again_gives_the_same_network(graphs, world, tmp_path):
    model = open_norms(load_graphs(graphs)[0], world[0])
    for name, graph in export_graphs(model, "micro", MICRO_SIZE_PX).items():
        (tmp_path / f"{name}.onnx").write_bytes(graph.SerializeToString())
    content, style = inputs(world[0][1])
    assert_same(onnx_predictor(tmp_path, 1)(content, style), onnx_predictor(graphs, 1)(content, style))


def test_a_trainer_starts_from_graphs_and_learns_on(graphs, world):
    batches, features = world
    config = TrainConfig(variant="micro", minutes=1, warm_up_steps=1, bf16=False, feature_images=1)
    trainer = Trainer(config, SqueezeNetFeatures(features), torch.device("cpu"))
    trainer.start_from(graphs, batches)
    before = copy.deepcopy(trainer.ema.state_dict())
    losses = [float(trainer.train_step(batches[0])["loss"]) for _ in range(12)]
    assert losses[-1] < losses[0]
    assert any(not torch.equal(value, before[name]) for name, value in trainer.ema.state_dict().items())


def test_another_variant_is_refused(graphs, world):
    trainer = Trainer(TrainConfig(variant="S"), SqueezeNetFeatures(world[1]), torch.device("cpu"))
    with pytest.raises(ValueError, match="micro"):
        trainer.start_from(graphs, [])


def test_every_convolution_of_the_graphs_is_read(graphs):
    convolutions = [m for m in StylemapTryOn("micro").modules() if isinstance(m, torch.nn.Conv2d)]
    assert len(graph_weights(graphs)) == 2 * len(convolutions)
