import torch

from garment_parser.config import CLASSES, IGNORE
from garment_parser.labels import FOREGROUND
from garment_parser.losses import coverage, outfit_loss, segmentation_loss


def test_coverage_counts_the_four_pixels_of_a_cell():
    labels = torch.tensor([[[1, 1], [3, IGNORE]]])
    target, unknown = coverage(labels, len(CLASSES))
    assert target[0, 1].item() == 0.5
    assert target[0, 3].item() == 0.25
    assert target.sum().item() == 0.75
    assert unknown.item() == 0


def test_unknown_person_only_punishes_background():
    labels = torch.full((1, 8, 8), FOREGROUND)
    labels[:, :, :2] = 0
    logits = torch.zeros(1, len(CLASSES), 4, 4)
    logits[:, 0, :, 0] = 6
    for index in (3, 5):
        as_person = logits.clone()
        as_person[:, index, :, 1:] = 6
        as_background = logits.clone()
        as_background[:, 0, :, 1:] = 6
        person = segmentation_loss(as_person, labels, 0.5, 0.0)["person"]
        background = segmentation_loss(as_background, labels, 0.5, 0.0)["person"]
        assert person < 0.05 < 1 < background


def test_a_perfect_answer_costs_almost_nothing_and_a_wrong_one_does():
    labels = torch.randint(0, len(CLASSES), (2, 32, 32)).repeat_interleave(2, 1).repeat_interleave(2, 2)
    right = torch.nn.functional.one_hot(labels[:, ::2, ::2], len(CLASSES)).permute(0, 3, 1, 2) * 20.0
    wrong = right.roll(1, dims=1)
    assert segmentation_loss(right, labels, 0.5, 0.0)["total"] < 0.05
    assert segmentation_loss(wrong, labels, 0.5, 0.0)["total"] > 5


def outfit_logits(*worn):
    logits = torch.full((1, len(CLASSES), 1, 1), -6.0)
    for name in worn:
        logits[:, CLASSES.index(name)] = 6.0
    return logits


def test_an_outfit_is_judged_as_a_whole():
    labels = torch.zeros(1, 32, 32, dtype=torch.long)
    labels[:, 8:24, 8:24] = CLASSES.index("dress")
    right = outfit_loss(outfit_logits("background", "dress"), labels)
    wrong = outfit_loss(outfit_logits("background", "top", "bottom"), labels)
    assert right < 0.01 and wrong > 1


def test_what_is_unknown_may_be_worn():
    labels = torch.full((1, 32, 32), FOREGROUND)
    labels[:, :16] = CLASSES.index("top")
    both = outfit_loss(outfit_logits("top", "bottom"), labels)
    assert both < 0.01
