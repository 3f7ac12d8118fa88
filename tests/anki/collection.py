"""A real Anki collection: packages go in, every card is rendered, and what is wrong gets a name."""

import re
import unicodedata
from collections import Counter, defaultdict
from contextlib import contextmanager

import anki.lang
from tests.anki.sides import MATH, Side, squash, visible

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

COUNTED = ("new", "updated", "duplicate", "conflicting", "first_field_match", "missing_notetype")
FRAGILE = re.compile(
    r"(?i)(&#0*123;|&#x7b;|&lc(b|u)\w*;){2}|(&#0*125;|&#x7d;|&rc(b|u)\w*;){2}|(&#0*58;|&#x3a;){2}"
)
BRACES = re.compile(r"\{\{|\}\}")


@contextmanager
def collection(folder):
    """An empty collection in `folder`, closed at the end."""
    anki.lang.set_lang("en_US")
    col = Collection(str(folder / "collection.anki2"))
    try:
        yield col
    finally:
        col.close()


def take_in(col, path, **options):
    """Import a package as Anki's dialog does by default; how many notes fared how, without the zeros."""
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions(**options))
    log = col.import_anki_package(request).log
    col.models._clear_cache()
    return {name: len(getattr(log, name)) for name in COUNTED if len(getattr(log, name))}


def notes(col):
    """All notes by GUID; a GUID that stands twice is an error."""
    found = [col.get_note(number) for number in col.find_notes("")]
    assert len({n.guid for n in found}) == len(found)
    return {n.guid: n for n in found}


def faults(col):
    """What a learner would see broken, as (fault, guid, card or None, detail); empty where all is well."""
    found = []
    questions = defaultdict(set)
    empty = {card for note in col.get_empty_cards().notes for card in note.card_ids}
    first_fields = Counter()
    for note in notes(col).values():
        found += [(fault, note.guid, None, detail) for fault, detail in _faults_of_fields(col, note)]
        first_fields[visible(note.fields[0])] += 1
        wanted = sorted(note.cloze_numbers_in_fields())
        cards = note.cards()
        if wanted != sorted(card.ord + 1 for card in cards) or not cards:
            found.append(("wrong cards", note.guid, None, f"Anki would make {wanted}"))
        for card in cards:
            if card.id in empty:
                found.append(("empty card", note.guid, card.ord + 1, ""))
            question, answer = Side(card.question()), Side(card.answer())
            for fault, detail in _faults_of_card(question, answer):
                found.append((fault, note.guid, card.ord + 1, detail))
            questions[squash(question.text) + "|".join(question.gaps)].add(
                tuple(map(squash, question.answers))
            )
    found += [("same first field", "", None, text) for text, times in first_fields.items() if times > 1]
    found += [("same question", "", None, text) for text, answers in questions.items() if len(answers) > 1]
    return found


def _faults_of_fields(col, note):
    if not visible(note.fields[0]).strip():
        yield "empty first field", ""
    for name, value in note.items():
        if "\ufffd" in value:
            yield "replacement character", name
        if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in value):
            yield "control character", name
        if FRAGILE.search(value):
            yield "entities that come alive in the editor", name
        side = Side(value)
        if side.strange_tags or re.search(r"<(?![a-zA-Z/!])", value):
            yield "strange HTML", f"{name}: {side.strange_tags}"
        for file in col.media.files_in_str(note.mid, value):
            yield "missing media", file


def _faults_of_card(question, answer):
    shown = {"question": visible(question.source), "answer": visible(answer.source)}
    if "has a problem:" in shown["question"] + shown["answer"]:
        yield "template error", shown["question"]
    if not question.gaps:
        yield "no gap", shown["question"]
    if squash(shown["question"]) == squash(shown["answer"]):
        yield "the answer looks like the question", shown["answer"]
    for side in (question, answer):
        live = re.sub(r'data-cloze="[^"]*"', "", re.sub(r"(?is)<script.*?</script>", "", side.source))
        if BRACES.search(MATH.sub("", live)):
            yield "bare braces", visible(side.source)
        for tex in MATH.findall(visible(side.source)):
            bare = re.sub(r"\\[{}\\]", "", tex)
            if bare.count("{") != bare.count("}"):
                yield "unbalanced TeX", tex
    seen = squash(question.text)
    if not any(c.isalnum() for c in seen):
        yield "no context", shown["question"]
    for gap in question.gaps:
        if gap.startswith("[") and gap not in {"[...]", "[]"}:
            yield "hint in the gap", gap
    for raw in question.answers:
        hidden = squash(visible(raw))
        if not hidden:
            yield "empty answer", ""
        if len(hidden) > 1 and any(c.isalnum() for c in hidden) and hidden in seen:
            yield "the answer is in plain sight", f"{hidden} in {question.text}"
