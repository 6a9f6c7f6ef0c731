"""What a text that holds no cable seems to be, and what to do with it: the words of every refusal.

``kinds`` names the kinds of text, each with its advice; ``guess`` tells them apart.  Readers and
parser say the same of the same text.
"""
