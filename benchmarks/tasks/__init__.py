"""One predictor a file for the tasks of `quality.py`."""
