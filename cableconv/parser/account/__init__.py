"""The account of a telegram's text: whose each character is, and what was reported."""
