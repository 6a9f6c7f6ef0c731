"""One module per format, or a folder for a format that needs several."""
