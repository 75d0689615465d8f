"""Writes the NumPy arrays that the readers' tests read."""

import numpy as np

x = np.arange(12, dtype=np.float32).reshape(4, 3) / 4
np.save("rows.npy", x)
np.save("fortran.npy", np.asfortranarray(x.astype(">f8")))
np.save("labels.npy", np.array(["cat", "dog", "cat", "ärger"]))
np.save("half.npy", np.array([[1.5, -2.0], [65504.0, 6e-8]], dtype=np.float16))
np.save("integers.npy", np.array([[-1, 2**40], [3, -4]], dtype=np.int64))
np.save("objects.npy", np.array([{"a": 1}, None]), allow_pickle=True)
np.save("complex.npy", np.array([1 + 2j]))
images = np.arange(2 * 2 * 3, dtype=np.uint8).reshape(2, 2, 3) * 20
np.savez_compressed("images.npz", x=images, y=np.array([[0, 1], [1, 0]]), names=np.array(["no", "yes"]))
