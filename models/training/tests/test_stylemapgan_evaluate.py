import numpy as np
import torch
import pytest

pytest.importorskip("onnxruntime")

from stylemapgan.config import DataConfig, TrainConfig
from stylemapgan.cost import count
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory
from stylemapgan.evaluate import agreement_db, evaluate, validation_sets
from stylemapgan.export import MICRO_SIZE_PX, export_graphs, micro_model
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.predictors import checkpoint_predictor, onnx_predictor
from stylemapgan.sheet import COLUMNS
from stylemapgan.trainer import Trainer
from synthetic_photos import write_data, write_features

SIZE_PX = 64


def constant_predictor(p: float, alpha: float):
    """A network that leaves the reference in place and takes the share `p` of the photo's light."""

    def predict(content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        n, size = content.shape[0], content.shape[-1]
        shading = torch.tensor((p, 0.0)).view(1, 2, 1, 1).expand(n, 2, size // 4, size // 4)
        return {
            "flow": torch.zeros(n, 2, size // 4, size // 4),
            "shading": shading,
            "image": torch.zeros(n, 3, size, size),
            "alpha": torch.full((n, 1, size, size), alpha),
        }

    return predict


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("world")
    folders = write_data(root)
    crops = load_crops(folders["people"], folders["pairs"], held_out=True, cache=None)
    factory = SampleFactory(crops, folders["garments"], DataConfig(procedural_textures=6, photo_textures=2), SIZE_PX, 4)
    return SqueezeNetFeatures(write_features(root / "features.npz")), validation_sets(factory, 6)


def test_known_predictors_get_the_figures_they_must(world):
    features, sets = world
    lit, rows = evaluate(constant_predictor(1.0, 8.0), features, sets)
    unlit, _ = evaluate(constant_predictor(0.0, 8.0), features, sets)
    generated, _ = evaluate(constant_predictor(1.0, -8.0), features, sets)
    assert lit["recolour"]["blend"]["psnrDb"]["mean"] > unlit["recolour"]["blend"]["psnrDb"]["mean"]
    assert lit["folds"]["blend"]["correlation"]["mean"] > 0.9 > unlit["folds"]["blend"]["correlation"]["mean"]
    assert 3 * unlit["leak"]["blend"]["codes"]["mean"] < lit["leak"]["blend"]["codes"]["mean"]
    assert lit["exact"]["blend"]["share"]["mean"] > 0.95 and lit["exact"]["blend"]["flowPx"]["mean"] == 0
    blend, alone = (generated["street"][name]["psnrDb"]["mean"] for name in ("blend", "generator only"))
    assert blend == pytest.approx(alone, abs=0.1)
    assert all(row.shape == (SIZE_PX, SIZE_PX * len(COLUMNS), 3) and row.dtype == np.uint8 for row in rows)


def test_baselines_do_not_depend_on_the_network(world):
    features, sets = world
    one, two = (evaluate(constant_predictor(p, 0.0), features, sets)[0] for p in (0.2, 0.9))
    for name in ("mean colour", "rough paste", "classical"):
        assert one["street"][name] == two["street"][name]


def test_checkpoint_and_exported_graphs_are_the_same_network(tmp_path, world):
    features, _ = world
    trainer = Trainer(TrainConfig(variant="micro"), features, torch.device("cpu"))
    trainer.ema.load_state_dict(micro_model().state_dict())
    trainer.save(tmp_path / "checkpoint.pt")
    for name, graph in export_graphs(micro_model(), "micro", MICRO_SIZE_PX).items():
        (tmp_path / f"{name}.onnx").write_bytes(graph.SerializeToString())
    content, style = torch.rand(2, 8, MICRO_SIZE_PX, MICRO_SIZE_PX), torch.rand(2, 4, MICRO_SIZE_PX, MICRO_SIZE_PX)
    ours = checkpoint_predictor(tmp_path / "checkpoint.pt")(content, style)
    theirs = onnx_predictor(tmp_path, threads=1)(content, style)
    for name in ours:
        torch.testing.assert_close(ours[name], theirs[name], atol=1e-4, rtol=1e-4)


def test_agreement_is_high_for_equal_and_low_for_different_networks(world):
    features, sets = world
    one, two = constant_predictor(1.0, 2.0), constant_predictor(0.0, 2.0)
    assert agreement_db(one, one, features, sets["street"])["minDb"] > 90
    assert agreement_db(one, two, features, sets["street"])["meanDb"] < 45


def test_cost_counts_parameters_and_macs():
    graphs = count("M")
    parameters, macs = (sum(column) for column in zip(*graphs.values()))
    assert 3.5e6 < parameters < 4.5e6
    assert 2.2e9 < macs < 2.7e9
    quarter = count("M", 128)
    assert quarter["decoder"] == (graphs["decoder"][0], graphs["decoder"][1] // 4)
