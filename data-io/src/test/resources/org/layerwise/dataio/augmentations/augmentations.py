"""Writes augmentations.json with SciPy 1.10.1: images of 5x7 pixels and 2 channels, changed by fixed amounts."""

import json
import math

import numpy as np
from scipy import ndimage

rng = np.random.RandomState(8)
image = np.round(rng.rand(5, 7, 2) * 255, 3)
square = np.round(rng.rand(5, 5, 1), 3)
assert np.allclose(ndimage.rotate(square, -90, reshape=False, order=1), np.rot90(square, -1))  # -90: clockwise
cases = []


def add(name, amount, change):
    for mode, fill in [("nearest", None), ("grid-constant", 9.5)]:
        changed = change(mode, 0.0 if fill is None else fill)
        cases.append({"name": name, "amount": amount, "fill": fill, "expected": changed.ravel().tolist()})


centre = np.array([2.0, 3.0, 0.0])
for degrees in [0.0, 12.5, -40.0, 90.0, 175.0]:
    add("rotate", [math.radians(degrees)], lambda mode, fill: ndimage.rotate(
        image, -degrees, axes=(1, 0), reshape=False, order=1, mode=mode, cval=fill))
for slope in [0.3, -1.25]:
    matrix = np.array([[1, 0, 0], [slope, 1, 0], [0, 0, 1.0]])
    add("shear", [slope], lambda mode, fill: ndimage.affine_transform(
        image, matrix, centre - matrix @ centre, order=1, mode=mode, cval=fill))
for down, right in [(1.0, -2.0), (-0.4, 0.7), (3.3, 6.2)]:
    add("shift", [down, right], lambda mode, fill: ndimage.shift(
        image, (down, right, 0), order=1, mode=mode, cval=fill))
for factor in [0.75, 1.3]:
    matrix = np.diag([1 / factor, 1 / factor, 1])
    add("zoom", [factor], lambda mode, fill: ndimage.affine_transform(
        image, matrix, centre - matrix @ centre, order=1, mode=mode, cval=fill))


def window(top, left, height, width):
    """The window whose corners are pixel centres, stretched to the whole image."""
    rows, columns = np.linspace(top, top + height, 5), np.linspace(left, left + width, 7)
    grid = np.stack(np.meshgrid(rows, columns, indexing="ij"))
    return np.stack([ndimage.map_coordinates(image[..., c], grid, order=1, mode="nearest") for c in range(2)], -1)


# side 0.8 of 4 by 6 between corner centres, as far down and left as it goes; side 0.5 in the middle
cases.append({"name": "crop", "amount": [0.8, 0.4, -0.6], "fill": None, "expected": window(0.8, 0.0, 3.2, 4.8).ravel().tolist()})
cases.append({"name": "crop", "amount": [0.5, 0.0, 0.0], "fill": None, "expected": window(1.0, 1.5, 2.0, 3.0).ravel().tolist()})
with open("augmentations.json", "w", newline="\n") as file:
    json.dump({"image": image.ravel().tolist(), "cases": cases}, file, indent=0, separators=(",", ":"))
