"""What jinju says of studying in the terminal, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {}
