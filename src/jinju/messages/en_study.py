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
    # studying
    "study-no-decks": "Name a deck file to study: jinju study DECK.yaml. (jinju make ARTICLE makes one.) Later jinju study alone goes on with all of them.",
    "study-no-decks-left": "None of these deck files can be read:\n{paths}\nName the files where they are now.",
    "study-no-place": "item {item} is in none of the deck files any more.",
    # settings
    "settings-unreadable": "{path}: the settings file cannot be read ({reason}).",
    "settings-too-big": "it is bigger than 1 MB",
    "settings-bad-yaml": "{path}:{line}: this is not valid YAML. Write one setting a line, as in “  new_a_day: 20”, indented with spaces below “study:”.",
    "settings-want-keys": "{path}:{line}: settings are written as “key: value”, one a line. Known keys: {keys}.",
    "settings-unknown-key": "{path}:{line}: there is no setting “{key}”. Did you mean: {nearest}?",
    "settings-key-twice": "{path}:{line}: “{key}” stands here a second time. Take one out.",
    "setting-wrong": "{where}: {name} cannot be “{value}”. It must be {want}.",
    "want.share": "a number from 0.7 to 0.99, as in 0.9",
    "want.weights": "a list of 21 numbers, or empty",
    "want.steps": "a list of times, as in [1m, 10m]; s, m, h and d are known",
    "want.interval": "a number of days from 1 to 36500",
    "want.cards": "a whole number of cards",
    "want.hour": "an hour of the day from 0 to 23",
    "want.order": "due or retrievability",
    "want.yes": "yes or no",
    "want.leech": "a number of lapses from 1 to 99",
    "want.date": "a date, as in 2026-12-31",
}
