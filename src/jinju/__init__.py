"""jinju (金句) turns an article into flashcards that make its phrasing stick."""

__version__ = "0.1.0"
