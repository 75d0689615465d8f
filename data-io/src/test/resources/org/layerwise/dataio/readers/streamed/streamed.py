"""Writes the same 7 examples of 6 features, and their targets, in every layout that the array readers know."""

import gzip
import struct

import h5py
import numpy as np

x = (np.arange(42) * 37 % 251).reshape(7, 6)
cube = x.reshape(7, 3, 2)
y = np.arange(7) % 3


def idx(kind, code, values, dtype):
    head = struct.pack(">BBBB", 0, 0, code, values.ndim) + struct.pack(">%dI" % values.ndim, *values.shape)
    return head + values.astype(dtype).tobytes()


open("images.idx", "wb").write(idx("images", 0x08, cube, ">u1"))
open("labels.idx", "wb").write(idx("labels", 0x08, y, ">u1"))
open("doubles.idx", "wb").write(idx("doubles", 0x0E, x, ">f8"))
open("shorts.idx", "wb").write(idx("shorts", 0x0B, x, ">i2"))
open("images.idx.gz", "wb").write(gzip.compress(idx("images", 0x08, cube, ">u1"), mtime=0))
open("labels.idx.gz", "wb").write(gzip.compress(idx("labels", 0x08, y, ">u1"), mtime=0))

np.save("rows.npy", x.astype("<f4"))
np.save("big_endian.npy", x.astype(">f8"))
np.save("bytes.npy", cube.astype("u1"))
np.save("integers.npy", x.astype("<i8"))
np.save("unsigned.npy", x.astype("<u2"))
np.save("half.npy", x.astype("<f2"))
np.save("fortran.npy", np.asfortranarray(x.astype("<f8")))
np.save("fortran_cube.npy", np.asfortranarray(cube.astype("u1")))
np.save("columns.npy", np.ascontiguousarray(x.T).astype("<f4"))
np.save("columns_fortran.npy", np.asfortranarray(x.T.astype("<i4")))
np.save("columns_cube.npy", np.ascontiguousarray(cube.transpose(1, 2, 0)).astype("<i2"))
np.save("columns_cube_fortran.npy", np.asfortranarray(cube.transpose(1, 2, 0)).astype("<f8", order="F"))
np.save("y.npy", y.astype("<i4"))
np.save("y_row.npy", y.astype("<i4").reshape(1, 7))
np.save("two.npy", np.stack([y, y + 1], axis=1).astype("<f8"))
np.save("two_rows.npy", np.stack([y, y + 1]).astype("<f8"))
np.savez_compressed("arrays.npz", x=cube.astype("u1"), y=y.astype("<i8"))
np.savez("plain.npz", x=x.astype(">f4"), y=y.astype("<f8"))

with h5py.File("arrays.h5", "w") as f:
    f.create_dataset("bytes", data=cube.astype("u1"))
    f.create_dataset("floats", data=x.astype(">f4"))
    f.create_dataset("columns", data=np.ascontiguousarray(x.T).astype("<f8"))
    f.create_dataset("chunked", data=cube.astype("<i2"), chunks=(2, 3, 2), compression="gzip", shuffle=True)
    f.create_dataset("tiles", data=x.astype("<f8"), chunks=(3, 4))
    f.create_dataset("y", data=y.astype("<i8"))
    f.create_dataset("names", data=np.array([b"a", b"b", b"c"]))
