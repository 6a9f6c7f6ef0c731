"""Changes to a cable between reading and writing, one per module."""
