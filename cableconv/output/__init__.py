"""Writing results: names of targets, drafts that are moved into place in one step, files."""
