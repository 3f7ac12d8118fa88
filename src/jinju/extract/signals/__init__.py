"""What the scorers look at, one family of named signals a file."""
