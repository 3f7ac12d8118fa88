"""Picks -> Items: clips with blanks and hints, and the fields of their notes."""
