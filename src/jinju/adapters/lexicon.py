"""The lexicon: jieba's dictionary, pypinyin's readings and jinju's own phrase table in one SQLite file.

jieba takes half a second and 80 MB to load its dictionary, of which one essay needs a hundredth. So it is
written once into the user's cache directory, and each article reads only the words that can stand in it.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import stat
import sys
import tempfile
import unicodedata
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinju.adapters.famous_lines import FAMOUS_LINES, famous_lines
from jinju.adapters.own_tables import TABLES, grades_of_phrases, kinds_of_words, own_phrases
from jinju.model.article import Span
from jinju.model.famous import KEY, FamousLine
from jinju.model.lexicon import Word, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_SCHEMA_VERSION = 6
_SCHEMA = """
create table facts (name text primary key, value integer not null) without rowid;
create table words (head text not null, tail text not null, frequency integer not null, tag text not null,
                    articles integer not null, phrase integer not null, grade text not null,
                    kind text not null, initials text not null, primary key (head, tail)) without rowid;
create table readings (character text primary key, readings text not null) without rowid;
create table famous (key text not null, letters text not null, hidden text not null, source text not null,
                     grade integer not null, use text not null, primary key (key, letters)) without rowid;
"""
_UNIT = 4
"""Characters from which a good phrase is taken for a unit."""
_BATCH = 500
"""Keys in one query; SQLite takes at least 999."""
_HEAD = 3
"""A word is filed under its first three characters; nearly all that share three with a text stand in it."""

_IN_NO_WORD = re.compile(r"[\s，。！？；：…“”‘’（）《》]+")


class Lexicon:
    """Looks words up in the prepared file; prepares it first where it is missing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        facts = dict(connection.execute("select name, value from facts"))
        self._total: int = facts["total"]
        self._articles: int = facts["articles"]

    def over(self, text: str) -> Words:
        """All entries that can stand in `text`, and a few more: those whose head stands in it.

        Linear in the number of different heads.
        """
        heads = {
            piece[at : at + size]
            for piece in _IN_NO_WORD.split(text)
            for size in range(1, _HEAD + 1)
            for at in range(len(piece))
        }
        entries: dict[str, Word] = {}
        initials: dict[str, str] = {}
        for word, frequency, tag, articles, phrase, grade, kind, letters in self._rows(
            "select head || tail, frequency, tag, articles, phrase, grade, kind, initials from words "
            "where head",
            heads,
        ):
            entries[word] = Word(frequency, tag, articles, phrase == 1, grade, kind)
            if letters:
                initials[word] = letters
        readings = self.readings(set(text))
        return Words(entries, self._total, self._articles, readings, initials, self._famous(text))

    def _famous(self, text: str) -> tuple[FamousLine, ...]:
        """The famous lines that begin or end as something in the text does."""
        letters = "".join(filter(str.isalnum, text))
        keys = {letters[at : at + KEY] for at in range(len(letters) - KEY + 1)}
        rows = set(self._rows("select letters, hidden, source, grade, use from famous where key", keys))
        return tuple(
            FamousLine(said, tuple(_spans(hidden)), source, grade, use)
            for said, hidden, source, grade, use in sorted(rows)
        )

    def readings(self, characters: AbstractSet[str]) -> dict[str, tuple[str, ...]]:
        """The pinyin readings, with tone marks, of those of `characters` that have any."""
        rows = self._rows("select character, readings from readings where character", characters)
        return {character: tuple(readings.split(",")) for character, readings in rows}

    def frequencies(self, words: AbstractSet[str]) -> dict[str, int]:
        """Dictionary frequencies of those of `words` that the dictionary holds."""
        found = {}
        for word in words:
            row = self._db.execute(
                "select frequency from words where head = ? and tail = ? and frequency > 0",
                (word[:_HEAD], word[_HEAD:]),
            ).fetchone()
            if row is not None:
                found[word] = row[0]
        return found

    def _rows(self, query: str, keys: AbstractSet[str]) -> Iterator[tuple[Any, ...]]:
        """The rows of `query` whose last column named is one of `keys`, asked for in batches."""
        waiting = sorted(keys)
        for start in range(0, len(waiting), _BATCH):
            batch = waiting[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            yield from self._db.execute(f"{query} in ({marks})", batch)

    @property
    def total(self) -> int:
        """Sum of all dictionary frequencies."""
        return self._total

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def open_lexicon(folder: Path | None = None) -> Lexicon:
    """The lexicon in `folder` (default: the user's cache directory), prepared now where it is missing.

    Where the folder cannot be written, or others could have written it, it is built in memory instead:
    slower, never wrong.
    """
    if folder is None:
        from platformdirs import user_cache_path

        folder = user_cache_path("jinju", appauthor=False)
    path = folder / f"lexicon-{_fingerprint()}.sqlite"
    with suppress(OSError, sqlite3.DatabaseError):
        if not _private(folder):
            raise PermissionError(folder)
        if not path.exists():
            _prepare(path)
        return Lexicon(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True))
    db = sqlite3.connect(":memory:")
    _fill(db)
    return Lexicon(db)


