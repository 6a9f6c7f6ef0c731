"""What teleprinters, printers and releases put on pages: page marks, banners, stamps, spacing."""
