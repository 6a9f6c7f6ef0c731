"""Inputs: files, standard input and archives, decoded and within limits."""
