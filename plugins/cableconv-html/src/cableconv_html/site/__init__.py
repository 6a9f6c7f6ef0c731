"""A folder of pages: the cables, indexes, citations, a search that needs no server."""
