"""An article as it was pasted, understood: text in, a Transcript and what is to be said about it out."""

from .build import Parsed, parse

__all__ = ["Parsed", "parse"]
