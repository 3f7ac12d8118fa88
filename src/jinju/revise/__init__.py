"""Deck x Items -> Deck: identity, what changed, what a person edited."""
