"""What push and pull need of a running Anki, said in the words of the AnkiConnect add-on."""

from __future__ import annotations

import base64
import re
import tempfile
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinju.adapters import note_type
from jinju.adapters.anki_connect import VERSION, Refused
from jinju.adapters.apkg import write_apkg
from jinju.model.errors import UserError
from jinju.model.held import Held
from jinju.model.item import ItemId

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from jinju.adapters.anki_connect import AnkiConnect
    from jinju.model.note import Note

_IDS_A_SEARCH: Final = 200
_NOTES_A_LOOK: Final = 200
_PACKAGE: Final = "_jinju-push.apkg"


class RunningAnki:
    """The collection that is open in Anki. Raises UserError wherever it cannot be reached."""

    def __init__(self, connect: AnkiConnect) -> None:
        self._connect = connect
        version = connect.ask("version")
        if not isinstance(version, int) or version < VERSION:
            raise UserError("anki-old-addon", version=version, needed=VERSION)
        try:
            self.profile = str(connect.ask("getActiveProfile"))
        except Refused:  # the add-on of 2023 does not know it
            self.profile = ""

    def held(self, items: Iterable[ItemId]) -> list[Held]:
        """The notes whose field `ItemId` holds one of `items`, whatever their note type."""
        wanted = set(items)
        numbers: list[int] = []
        for some in _parts(sorted(wanted), _IDS_A_SEARCH):
            names = "|".join(re.escape(name) for name in some)
            numbers += self._ask("findNotes", query=f'"ItemId:re:^({names})$"')
        found: list[Held] = []
        for part in _parts(sorted(set(numbers)), _NOTES_A_LOOK):
            found += filter(None, map(_held, self._ask("notesInfo", notes=part)))
        return [one for one in found if one.item in wanted]  # the search takes no notice of case

    def suspended(self, held: Iterable[Held]) -> dict[int, set[int]]:
        """Anki's number of a note -> the cloze numbers of its suspended cards."""
        cards = [card for one in held for card in one.cards]
        asleep: list[int] = []
        for part in _parts(cards, 1000):
            states = self._ask("areSuspended", cards=part)
            asleep += [card for card, state in zip(part, states, strict=True) if state]
        found: dict[int, set[int]] = {}
        for part in _parts(asleep, _NOTES_A_LOOK):
            for info in filter(None, self._ask("cardsInfo", cards=part)):
                found.setdefault(info["note"], set()).add(info["ord"] + 1)
        return found

    def take_in(self, deck: str, notes: Sequence[Note]) -> None:
        """Create `notes` by a package of our own, so that their GUIDs are ours.

        Anki reads the package where it lies; where it cannot (another computer, a sandbox), it is handed over
        through the media folder for that moment.
        """
        with tempfile.TemporaryDirectory(prefix="jinju-push-") as folder:
            package = Path(folder) / "push.apkg"
            write_apkg(deck, notes, package)
            try:
                self._import(package)
            except Refused:
                data = base64.b64encode(package.read_bytes()).decode("ascii")
                self._ask("storeMediaFile", filename=_PACKAGE, data=data)
                try:
                    # not pathlib: the folder is on Anki's computer, which may be of another kind
                    media = str(self._ask("getMediaDirPath"))
                    self._import(f"{media}{'' if '/' in media else chr(92)}/{_PACKAGE}".replace("\\/", "\\"))
                except Refused as refused:
                    raise UserError("anki-import-refused", said=refused.said) from refused
                finally:
                    with suppress(Refused):
                        self._connect.ask("deleteMediaFile", filename=_PACKAGE)

    def _import(self, package: Path | str) -> None:
        if self._connect.ask("importPackage", path=str(package)) is not True:
            raise Refused("importPackage", "false")

    def update(self, changes: Iterable[tuple[int, dict[str, str]]]) -> Iterator[str]:
        """Write fields of notes, given Anki's numbers; what Anki said for each, "" where all is well."""
        actions = [("updateNoteFields", {"note": {"id": note, "fields": fields}}) for note, fields in changes]
        yield from map(_said, self._connect.ask_all(actions))

    def retag(self, changes: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
        """Add and remove tags of notes, given Anki's numbers, and of the tags the new and the old."""
        groups: dict[tuple[str, str], list[int]] = {}
        for note, add, remove in changes:
            for action, tags in (("addTags", add), ("removeTags", remove)):
                if tags:
                    groups.setdefault((action, " ".join(tags)), []).append(note)
        actions = [(name, {"notes": notes, "tags": tags}) for (name, tags), notes in groups.items()]
        for said in filter(None, map(_said, self._connect.ask_all(actions))):
            raise UserError("anki-refused", action="addTags", said=said)

    def delete(self, notes: Collection[int]) -> None:
        """Delete notes with their cards and reviews."""
        self._ask("deleteNotes", notes=list(notes))

    def renew_look(self) -> bool:
        """Update templates and style sheet of our note type where ours are newer; whether they are ours now.

        The learner's own design stays until a newer one of ours, as with a package. True where Anki has no
        such note type.
        """
        names = self._ask("modelNamesAndIds")
        name = next((n for n, number in names.items() if number == note_type.ID), None)
        if name is None:
            return True
        templates = dict(self._ask("modelTemplates", modelName=name))
        css = str(self._ask("modelStyling", modelName=name)["css"])
        ours = {"Front": note_type.part("front.html"), "Back": note_type.part("back.html")}
        if list(templates.values()) == [ours] and css.strip() == note_type.style().strip():
            return True
        version = note_type.style_version(css)
        if version is None or version >= note_type.CHANGED:
            return False
        self._ask("updateModelTemplates", model={"name": name, "templates": dict.fromkeys(templates, ours)})
        self._ask("updateModelStyling", model={"name": name, "css": note_type.style()})
        return True

    def _ask(self, action: str, **params: Any) -> Any:
        try:
            return self._connect.ask(action, **params)
        except Refused as refused:
            raise UserError("anki-refused", action=refused.action, said=refused.said) from refused


def _held(info: dict[str, Any]) -> Held | None:
    """None for a note that was deleted between the two questions."""
    fields = {name: str(f["value"]) for name, f in info.get("fields", {}).items()}
    if "ItemId" not in fields:
        return None
    return Held(
        note=int(info["noteId"]),
        item=ItemId(fields["ItemId"].strip()),
        fields=fields,
        tags=tuple(info["tags"]),
        cards=tuple(info["cards"]),
    )


def _said(answer: Any) -> str:
    return answer.said if isinstance(answer, Refused) else ""


def _parts(values: Sequence[Any], size: int) -> Iterator[list[Any]]:
    rest = iter(values)
    while part := list(islice(rest, size)):
        yield part
