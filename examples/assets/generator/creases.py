"""How the shared blocks crease: where tension starts and where slack gathers."""

from .folds import Fold, fan, scattered


def body_folds(seed, hem_y=780):
    """Tension from the armpits towards the chest, and the slack that gathers above the hem."""
    folds = []
    for side in (0, 1):
        armpit = fan((278, 348), [28, 52, 74, 90], [190, 240, 280, 220], 10, 6.0, seed + side)
        shoulder = fan((330, 168), [74, 96], [150, 190], 13, 3.4, seed + 10 + side)
        waist = fan((262, hem_y - 210), [-32, -10, 14], [170, 150, 160], 11, 4.6, seed + 20 + side)
        hem = fan((290, hem_y - 16), [-70, -48], [200, 170], 13, 4.2, seed + 30 + side)
        group = armpit + shoulder + waist + hem
        folds += [f.mirrored() for f in group] if side else group
    return folds + scattered((360, 520, 640, hem_y - 40), 7, 82, 210, 13, 3.8, seed + 40)


def short_sleeve_folds(seed):
    folds = []
    for side in (0, 1):
        group = fan((262, 340), [205, 232, 250], [100, 130, 130], 9, 5.0, seed + side)
        group += fan((268, 176), [112, 128], [150, 160], 11, 3.2, seed + 5 + side)
        folds += [f.mirrored() for f in group] if side else group
    return folds


def long_sleeve_folds(seed, hem_y=712):
    """The fan at the armpit, rings inside the elbow, and the stack above the cuff."""
    folds = []
    for side in (0, 1):
        group = fan((262, 345), [120, 150, 178, 200], [150, 140, 100, 90], 9, 5.0, seed + side)
        group += fan((268, 180), [106, 116], [190, 220], 11, 3.2, seed + 5 + side)
        for above_hem in (282, 252, 214, 172, 110, 82, 56):
            y = hem_y - above_hem
            x = 250 - (y - 420) * 0.24
            group.append(Fold((x + 14, y), (x - 30, y + 18), (x - 92, y + 6 + (y % 7) * 4), 8, 5.0, 0.3, 0.25))
        folds += [f.mirrored() for f in group] if side else group
    return folds
