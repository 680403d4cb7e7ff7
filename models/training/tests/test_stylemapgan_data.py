from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch

from stylemapgan import textures
from stylemapgan.colour import luminance, relit, to_linear
from stylemapgan.composition import compose, log_luminance, relit as torch_relit, to_linear as torch_to_linear
from stylemapgan.config import DataConfig
from stylemapgan.crops import CANONICAL_SIZE_PX, canonical_box, cut, load_crops
from stylemapgan.data import KINDS, SampleFactory, collate
from stylemapgan.perturb import perturbing_map, sample, small_turn, turned
from stylemapgan.shading import decompose, fill_outside, relative_contrast
from synthetic_photos import write_data

SIZE_PX = 64
FEW = DataConfig(procedural_textures=12, photo_textures=2)


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return write_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def crops(folders):
    return load_crops(folders["people"], folders["pairs"], held_out=False, cache=None)


@pytest.fixture
def factory(crops, folders):
    return SampleFactory(crops, folders["garments"], FEW, SIZE_PX, seed=3)


def test_photos_are_split_by_identifier_and_group(folders, crops):
    held_out = load_crops(folders["people"], folders["pairs"], held_out=True, cache=None)
    assert {c.photo for c in crops["street"]} == {"0008", "0009", "0011"}
    assert {c.photo for c in held_out["street"]} == {"0010"}
    assert {c.group for c in crops["recolour"]} == {"g2"}
    assert {c.group for c in held_out["recolour"]} == {"g1"}


def test_the_cache_gives_the_same_crops(folders, crops, tmp_path):
    path = tmp_path / "crops.npz"
    load_crops(folders["people"], folders["pairs"], False, path)
    again = load_crops(None, None, False, path)
    for source, items in crops.items():
        assert [c.photo for c in items] == [c.photo for c in again[source]]
        assert all(np.array_equal(a.rgb, b.rgb) for a, b in zip(items, again[source]))


def test_the_canonical_square_is_centred_and_may_leave_the_photo():
    mask = np.zeros((300, 200), np.uint8)
    mask[100:300, 60:140] = 255
    left, top, side = canonical_box(mask)
    assert (left, top, side) == (100 - 115, 200 - 115, 230)
    crop = cut(mask, (left, top, side), cv2.BORDER_CONSTANT)
    assert crop.shape == (CANONICAL_SIZE_PX, CANONICAL_SIZE_PX)
    assert crop[-1].max() == 0 and crop[:, 0].max() == 0


def test_fragments_and_specks_give_no_crop():
    mask = np.zeros((300, 200), np.uint8)
    assert canonical_box(mask) is None
    mask[10:40, 10:40] = 255
    assert canonical_box(mask) is None
    mask[250:299, 150:199] = 255
    assert canonical_box(mask) is None


def test_shading_times_albedo_is_the_photo(crops):
    garment = decompose(crops["street"][0], SIZE_PX)
    inside = garment.mask > 250
    rebuilt = relit(to_linear(garment.albedo_fill), garment.log_shading.astype(np.float32))
    assert garment.plain
    assert np.abs(rebuilt - to_linear(garment.rgb))[inside].max() < 0.04
    flat = to_linear(garment.albedo_fill)[inside]
    assert flat.std(axis=0).max() < 0.35 * to_linear(garment.rgb)[inside].std(axis=0).max()


