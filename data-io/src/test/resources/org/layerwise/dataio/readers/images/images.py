"""Writes small images with Pillow, and their pixels as Pillow reads them: the independent source of ImageFormatsTest.

/usr/bin/python3 images.py    (Pillow 9.4 with WebP, NumPy)
"""
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

names = ["lossless.webp", "lossy.webp", "plain.bmp", "palette.gif", "animated.gif", "plain.jpg", "grey.jpg", "grey.bmp",
         "alpha.webp", "cmyk.jpg"]
pixels = {}
for name in names:
    image = Image.open(name)
    pixels[name] = np.asarray((image.convert("RGBA") if "alpha" in name else image).convert("RGB"))
np.savez_compressed("pixels.npz", **pixels)
