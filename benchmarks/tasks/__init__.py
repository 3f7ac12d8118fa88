"""One predictor a task: a stripped row in, an answer out."""