def test_stripes_are_not_taken_for_folds(crops):
    crop = crops["street"][0]
    stripes = (np.arange(CANONICAL_SIZE_PX) // 6 % 2).astype(np.uint8)[:, None, None] * 180 + 40
    striped = type(crop)(np.broadcast_to(stripes, crop.rgb.shape).copy(), crop.mask, crop.person, "p", "g")
    garment = decompose(striped, SIZE_PX * 2)
    assert not garment.plain
    inside = garment.mask > 250
    assert np.abs(garment.log_shading.astype(np.float32))[inside].std() < 0.2


def test_filling_continues_the_known_colour():
    rgb = np.zeros((32, 32, 3), np.float32)
    rgb[8:24, 8:24] = (0.2, 0.4, 0.6)
    known = np.zeros((32, 32), np.float32)
    known[8:24, 8:24] = 1
    np.testing.assert_allclose(fill_outside(rgb, known), np.broadcast_to((0.2, 0.4, 0.6), rgb.shape), atol=1e-5)


@pytest.mark.parametrize("kind", ["texture", "own"])
def test_the_true_gain_and_flow_rebuild_an_exact_target(factory, kind):
    for _ in range(6):
        drawn = factory.draw(kind)
        batch = collate([drawn])
        outputs = {
            "flow": batch["flow"],
            "shading": torch.zeros(1, 2, 4, 4),
            "image": batch["target"] * 2 - 1,
            "alpha": torch.full_like(batch["mask"], 50.0),
        }
        made = compose(
            outputs,
            batch["photo_linear"],
            batch["mask"],
            log_luminance(batch["photo_linear"], batch["mask"]),
            (batch["reference_linear"]),
            torch.ones_like(batch["valid"]),
        )
        rebuilt = torch_relit(made["relit"], batch["log_gain"]).clamp(0, 1)
        inside = batch["mask"] > 0.98
        error = (rebuilt - torch_to_linear(batch["target"])).abs()[inside.expand(-1, 3, -1, -1)]
        assert drawn.exact and drawn.gain_known
        assert float(error.mean()) < 0.025


def test_the_content_never_shows_the_target_garment(factory):
    for kind in ("texture", "own", "perturbed"):
        differences = []
        for _ in range(8):
            drawn = factory.draw(kind)
            inside = drawn.mask > 0.9
            differences.append(np.abs(drawn.photo[inside].astype(float) - drawn.target[inside]).mean())
        assert np.mean(differences) > 20, kind


def test_outside_the_mask_content_and_target_are_the_photo(factory):
    for kind in ("texture", "own"):
        drawn = factory.draw(kind)
        outside = drawn.mask == 0
        difference = drawn.photo[outside].astype(float) - drawn.target[outside]
        assert np.abs(difference).mean() < 8


def test_recolour_pairs_give_a_flat_reference_that_is_not_the_content(factory):
    drawn = factory.draw("recolour")
    inside = drawn.mask > 0.9
    assert drawn.reference[inside].std(axis=0).max() < 20
    to_target, to_photo = (
        np.abs(np.median(drawn.reference[inside], axis=0) - np.median(p[inside], axis=0)).max()
        for p in (drawn.target, drawn.photo)
    )
    assert to_target < 30 < to_photo


def test_twins_differ_in_the_old_garment_only(factory):
    one, two = factory.twins()
    inside = one.mask > 0.9
    assert np.abs(one.photo[inside].astype(float) - two.photo[inside]).mean() > 3
    assert np.array_equal(one.reference, two.reference) and np.array_equal(one.target, two.target)


def test_perturbation_moves_but_stays_near():
    rng = np.random.default_rng(0)
    y, x = np.mgrid[0:SIZE_PX, 0:SIZE_PX].astype(np.float32)
    shifts = [np.hypot(*(perturbing_map(rng, SIZE_PX, 1.0) - np.stack((x, y), -1)).T).mean() for _ in range(20)]
    assert 0.01 * SIZE_PX < np.mean(shifts) < 0.1 * SIZE_PX
    grid = np.stack((x + 2, y), -1)
    assert sample(x, grid)[5, 5] == 7


def test_a_seed_fixes_the_samples(crops, folders):
    one, two = (SampleFactory(crops, folders["garments"], FEW, SIZE_PX, seed=9).batch(6) for _ in range(2))
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_shares_choose_the_kinds(crops, folders):
    config = DataConfig({kind: float(kind == "own") for kind in KINDS}, procedural_textures=2, photo_textures=0)
    batch = SampleFactory(crops, None, config, SIZE_PX, seed=1).batch(8)
    assert batch["exact"].min() == 1 and batch["gain_known"].min() == 1


def test_panels_put_a_second_clearly_different_cloth_on_a_part(factory):
    for _ in range(40):
        base = textures.plain(factory.rng, SIZE_PX)
        picture = textures.panels(factory.rng, base)
        changed = np.abs(picture.astype(int) - base).mean(axis=2) > 12
        assert picture.dtype == np.uint8 and picture.shape == base.shape
        assert changed.mean() < 1
        if changed.any():
            assert np.abs(picture.astype(int) - base)[changed].mean() > 20


def test_old_garments_are_nearly_black_or_of_two_cloths_as_often_as_asked(crops, folders):
    black = SampleFactory(crops, None, replace(FEW, old_dark=1), SIZE_PX, 1)
    assert all(black._old_albedo().max() < 60 for _ in range(20))
    two = SampleFactory(crops, None, replace(FEW, old_dark=0, old_panels=1), SIZE_PX, 1)
    many_coloured = [len(np.unique(two._old_albedo().reshape(-1, 3), axis=0)) > 1 for _ in range(20)]
    assert np.mean(many_coloured) > 0.8


def test_dark_cloth_has_the_deeper_folds(crops):
    assert relative_contrast(0.5, 0.5, -0.22) == 1
    assert 1 < relative_contrast(0.5, 0.03, -0.22) <= 2
    assert 0.5 <= relative_contrast(0.03, 0.5, -0.22) < 1
    assert relative_contrast(0.5, 0.0, -0.22) == relative_contrast(0.5, 0.001, -0.22)
    assert relative_contrast(0.5, 0.03, 0.0) == 1


def test_highlights_on_black_cloth_count_as_folds_where_asked(crops):
    crop = crops["street"][0]
    leather = crop.rgb.copy()
    y, x = np.mgrid[0:CANONICAL_SIZE_PX, 0:CANONICAL_SIZE_PX]
    light = 0.5 + 0.5 * np.sin(x / 4) * np.sin(y / 5)
    leather[crop.mask > 127] = (20 + 45 * light[..., None] ** 2).astype(np.uint8).repeat(3, 2)[crop.mask > 127]
    black = replace(crop, rgb=leather)
    assert not decompose(black, CANONICAL_SIZE_PX).plain
    assert decompose(black, CANONICAL_SIZE_PX, dark_is_plain=True).plain


def test_the_gain_of_a_dyed_garment_is_its_ratio_of_luminance(factory):
    sample_ = next(s for s in (factory.draw("recolour") for _ in range(50)) if s.gain_known)
    inside = sample_.mask > 0.95
    wanted = luminance(to_linear(sample_.target))[inside]
    made = luminance(to_linear(sample_.reference))[inside] * np.exp(sample_.log_gain[inside])
    assert np.abs(wanted - made).max() < 0.004
    assert (sample_.log_gain[sample_.mask < 0.5] == 0).all()


def test_a_small_turn_keeps_the_crop_in_place(factory):
    image = np.zeros((SIZE_PX, SIZE_PX), np.uint8)
    image[16:48, 16:48] = 255
    for _ in range(10):
        moved = turned(image, small_turn(factory.rng, SIZE_PX))
        overlap = np.minimum(moved, image).sum() / np.maximum(moved, image).sum()
        assert 0.6 < overlap < 1


def test_batches_hold_twins_next_to_each_other(crops, folders):
    factory = SampleFactory(crops, None, replace(FEW, twins=1), SIZE_PX, 1)
    batch = factory.batch(5)
    assert batch["twin"].flatten()[:4].tolist() == [0, 1, 0, 1]
    for second in (1, 3):
        assert torch.equal(batch["target"][second], batch["target"][second - 1])
        assert not torch.equal(batch["photo"][second], batch["photo"][second - 1])
