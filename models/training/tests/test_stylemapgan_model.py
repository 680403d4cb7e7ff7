import copy

import numpy as np
import pytest

pytest.importorskip("onnxruntime")

import onnxruntime as ort
import torch

from lint import violations
from quantise import quantise_conv_weights
from stylemapgan.export import (
    CANONICAL_SIZE_PX,
    FLOAT_WEIGHTS,
    MICRO_SIZE_PX,
    OUTPUTS,
    export_graphs,
    graph_inputs,
    micro_model,
)
from stylemapgan.model import FLOW_RANGE_FRACTION, P_RANGE, SHADING_RANGE, StylemapTryOn, fold_batch_norm


def random_inputs(shapes: dict) -> dict:
    rng = np.random.default_rng(5)
    return {name: rng.standard_normal(shape).astype(np.float32) for name, shape in shapes.items()}


@pytest.fixture(scope="module")
def micro():
    return micro_model().eval()


@pytest.fixture(scope="module")
def micro_graphs(micro):
    return export_graphs(micro, "micro", MICRO_SIZE_PX)


def test_untrained_network_leaves_the_garment_where_it_is():
    torch.manual_seed(0)
    outputs = StylemapTryOn("S").eval()(torch.randn(1, 8, 64, 64), torch.randn(1, 4, 64, 64))
    assert outputs["flow"].abs().max() == 0
    assert outputs["shading"][:, 1].abs().max() == 0
    assert ((outputs["shading"][:, 0] > 0.5) & (outputs["shading"][:, 0] < 1)).all()
    assert (torch.sigmoid(outputs["alpha"]) > 0.95).all()


def test_variant_m_has_the_contract_shapes_and_size():
    model = StylemapTryOn("M").eval()
    inputs = graph_inputs("M", CANONICAL_SIZE_PX)
    with torch.no_grad():
        skips = model.content_encoder(torch.zeros(inputs["content-encoder"]["content"]))
        styles = model.style_encoder(torch.zeros(inputs["style-encoder"]["style"]))
        outputs = model.decoder(*skips, *styles)
    assert [tuple(t.shape) for t in (*skips, *styles)] == list(inputs["decoder"].values())
    assert [tuple(t.shape[1:]) for t in outputs] == [(2, 64, 64), (2, 64, 64), (3, 256, 256), (1, 256, 256)]
    assert sum(p.numel() for p in model.parameters()) < 97.4e6 / 3


def test_outputs_stay_in_their_ranges(micro):
    outputs = micro(10 * torch.randn(2, 8, 32, 32), 10 * torch.randn(2, 4, 32, 32))
    assert outputs["flow"].abs().max() <= FLOW_RANGE_FRACTION
    assert outputs["image"].abs().max() <= 1
    assert 0 <= outputs["shading"][:, 0].min() and outputs["shading"][:, 0].max() <= P_RANGE
    assert outputs["shading"][:, 1].abs().max() <= SHADING_RANGE


def test_folding_changes_nothing(micro):
    content, style = torch.randn(1, 8, 32, 32), torch.randn(1, 4, 32, 32)
    folded = fold_batch_norm(copy.deepcopy(micro))
    assert not any(isinstance(m, torch.nn.BatchNorm2d) for m in folded.modules())
    before, after = micro(content, style), folded(content, style)
    for name in before:
        torch.testing.assert_close(before[name], after[name], rtol=1e-4, atol=1e-5)


def test_every_output_depends_on_both_inputs(micro):
    content, style = torch.randn(1, 8, 32, 32), torch.randn(1, 4, 32, 32)
    base = micro(content, style)
    for other in (micro(content + 0.5, style), micro(content, style + 0.5)):
        assert all((base[name] - other[name]).abs().max() > 1e-4 for name in base)


def test_onnx_equals_torch(micro, micro_graphs):
    parts = {
        "content-encoder": micro.content_encoder,
        "style-encoder": micro.style_encoder,
        "decoder": micro.decoder,
    }
    for name, shapes in graph_inputs("micro", MICRO_SIZE_PX).items():
        feed = random_inputs(shapes)
        session = ort.InferenceSession(micro_graphs[name].SerializeToString())
        with torch.no_grad():
            wanted = parts[name](*(torch.from_numpy(v) for v in feed.values()))
        for label, value, expected in zip(OUTPUTS[name], session.run(OUTPUTS[name], feed), wanted):
            np.testing.assert_allclose(value, expected.numpy(), atol=1e-4, err_msg=label)


def test_the_shipped_form_passes_the_lint_and_keeps_heads_in_float(micro_graphs):
    for name, graph in micro_graphs.items():
        small = quantise_conv_weights(graph, 256, FLOAT_WEIGHTS)
        assert list(violations(small)) == [], name
        quantised = {n.output[0] for n in small.graph.node if n.op_type == "DequantizeLinear"}
        assert quantised and not quantised & FLOAT_WEIGHTS
