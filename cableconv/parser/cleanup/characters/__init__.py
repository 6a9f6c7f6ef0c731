"""The characters of a telegram as they were meant, before it is cut into lines."""
