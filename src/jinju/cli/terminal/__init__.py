"""Studying in the terminal: everything that draws and listens; what is studied comes from the session."""
