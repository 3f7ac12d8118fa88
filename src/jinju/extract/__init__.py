"""Article -> Picks: what is worth memorising, with score and reasons."""
