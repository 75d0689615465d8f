"""Writes small images with Pillow, and their pixels as Pillow reads them: the independent source of ImageFormatsTest.

/usr/bin/python3 images.py    (Pillow 9.4 with WebP, NumPy)
"""
import struct
import zlib

import numpy as np
from PIL import Image

y, x = np.mgrid[0:10, 0:14]
rgb = np.stack([x * 18, y * 25, (x * y * 2) % 256], axis=2).astype(np.uint8)
plain = Image.fromarray(rgb)
plain.save("lossless.webp", lossless=True, exact=True)
# Without colours: these are kept for four pixels at once, and interpolated or not by different programs.
plain.convert("L").convert("RGB").save("lossy.webp", quality=95)
plain.save("plain.bmp")
plain.quantize(16).save("palette.gif")
plain.quantize(16).save("animated.gif", save_all=True, append_images=[plain.rotate(180).quantize(16)])
plain.save("plain.jpg", quality=95, subsampling=0)
plain.convert("L").save("grey.jpg", quality=95)
plain.convert("L").save("grey.bmp")
alpha = np.dstack([rgb, np.full((10, 14), 128, np.uint8)])
Image.fromarray(alpha).save("alpha.webp", lossless=True, exact=True)
inks = np.dstack([255 - rgb, (x * 5 % 90).astype(np.uint8)])
Image.fromarray(inks, mode="CMYK").save("cmyk.jpg", quality=95)



def png(name, depth, colours, interlaced, rows):
    """Pillow writes neither of these."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    with open(name, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 14, 10, depth, colours, 0, 0, interlaced))
                + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows))) + chunk(b"IEND", b""))


deep = (x * 4567 + y * 321).astype(">u2")
png("deep.png", 16, 0, 0, deep)
png("deep_alpha.png", 16, 4, 0, np.stack([deep, deep // 2], axis=2).astype(">u2"))
png("deep_colours.png", 16, 2, 0, rgb.astype(">u2") * 257)
passes = [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]
png("interlaced.png", 8, 2, 1, [row for top, left, down, across in passes for row in rgb[top::down, left::across]
                                if row.size])

names = ["lossless.webp", "lossy.webp", "plain.bmp", "palette.gif", "animated.gif", "plain.jpg", "grey.jpg", "grey.bmp",
         "alpha.webp", "cmyk.jpg"]
pixels = {}
for name in names:
    image = Image.open(name)
    pixels[name] = np.asarray((image.convert("RGBA") if "alpha" in name else image).convert("RGB"))
# Sixteen bits are rounded to eight.
pixels["deep.png"] = pixels["deep_alpha.png"] = np.dstack([np.rint(deep / 257).astype(np.uint8)] * 3)
pixels["deep_colours.png"] = rgb
pixels["interlaced.png"] = np.asarray(Image.open("interlaced.png"))
assert np.array_equal(pixels["interlaced.png"], rgb)
np.savez_compressed("pixels.npz", **pixels)
