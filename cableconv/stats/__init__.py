"""Statistics of a set of cables: by post, year, level and tag, and citations.

counts = Counts()
for cable in cables:
    counts.add(cable)
print(counts.summary().cables)
"""

from cableconv.stats.counts import Counts
from cableconv.stats.summary import Summary

__all__ = ["Counts", "Summary"]
