"""The vocabulary of the field as tables: posts, routing indicators, TAGS, captions."""
