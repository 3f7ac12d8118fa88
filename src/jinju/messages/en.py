"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}: no such file. Check the path.",
}
