"""Tables: their lines, and the cells of their rows."""