def _fingerprint() -> str:
    """Changes whenever what the file is made of does; tells by name, size and time, reading nothing."""
    parts = [str(_SCHEMA_VERSION)]
    made_of = (_in_package("jieba", "dict.txt"), _in_package("pypinyin", "phrases_dict.py"))
    for path in (*made_of, *TABLES, FAMOUS_LINES):
        state = path.stat()
        parts.append(f"{path} {state.st_size} {state.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _in_package(package: str, name: str) -> Path:
    """A file that a package brings, found without importing the package."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(package)
    return Path(spec.origin).parent / name


def _private(folder: Path) -> bool:
    """Whether only this user can write there; makes the folder where it is missing."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform == "win32":
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _prepare(path: Path) -> None:
    """Build beside `path` and rename, so that two processes at once do no harm."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as db:
            db.execute("pragma journal_mode = off")
            db.execute("pragma synchronous = off")
            _fill(db)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _fill(db: sqlite3.Connection) -> None:
    db.executescript(_SCHEMA)
    own, articles = own_phrases()
    grades, kinds = grades_of_phrases(), kinds_of_words()
    single = dict(_single_readings())
    initials = dict(_deciding_initials(single))
    total = 0

    def row(word: str, frequency: int = 0, tag: str = "") -> tuple[str | int, ...]:
        count, phrase = own.pop(word, (0, 0))
        grade = grades.get(word, "")
        unit = grade == "striking" or (grade == "good" and len(word) >= _UNIT)
        known = int(phrase or unit)
        kind, letters = kinds.pop(word, ""), initials.pop(word, "")
        return word[:_HEAD], word[_HEAD:], frequency, tag, count, known, grade, kind, letters

    def rows() -> Iterator[tuple[str | int, ...]]:
        nonlocal total
        for word, frequency, tag in _jieba_dictionary():
            total += frequency
            yield row(word, frequency, tag)
        for word in {**own, **initials, **kinds}:
            yield row(word)

    db.executemany("insert or ignore into words values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows())
    db.executemany("insert or ignore into famous values (?, ?, ?, ?, ?, ?)", _famous_rows())
    db.executemany("insert into readings values (?, ?)", single.items())
    db.executemany("insert into facts values (?, ?)", [("total", total), ("articles", articles)])
    db.commit()


def _famous_rows() -> Iterator[tuple[str | int, ...]]:
    for line in famous_lines():
        hidden = ",".join(f"{h.start}-{h.end}" for h in line.hidden)
        for key in (line.letters[:KEY], line.letters[-KEY:]):
            yield key, line.letters, hidden, line.source, line.grade, line.use


def _spans(ranges: str) -> Iterator[Span]:
    for part in filter(None, ranges.split(",")):
        start, end = part.split("-")
        yield Span(int(start), int(end))


def _jieba_dictionary() -> Iterator[tuple[str, int, str]]:
    text = _in_package("jieba", "dict.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        word, frequency, tag = [*line.split(" "), ""][:3]
        yield word, int(frequency), tag


def _single_readings() -> Iterator[tuple[str, str]]:
    from pypinyin.pinyin_dict import pinyin_dict

    for code, readings in pinyin_dict.items():
        yield chr(code), readings


def _deciding_initials(single: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Words whose initials differ from what their characters' commonest readings would give."""
    from pypinyin.phrases_dict import phrases_dict

    for word, syllables in phrases_dict.items():
        letters = " ".join(initial(s[0]) for s in syllables)
        if letters != " ".join(initial(single.get(c, "?")) for c in word):
            yield word, letters


def initial(syllable: str) -> str:
    """The first letter of a syllable, without tone mark."""
    return unicodedata.normalize("NFD", syllable[:1])[:1].lower()
