"""Procedural product images and a test shopper: numpy, OpenCV and Pillow only."""
