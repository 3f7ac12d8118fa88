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
    # the deck file
    "deck-bad": (
        "{path}: this deck file cannot be used as it is; nothing was written. To mend ({count}):\n{problems}"
    ),
    "deck-newer": (
        "format {format}: written by a newer jinju (this one knows {known}). Update jinju, then run again."
    ),
    "deck-not-a-mapping": (
        "a deck file begins with lines such as “format: 1” and “deck: name”. Is this the right file?"
    ),
    "deck-several-documents": (
        "a second document begins here (---). Keep one deck in one file; remove that line."
    ),
    "deck-key-not-text": "a key must be a plain word. Quote a text that begins with {{{{ or [.",
    "deck-anchor": (
        "anchors and aliases (& and *) are not read here. Write the value out, or put it in quotes."
    ),
    "deck-tag": "tags such as !name are not read here. Remove it, or put the value in quotes.",
    "deck-too-deep": (
        "lists within lists too deep for a deck file. Look for a stray [ or {{{{ or for lost quotes."
    ),
    "deck-conflict": (
        "a merge conflict was left here ({mark}). Choose one side and delete the marker lines."
    ),
    "deck-unprintable": "the control character {sign} stands here. Delete it.",
    "deck-tab": "a tab indents this line. Use spaces, as many as in the lines around it.",
    "deck-indent": (
        "the indentation does not fit the lines around it, near “{near}”. Line the key up with the keys "
        "above it."
    ),
    "deck-syntax": (
        "this is not YAML ({said}), near “{near}”. Put the text in quotes, or under “|-” on lines of their "
        "own."
    ),
    "deck-unknown-key": "“{key}” is no key of {what}. Did you mean: {nearest}?",
    "deck-key-twice": "“{key}” stands here a second time (first on line {first}). Keep one of them.",
    "deck-missing": "“{key}” is missing or empty. Fill it in, or delete the whole item.",
    "deck-want-mapping": "{what}: lines of “key: value” are expected here ({keys}). Check the indentation.",
    "deck-want-list": "“{key}” wants a list: lines that begin with “- ”, or [a, b].",
    "deck-want-text": "“{key}” wants a single text. Put it in quotes.",
    "deck-want-by-number": "“{key}” wants lines of “number: value”, one for each cloze number.",
    "deck-want-number": "“{key}: {value}” is not a number.",
    "deck-want-integer": "“{key}: {value}” must be a whole number from {low} to {high}.",
    "deck-want-flag": "“{key}: {value}”: write yes or no.",
    "deck-want-time": (
        "“{key}: {value}” is not a time such as 2026-11-23T06:10:00Z. Correct it, or delete the line."
    ),
    "deck-same-key": (
        "the article key {key} stands here a second time (first on line {first}). Delete one of the two."
    ),
    "deck-same-id": (
        "the id {id} stands here a second time (first on line {first}). Delete one, or for a new item the "
        "id line."
    ),
    "deck-bad-id": (
        "id “{id}”: an id begins with a letter, then letters and digits. Restore it, or delete the line."
    ),
    "deck-bad-kind": "“{value}” is no kind of blank. Use one of: {kinds}.",
    "deck-bad-mine": (
        "“mine: {value}”: write yes (the item is mine), tags (only its tags are), or delete the line."
    ),
    "deck-made": "“{value}” is no line of jinju's own list. Delete the line.",
    "deck-no-such-article": (
        "item {id} belongs to article “{key}”, which is not under articles ({keys}). Correct it."
    ),
    "deck-no-such-paragraph": (
        "item {id}: its article has {count} paragraphs. Correct the number, counted from 1."
    ),
    "deck-key-in-text": (
        "item {id}: the text holds a line that looks like a key or a comment. Indent it like “text”."
    ),
    "deck-cloze-unclosed": (
        "item {id}: a blank is not closed, near “{near}”. End it with two closing braces."
    ),
    "deck-cloze-empty": (
        "item {id}: a blank is empty, near “{near}”. Put the answer in, or delete the mark."
    ),
    "deck-cloze-number": "item {id}: cloze numbers go from 1 to 499, near “{near}”.",
    "deck-cloze-nearly": (
        "item {id}: “{near}” is not a whole mark. Write {{{{c1::answer}}}}; braces that are text take a "
        "backslash: \\{{."
    ),
    "deck-no-blank": "item {id}: no blank in its text. Mark one as {{{{c1::answer}}}}, or add “keep: no”.",
    "deck-number-reused": (
        "item {id}: number {number} is retired; Anki would give its history to another blank. Use {free}. "
        "If it is the very same blank come back, take {number} out of “retired”."
    ),
    "deck-is-folder": "{path}: this is a folder. Give the path of a deck file.",
    "deck-too-big": "{path}: larger than {limit} MB, so hardly a deck file. Check the path.",
    "deck-unreadable": "{path}: cannot read it ({reason}). Check its permissions.",
    "deck-not-utf8": "{path}:{line}: not UTF-8. Save the file as UTF-8 and run again.",
    "deck-changed-meanwhile": (
        "{path}: something else changed it meanwhile, so it was left as it is. Run again."
    ),
    # what a run changes in a deck
    "deck-busy": "{path}: another jinju has been working on it for a while. Let it finish, then run again.",
    "undo-nothing": "{path}: there is no earlier version of it to go back to.",
    "undo-edited": "{path}: edited since jinju changed it; going back loses that edit. Use --force to do so.",
    "change-new": "new",
    "change-same": "as it was",
    "change-text": "its sentence or blanks changed",
    "change-context": "its hints or context changed",
    "change-theirs": "you edited it, so yours stays",
    "change-own": "your own, it stays",
    "change-not-picked": "not picked any more, still in the article, kept",
    "change-gone": "its sentence no longer stands in the article; kept, delete it if you agree",
    "change-keep-no": "keep: no",
    "change-deleted": "you deleted it; to allow it again, take it out of “refused”",
    "change-refused": "refused earlier, here or in another deck",
    "change-overlap": "overlaps an item that is kept",
}
