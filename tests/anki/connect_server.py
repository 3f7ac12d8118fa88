"""AnkiConnect as the tests know it: the add-on's protocol spoken over a real Anki collection.

Written from the add-on's documented protocol and the facts measured on it. It has only what the add-on has:
no GUID, nothing but its own actions, errors in its own words.
"""

import base64
import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from anki.errors import DBError, NotFoundError
from anki.notes import NoteId

from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

HARMFUL = {"did", "id", "ivl", "lapses", "left", "mod", "nid", "odid", "odue", "ord", "queue", "reps", "type"}
HARMFUL |= {"usn"}


class ComplaintError(Exception):
    """An error that the add-on would report."""


class AnkiConnectServer:
    """Serves `col` on loopback. `edition` is 2023 or 2025: where the add-on changed, both are here.

    `dies_after` requests the server goes away in the middle of an answer, as an Anki that is closed.
    `sandbox` is a folder that Anki cannot see, as from another computer.
    `browser` holds numbers of notes that are open in Anki's browser, whose updates get lost.
    """

    def __init__(self, col, *, edition=2025, key=None, version=6):
        self.col = col
        self.edition = edition
        self.key = key
        self.version = version
        self.profile = "User 1"
        self.asked = []
        self.dies_after = None
        self.dead = False
        self.sandbox = None
        self.browser = set()
        self.delay = 0
        self._lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                outer._serve(self)

            def log_message(self, *args):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()

    def revive(self):
        self.dead = False
        self.dies_after = None

    def _serve(self, handler):
        body = handler.rfile.read(int(handler.headers.get("content-length", 0)))
        with self._lock:
            if self.dies_after is not None:
                self.dies_after -= 1
                self.dead = self.dead or self.dies_after < 0
            if self.dead:
                handler.connection.shutdown(socket.SHUT_RDWR)
                return
            time.sleep(self.delay)
            try:
                answer = (
                    json.dumps(self.handle(json.loads(body))) if body else f"AnkiConnect v.{self.version}"
                )
            except ValueError:
                answer = "null"
        data = answer.encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/json")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    def handle(self, request):
        """One request; a part of a multi is one too, checked for the key again and without a version old."""
        action, version = request.get("action", ""), request.get("version", 4)
        self.asked.append(action)
        try:
            result = self._method(action, request.get("key"))(**request.get("params", {}))
        except (ComplaintError, NotFoundError, TypeError, OSError, ValueError) as error:
            said = error.args[0] if error.args and isinstance(error.args[0], list) else str(error)
            return {"result": None, "error": said}
        return result if version <= 4 else {"result": result, "error": None}

    def _method(self, action, key):
        if key != self.key and action != "requestPermission":
            raise ComplaintError("valid api key must be provided")
        method = getattr(self, f"do_{action}", None)
        if method is None:
            raise ComplaintError("unsupported action")
        return method

    def _note(self, number):
        try:
            return self.col.get_note(NoteId(number))
        except NotFoundError:
            raise ComplaintError(f"Note was not found: {number}") from None

    def _model(self, name):
        model = self.col.models.by_name(name)
        if model is None:
            raise ComplaintError(f"model was not found: {name}")
        return model

    # what both editions know

    def do_version(self):
        return self.version

    def do_multi(self, actions):
        return [self.handle(action) for action in actions]

    def do_deckNames(self):
        return [d.name for d in self.col.decks.all_names_and_ids()]

    def do_createDeck(self, deck):
        return self.col.decks.id(deck)

    def do_modelNames(self):
        return [m.name for m in self.col.models.all_names_and_ids()]

    def do_modelNamesAndIds(self):
        return {m.name: m.id for m in self.col.models.all_names_and_ids()}

    def do_modelFieldNames(self, modelName):
        return [f["name"] for f in self._model(modelName)["flds"]]

    def do_modelTemplates(self, modelName):
        return {t["name"]: {"Front": t["qfmt"], "Back": t["afmt"]} for t in self._model(modelName)["tmpls"]}

    def do_modelStyling(self, modelName):
        return {"css": self._model(modelName)["css"]}

    def do_updateModelTemplates(self, model):
        kind = self._model(model["name"])
        for template in kind["tmpls"]:
            wanted = model["templates"].get(template["name"])
            if wanted:
                template["qfmt"], template["afmt"] = wanted["Front"], wanted["Back"]
        self.col.models.update_dict(kind)

    def do_updateModelStyling(self, model):
        kind = self._model(model["name"])
        kind["css"] = model["css"]
        self.col.models.update_dict(kind)

    def do_findNotes(self, query=None):
        return [] if query is None else [int(n) for n in self.col.find_notes(query)]

    def do_findCards(self, query=None):
        return [] if query is None else [int(c) for c in self.col.find_cards(query)]

    def do_notesInfo(self, notes):
        found = []
        for number in notes:
            try:
                note = self.col.get_note(number)
            except NotFoundError:
                found.append({})
                continue
            fields = {name: {"value": value, "order": n} for n, (name, value) in enumerate(note.items())}
            info = {
                "noteId": note.id,
                "tags": note.tags,
                "fields": fields,
                "modelName": note.note_type()["name"],
                "cards": [c.id for c in note.cards()],
            }
            if self.edition >= 2025:
                info |= {"profile": self.profile, "mod": note.mod}
            found.append(info)
        return found

    def do_cardsInfo(self, cards):
        found = []
        for number in cards:
            try:
                card = self.col.get_card(number)
            except NotFoundError:
                found.append({})
                continue
            found.append(
                {
                    "cardId": card.id,
                    "question": card.question(),
                    "ord": card.ord,
                    "note": card.nid,
                    "queue": card.queue,
                    "type": card.type,
                    "due": card.due,
                    "interval": card.ivl,
                    "factor": card.factor,
                    "reps": card.reps,
                    "lapses": card.lapses,
                    "left": card.left,
                    "deckName": self.col.decks.name(card.did),
                }
            )
        return found

    def do_areSuspended(self, cards):
        found = []
        for number in cards:
            try:
                found.append(self.col.get_card(number).queue == -1)
            except NotFoundError:
                found.append(None)
        return found

    def do_getReviewsOfCards(self, cards):
        columns = ("id", "usn", "ease", "ivl", "lastIvl", "factor", "time", "type")
        asked = f"select {', '.join(columns)} from revlog where cid = ?"
        return {
            card: [dict(zip(columns, row, strict=True)) for row in self.col.db.all(asked, card)]
            for card in cards
        }

    def do_insertReviews(self, reviews):
        """All rows of a request or none, without a look at what they say."""
        if reviews:
            rows = ",".join(f"({','.join(map(str, row))})" for row in reviews)
            try:
                self.col.db.execute(
                    f"insert into revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type) values {rows}"
                )
            except DBError as error:
                raise ComplaintError(str(error)) from None

    def do_setSpecificValueOfCard(self, card, keys, newValues, warning_check=False):
        """Whatever the card of Anki's own library has may be set; what may harm asks for a confirmation."""
        if HARMFUL & set(keys) and not warning_check:
            return False
        real = self.col.get_card(card)
        for name, value in zip(keys, newValues, strict=True):
            setattr(real, name, value)
        try:
            self.col.update_card(real, skip_undo_entry=True)
        except (ValueError, TypeError) as error:
            return [[False, str(error)]]
        return [True]

    def do_updateNoteFields(self, note):
        real = self._note(note["id"])
        for name, value in note["fields"].items():
            if name in real:  # the add-on passes over a field that the note has not
                real[name] = value
        if note["id"] not in self.browser:
            self.col.update_note(real)

    def do_addTags(self, notes, tags):
        self.col.tags.bulk_add(notes, tags)

    def do_removeTags(self, notes, tags):
        self.col.tags.bulk_remove(notes, tags)

    def do_deleteNotes(self, notes):
        self.col.remove_notes(notes)

    def do_addNotes(self, notes):
        """2023: a null for each bad note, the good ones added. 2025: nothing added, a list of errors."""
        made, wrong = [], []
        for note in notes:
            model = self._model(note["modelName"])
            real = self.col.new_note(model)
            for name, value in note["fields"].items():
                if name in real:
                    real[name] = value
            if real.fields_check() in {1, 3, 4, 5}:
                wrong.append("cannot create note for unknown reason")
                made.append(None)
            else:
                made.append(real)
        if wrong and self.edition >= 2025:
            raise ComplaintError(wrong)
        deck = self.col.decks.id(notes[0]["deckName"])
        for real in made:
            if real is not None:
                self.col.add_note(real, deck)
        return [real and real.id for real in made]

    def do_importPackage(self, path):
        """As the add-on does: note types merged, schedules and presets taken in, what is newer updated."""
        if self.sandbox is not None and Path(path).is_relative_to(self.sandbox):
            raise ComplaintError(f"No such file or directory: {path}")
        if not Path(path).is_absolute() or not Path(path).exists():
            raise ComplaintError(f"No such file or directory: {path}")
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self.col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        self.col.models._clear_cache()
        return True

    def do_storeMediaFile(self, filename, data=None):
        if not data:
            raise ComplaintError('You must provide a "data", "path", or "url" field.')
        return self.col.media.write_data(filename, base64.b64decode(data))

    def do_deleteMediaFile(self, filename):
        self.col.media.trash_files([filename])

    def do_getMediaDirPath(self):
        return str(Path(self.col.media.dir()).resolve())

    def do_sync(self):
        if self.edition >= 2025:
            raise ComplaintError("sync: auth not configured")

    def __getattr__(self, name):
        # what only the later edition knows
        if name == "do_getActiveProfile" and self.__dict__.get("edition", 0) >= 2025:
            return lambda: self.profile
        raise AttributeError(name)
