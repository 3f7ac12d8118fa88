"""What jinju says, in English."""

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no-such-file": "{path}: no such file. Check the path.",
    # Why a span should be hidden: the codes of the span signals.
    "reason-first-word": "begins as people's blanks do",
    "reason-last-word": "ends as people's blanks do",
    "reason-word-before": "what stands before it leads up to a blank",
    "reason-word-after": "what stands after it closes a blank",
    "reason-joint-left": "parts cleanly from the word before",
    "reason-joint-right": "parts cleanly from the word after",
    "reason-coherence": "its words cling together",
    "reason-words": "made of words that people hide",
    "reason-rarity": "made of words neither too common nor too rare",
    "reason-place": "where in the sentence it stands",
    "reason-ending": "how near the sentence's end it stands",
    "reason-governed": "what its verb or 是 governs",
    "reason-heading": "what it says of the clause's last noun",
    "reason-listed": "one of an enumeration",
    "reason-shape": "of a length and build that people hide",
    "reason-known": "a word or phrase that is known",
    "reason-frame": "its place between marks or hinges",
}
