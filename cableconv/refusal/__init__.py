"""Guesses what a text without a cable is, with advice: the wording of every refusal.

``kinds`` lists the kinds of text, each with its advice; ``guess`` tells them apart.  Readers and
parser give the same message for the same text.
"""
