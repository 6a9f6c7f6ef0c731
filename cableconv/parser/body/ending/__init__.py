"""The end of a text: the signature, and what follows it."""
