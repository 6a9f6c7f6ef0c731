"""Code that exporters share: message data, dates, mentions, links, provenance, editorial notes."""
