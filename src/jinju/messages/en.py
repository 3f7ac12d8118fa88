"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}: no such file. Check the path.",
    # text
    "not-text": "{path}: this is not text that can be read (no UTF-8, UTF-16, GB 18030 or Big5). "
    "Save it as plain text in UTF-8, or give the original document.",
    "garbled": "{path}: the text was destroyed when it was saved in the wrong encoding; what is lost "
    "cannot be brought back. Save the page again, choosing its own encoding (often GBK).",
}
