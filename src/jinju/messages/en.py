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
    "apkg-backup-name": (
        "{path}: Anki takes a file of this name for a backup and would replace the whole collection with it. "
        "Choose another name, for example {better}."
    ),
    "apkg-no-room": (
        "{path}: not written, because preparing it in {folder} failed ({reason}). "
        "Free some space there, or set TMPDIR to a roomier folder, and run again."
    ),
    "note-deck-no-name": "The deck has no name. Give it one.",
    "note-deck-empty": "The deck keeps no item, so there is nothing to write. Set keep: yes on some.",
    "note-no-article": (
        "Item {item}: the deck has no article {article}. Correct the key, or add the article to the deck."
    ),
    "note-same-id": "Item {item}: two items have this id, and Anki would import both. Remove one of them.",
    "note-bad-marks": (
        "Item {item}: a cloze mark is broken at character {at} ({problem}). "
        "Mend the text; a mark looks like {{{{c1::answer}}}}, with a number from 1 to 499."
    ),
    "note-no-blank": (
        "Item {item}: its text has no blank, so it would have no card. "
        "Add one like {{{{c1::answer}}}}, or leave the item out of the deck."
    ),
    "note-too-deep": (
        "Item {item}: more than {most} blanks stand in one another, which older Anki cannot show. "
        "Put some of them side by side."
    ),
    "note-empty-blank": "Item {item}: blank {number} hides nothing. Put the answer in, or take the mark out.",
}
