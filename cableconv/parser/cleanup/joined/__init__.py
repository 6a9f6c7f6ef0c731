"""What a scrape joined to the line before: paragraphs, items, rules, titles, quotations."""
