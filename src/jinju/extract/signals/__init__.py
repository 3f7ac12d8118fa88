"""Signals: one observation a file, joined by learnt weights."""
