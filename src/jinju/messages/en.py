"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}: no such file. Check the path.",
    # writing files and packages
    "write-no-folder": "{path}: there is no folder {folder}. Make it first, or give another path.",
    "write-not-a-file": "{path}: this is a folder or a device, not a file. Give the path of a file.",
    "write-disk-full": (
        "{path}: no room left to write it; what was there before is untouched. Free some space and run again."
    ),
    "write-failed": (
        "{path}: cannot write it ({reason}); what was there before is untouched. "
        "Check the permissions, or give another path."
    ),
}
