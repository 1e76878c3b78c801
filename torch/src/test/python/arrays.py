"""Writes NumPy's files for the tests of their reader: `python3 arrays.py ../resources/numpy`. The entry [i, j] of every array is 10 i + j - 5."""

import sys
from pathlib import Path

import numpy as np

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
exact = np.array([[10 * i + j - 5 for j in range(3)] for i in range(4)])
np.save(folder / "float64.npy", exact.astype("<f8"))
np.save(folder / "fortran.npy", np.asfortranarray(exact.astype("<f4")))
np.save(folder / "text.npy", exact.astype("U3"))
np.save(folder / "objects.npy", exact.astype(object), allow_pickle=True)
np.save(folder / "record.npy", np.zeros(2, dtype=[("a", "<f8"), ("b", "<f8")]))
types = ["<f4", "<f8", ">f4", ">f8", "i1", "<i2", ">i2", "<i4", ">i4", "<i8", ">i8"]
np.savez_compressed(folder / "types.npz", **{t.replace("<", "little_").replace(">", "big_"): exact.astype(t) for t in types})
unsigned = {t: (exact + 5).astype(t) for t in ["u1", "<u2", ">u2", "<u4", ">u4"]}
np.savez(folder / "unsigned.npz", **{t.replace("<", "little_").replace(">", "big_"): a for t, a in unsigned.items()})
np.savez(folder / "one.npz", x=exact > 5)
np.save(folder / "number.npy", np.float64(2.5))
