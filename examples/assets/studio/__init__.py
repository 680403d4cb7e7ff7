"""The photo studio: bodies and clothes as distance fields, meshed here, photographed by Cycles with exact ground truth."""
