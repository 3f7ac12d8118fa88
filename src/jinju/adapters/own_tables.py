"""jinju's own tables of strings: phrases and where they stand, grades given by hand, kinds of words."""

from __future__ import annotations

from jinju.adapters.data import data_file

_PHRASES = data_file("phrases.tsv")
_SET_PHRASES = data_file("set_phrases.txt")
_GRADES = data_file("graded_phrases.txt")
_KINDS = data_file("word_kinds.tsv")
TABLES = (_PHRASES, _SET_PHRASES, _GRADES, _KINDS)


def own_phrases() -> tuple[dict[str, tuple[int, int]], int]:
    """Our own tables: string -> (articles, is a reviewed phrase); and the number of articles counted."""
    articles = 0
    table: dict[str, tuple[int, int]] = {}
    for line in _PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if line.startswith("# articles:"):
                articles = int(line.split(":")[1])
            continue
        word, count, phrase = line.split("\t")
        table[word] = (int(count), int(phrase))
    for line in _SET_PHRASES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for phrase in line.split():
                table[phrase] = (table.get(phrase, (0, 0))[0], 1)
    return table, articles


def grades_of_phrases() -> dict[str, str]:
    """String -> how a tutor thinks of it as something to recall."""
    grades: dict[str, str] = {}
    grade = ""
    for line in _GRADES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            grade = line.strip("[]")
        elif not line.startswith("#"):
            grades.update(dict.fromkeys(line.split(), grade))
    return grades


def kinds_of_words() -> dict[str, str]:
    """Word -> the commonest word of those that keep the same company."""
    kinds: dict[str, str] = {}
    for line in _KINDS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            words = line.split(" ")
            kinds.update(dict.fromkeys(words, words[0]))
    return kinds
