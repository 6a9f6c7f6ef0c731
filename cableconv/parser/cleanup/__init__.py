"""What is not the telegram's text is taken out or set apart before it is read."""
