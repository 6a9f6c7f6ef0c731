"""The numbers of paragraphs: which lines begin one, and which only seem to."""
