"""The sets of a military message: ``SUBJ/...//``, ``REF/A/...//``, ``RMKS/1. ...//``."""

from cableconv.parser.preface.sets.fields import read_sets
from cableconv.parser.preface.sets.splitting import holds_sets

__all__ = ["holds_sets", "read_sets"]
