"""The preface: captions, passing lines, E.O., TAGS, SUBJECT, REF, Classified By (5 FAH-1 H-240)."""

from cableconv.parser.preface.fields import Preface, read_preface

__all__ = ["Preface", "read_preface"]
