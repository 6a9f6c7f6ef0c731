"""Where bytes come from: files, standard input and archives, decoded and within limits."""
