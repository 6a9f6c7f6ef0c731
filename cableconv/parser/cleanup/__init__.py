"""Removes or sets apart text that is not the telegram's before it is read."""
