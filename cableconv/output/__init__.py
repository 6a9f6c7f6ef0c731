"""Where results go: names of targets, drafts that take their place in one step, files."""
