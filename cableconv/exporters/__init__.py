"""One module per format, or a folder where a format needs several."""
