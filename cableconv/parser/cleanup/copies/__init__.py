"""Copies of a telegram on one page: a teaser, a corrected copy, a repeated notice."""
