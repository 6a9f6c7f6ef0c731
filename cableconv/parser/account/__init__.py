"""The account of a telegram's text: the owner of each character, and all diagnostics."""
