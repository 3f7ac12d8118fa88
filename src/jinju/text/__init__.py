"""Text as it came -> Article: decode, repair, normalise, split."""
