"""Writes the small sound files from which tests make bad ones: /usr/bin/python3 samples.py (needs h5py, SciPy, Pillow)."""

import gzip
import io
import os
import struct

import h5py
import numpy
import scipy.io
from PIL import Image

os.chdir(os.path.dirname(os.path.abspath(__file__)))
X = numpy.array([[i * 0.5 + j for j in range(3)] for i in range(8)])
Y = numpy.array([0, 1, 1, 0, 1, 0, 0, 1], dtype=numpy.int64)
BYTES = numpy.array([[(37 * i + 11 * j) % 256 for j in range(6)] for i in range(8)], dtype=numpy.uint8)
NAMES = ["cat", "dog"]


def hdf5(name, **options):
    with h5py.File(name, "w", libver=options.pop("libver", None)) as f:
        f.create_dataset("x", data=X, **options)
        f.create_dataset("group/bytes", data=BYTES)
        f.create_dataset("y", data=Y)
        f.create_dataset("names", data=numpy.array(NAMES, dtype="S8"))


hdf5("contiguous.h5")
hdf5("chunked.h5", chunks=(3, 3), compression="gzip", shuffle=True)
hdf5("summed.h5", chunks=(4, 3), fletcher32=True)
hdf5("latest.h5", chunks=(4, 3), libver="latest")

for name, compress in (("plain.mat", False), ("compressed.mat", True)):
    scipy.io.savemat(name, {"x": X, "b": BYTES, "y": Y, "names": numpy.array(NAMES, dtype=object)}, do_compression=compress)
    with open(name, "r+b") as f:  # no date, so that the file is the same each time
        f.seek(0)
        f.write(b"MATLAB 5.0 MAT-file".ljust(116))

numpy.save("doubles.npy", X)
numpy.save("texts.npy", numpy.array(["cat", "dog"] * 4))
numpy.savez("stored.npz", x=X, y=Y, names=numpy.array(NAMES))
numpy.savez_compressed("deflated.npz", x=X, y=Y, names=numpy.array(NAMES))

images = struct.pack(">BBBBIII", 0, 0, 8, 3, 8, 2, 3) + BYTES.tobytes()
labels = struct.pack(">BBBBI", 0, 0, 8, 1, 8) + Y.astype(numpy.uint8).tobytes()
open("images.idx", "wb").write(images)
open("labels.idx", "wb").write(labels)
open("doubles.idx", "wb").write(struct.pack(">BBBBII", 0, 0, 0x0E, 2, 8, 3) + X.astype(">f8").tobytes())
packed = io.BytesIO()
with gzip.GzipFile(filename="", fileobj=packed, mode="wb", mtime=0) as f:
    f.write(images)
open("images.idx.gz", "wb").write(packed.getvalue())

open("table.csv", "w").write(
    "width,height,kind\n" + "".join(f"{i * 0.25},{100 - i},{NAMES[i % 2]}\n" for i in range(12)))

ramp = numpy.array([[[(9 * x + 5 * y + 40 * c) % 256 for c in range(3)] for x in range(24)] for y in range(18)], dtype=numpy.uint8)
colours = Image.fromarray(ramp)
grey = Image.fromarray(ramp[:, :, 0])
colours.save("colours.png")
grey.save("grey.png")
colours.quantize(16).save("palette.png")
colours.save("baseline.jpg", quality=80)
colours.save("progressive.jpg", quality=80, progressive=True)
colours.save("colours.bmp")
colours.quantize(16).save("palette.gif")
colours.save("lossless.webp", lossless=True)
colours.save("lossy.webp", quality=80)

with h5py.File("links.h5", "w") as f:
    f.create_dataset("x", data=X)
    loop = f.create_group("loop")
    loop["again"] = f["/"]
    loop["itself"] = loop
    f["soft"] = h5py.SoftLink("/x")
    f["round"] = h5py.SoftLink("/round")
    f["nowhere"] = h5py.SoftLink("/nothing")
    f["outside"] = h5py.ExternalLink("other.h5", "/x")

with h5py.File("v73.mat", "w", userblock_size=512) as f:
    for name, kind, values in (("x", b"double", X.T), ("y", b"int64", Y.reshape(1, -1).T)):
        f.create_dataset(name, data=values, chunks=values.shape, compression="gzip").attrs["MATLAB_class"] = numpy.bytes_(kind)
    characters = numpy.array([[ord(c) for c in name] for name in NAMES], dtype=numpy.uint16)
    f.create_dataset("names", data=characters.T).attrs["MATLAB_class"] = numpy.bytes_(b"char")
with open("v73.mat", "r+b") as f:
    f.write(b"MATLAB 7.3 MAT-file, HDF5 schema 1.00 .".ljust(124) + struct.pack("<H", 0x0200) + b"IM")

open("rows.jsonl", "w").write(
    "".join('{"width": %s, "height": %s, "kind": "%s"}\n' % (i * 0.25, 100 - i, NAMES[i % 2]) for i in range(12)))

# One colour packs best; what follows the picture of a WebP file is no part of it.
Image.new("P", (20000, 100)).save("flat.gif")
Image.new("RGB", (1000, 1000), (10, 20, 30)).save("flat.webp", lossless=True)
notes = Image.Exif()
notes[0x0112] = 6
colours.save("notes.webp", lossless=True, exif=notes.tobytes(), xmp=b"<x:xmpmeta/>")
