"""Garment parser: the nine-class person segmentation behind every try-on."""
