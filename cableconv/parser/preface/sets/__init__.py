"""The sets of a military message: ``SUBJ/...//``, ``REF/A/...//``, ``RMKS/1. ...//``."""
