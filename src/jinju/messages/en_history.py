"""What jinju says of histories that come from Anki and go there, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {}
