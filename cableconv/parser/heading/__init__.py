"""Everything above the class line: format lines, addressees, message number."""
