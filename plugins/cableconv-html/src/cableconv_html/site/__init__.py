"""A folder of pages: the cables, indexes of them, who cites whom, a search without a server."""
