"""What one line is, by itself: class line, label, paragraph mark, shape."""
