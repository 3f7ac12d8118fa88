"""What jinju says of studying in the terminal, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {}
