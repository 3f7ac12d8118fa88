"""What jinju says of the store of reviews, its settings and copies, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # the store
    "store-busy": "{path}: another program has held the store for too long. Close the other jinju and try again; nothing was lost.",
    "store-unwritable": "{path}: the store cannot be opened or written ({reason}). Check the rights of the file, its folder and the disk, or name another with --store.",
    "store-full": "{path}: the disk is full; the last answer is not saved, all before it are. Free some space, then answer again.",
    "store-io": "{path}: the disk failed or is full ({reason}); the last answer is not saved, all before it are. Check the disk and its free space, then answer again.",
    "store-damaged": "{path}: the store is damaged ({reason}). Keep the file, then bring back a copy: jinju restore FILE.",
    "store-foreign": "{path} is the database of another program and was left as it is. Name another file with --store.",
    "store-newer": "{path} was written by a newer jinju. Update jinju, or name another file with --store.",
    "store-is-folder": "{path} is a folder. Name a file with --store, as in {path}/reviews.db.",
    "store-kept-aside": "the store was damaged; it is kept as {kept}, and a new one was begun. Bring back a copy: jinju restore FILE.",
}
