"""Reads a table with pandas' C parser, once for each line on standard input; the answer is the milliseconds, the shape and
the greatest memory of the process so far in megabytes."""

import resource
import sys
import time

import pandas

for _ in sys.stdin:
    start = time.perf_counter()
    table = pandas.read_csv(sys.argv[1], engine="c")
    taken = (time.perf_counter() - start) * 1e3
    shape = "%dx%d" % table.shape
    del table
    print(taken, shape, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, flush=True)
