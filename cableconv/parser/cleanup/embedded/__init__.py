"""Texts and whole telegrams that a telegram repeats."""
