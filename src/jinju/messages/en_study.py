"""What jinju says of the store of reviews, its settings and copies, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {}
