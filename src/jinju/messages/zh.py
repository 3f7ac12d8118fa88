"""What jinju says, in Chinese."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}：没有这个文件。请检查路径。",
}
