"""What the field's words mean: posts, routing indicators, TAGS, captions, as tables."""
