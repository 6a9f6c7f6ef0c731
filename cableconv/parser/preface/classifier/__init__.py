"""The Classified By line: people, titles and reasons."""
