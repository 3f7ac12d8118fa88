"""Studying, as pure arithmetic: reviews in, schedules, queues and cues out."""
