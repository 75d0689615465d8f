"""Writes arrays.h5, arrays.mat and arrays.npz: of every kind, also those of no use to a network: /usr/bin/python3 kinds.py"""
import os

import h5py
import numpy as np
import scipy.io
import scipy.sparse

os.chdir(os.path.dirname(os.path.abspath(__file__)))
x = np.array([[1.5, -2], [0, 4], [7, 0.25]])
with h5py.File("kinds.h5", "w") as f:
    f["numbers"] = x
    f["truth"] = x > 1
    f["colours"] = np.array([0, 1, 1], dtype=h5py.enum_dtype({"RED": 0, "BLUE": 1}, basetype="i1"))
    f["text"] = "hello"
    f["complex"] = x + 1j
    f["records"] = np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")])
    f["empty"] = np.zeros((0, 3))
    f["null"] = h5py.Empty("f4")
    f.create_dataset("unwritten", shape=(3,), dtype="f8", fillvalue=7.0)
    f.create_dataset("unwritten chunks", shape=(3,), maxshape=(None,), chunks=(2,), dtype="f8")
    f.create_dataset("ragged", data=np.array([np.arange(3), np.arange(2)], dtype=object), dtype=h5py.vlen_dtype("i4"))
    f.create_dataset("scaled", data=np.arange(6).reshape(3, 2), scaleoffset=0)

cells = np.array([np.array([1.0, 2.0]), "a"], dtype=object)
scipy.io.savemat("kinds.mat", {"numbers": x, "complex": x + 1j, "structure": {"a": 1}, "cells": cells,
                               "sparse": scipy.sparse.csc_matrix(x), "empty": np.zeros((0, 0))})
with open("kinds.mat", "r+b") as f:  # no date, so that the file is the same each time
    f.seek(0)
    f.write(b"MATLAB 5.0 MAT-file".ljust(116))
np.savez("kinds.npz", numbers=x, objects=np.array([1, None], dtype=object), empty=np.zeros((0, 3)), complex=x + 1j,
         dates=np.array(["2024-01-31"], dtype="M8[D]"), records=np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]))
