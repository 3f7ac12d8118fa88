"""What decks are fitted to, and how."""
