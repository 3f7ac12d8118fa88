"""Signals: each looks at one thing, each in its own file."""
