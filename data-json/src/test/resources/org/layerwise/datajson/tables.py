"""Writes a table with Python, once as CSV and once as JSON lines; the readers must agree on them.

/usr/bin/python3 tables.py    (pandas 1.5, NumPy)
"""
import gzip
import json

import numpy as np
import pandas as pd

random = np.random.RandomState(4)
n = 40
table = pd.DataFrame(
    {
        "width": random.randn(n) * 1e3,
        "count": random.randint(0, 9, n),
        "tiny": random.randn(n) * 1e-300,
        "café": random.choice(["Ångström", "naïve", 'quo"ted', "日本"], n),
        "kind": random.choice(["setosa", "virginica"], n),
    }
)
table.loc[[3, 17], "width"] = np.nan
table.loc[[5], "café"] = None
table.to_csv("table.csv", index=False)
with gzip.GzipFile("table.jsonl.gz", "wb", mtime=1) as out:
    for row in table.astype(object).where(table.notna(), None).to_dict("records"):
        out.write((json.dumps(row) + "\n").encode())
