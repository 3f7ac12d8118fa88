"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # help
    "help.jinju": "Turn an article into Anki flashcards that make its phrasing stick. Offline, in under a second.",
    "help.make": "Make decks of articles: an Anki package (.apkg) and its editable source, the deck file (.yaml).",
    "help.pick": "Show the phrases and sentences worth memorising, with score, reasons and span. Writes nothing.",
    "help.export": "Build the Anki package of a deck file, without the article. Edited items get a new time.",
    "help.version": "Print the version and leave.",
    "help.article": "A file, or - for standard input.",
    "help.articles": "Files to read; - is standard input.",
    "help.out": "A folder, or one FILE.apkg for all. Default: beside each article, with its name.",
    "help.deck": "The deck's name in Anki (:: makes a sub-deck). Default: 金句::<title>.",
    "help.cards": "At most this many notes per article. Default: by the article's length, at most 25.",
    "help.tag": "A tag for every note; may be given again.",
    "help.json": "Print JSON for programs.",
    "help.dry-run": "Say what would be made and write nothing.",
    "help.force": "Replace a deck file that was edited by hand; a backup is kept.",
    "help.deck-file": "The deck file to build from.",
    "help.apkg": "The package to write. Default: beside the deck file, with its name.",
    "examples.make": "Examples:  jinju make essay.txt   |   jinju make *.txt -o decks/   |   "
    "jinju make a.txt b.txt -o exam.apkg --deck 申论   |   cat essay.txt | jinju make -",
    "examples.pick": "Examples:  jinju pick essay.txt   |   jinju pick essay.txt --json",
    "examples.export": "Example:  jinju export essay.yaml -o essay.apkg",
    # what was done
    "made": "Deck “{deck}”\n  package    {package}\n  deck file  {deck_file}",
    "would-make": "Would make deck “{deck}”\n  package    {package}\n  deck file  {deck_file}",
    "backup-kept": "  backup     {backup}",
    "exported": "{path}: {notes} notes, {cards} cards.",
    "stamped": "{count} edited items got a new time, so that Anki takes them over on the next import.",
    "progress": "Making decks",
    "interrupted": "Interrupted. Nothing half-written was left behind.",
    "preparing": "Preparing the dictionary (once, about two seconds)…",
    "column.article": "article",
    "column.notes": "notes",
    "column.cards": "cards",
    "column.kinds": "kinds",
    "column.repairs": "repaired",
    "column.score": "score",
    "column.pick": "text",
    "column.reasons": "why",
    "column.span": "span",
    "heading.phrases": "Phrases",
    "heading.sentences": "Sentences",
    "kind.phrase": "phrase",
    "kind.slot": "slot",
    "kind.quote": "quote",
    "kind.recite": "recite",
    # what went wrong
    "deck-edited": "{path}: this deck file was edited by hand, so it is not replaced. "
    "Build the package from it with `jinju export {path}`, or pass --force to replace it (a backup is kept).",
    "nothing-to-pick": "{path}: nothing worth memorising was found, so no deck was written. "
    "Give an essay or a commentary of some length; `jinju pick` shows what was seen.",
    # text
    "no-such-file": "{path}: no such file. Check the path.",
}
