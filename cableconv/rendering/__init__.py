"""What exporters share: message data, dates, mentions, links, options, provenance."""
