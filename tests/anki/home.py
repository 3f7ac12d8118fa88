"""A deck file beside a running Anki."""

from dataclasses import replace

from jinju.adapters.deck_file import write_deck
from jinju.revise.edits import seal
from jinju.workflows.anki import AnkiOptions
from jinju.workflows.pull import pull
from jinju.workflows.push import PushOptions, push

NOW = 1_800_000_000


class Home:
    def __init__(self, folder):
        self.folder = folder
        self.path = folder / "deck.yaml"
        self.now = NOW

    def write(self, made, ledger=None):
        self.path.unlink(missing_ok=True)
        items = tuple(replace(i, paragraph=max(0, i.paragraph)) for i in made.items)
        write_deck(self.path, seal(replace(made, items=items), NOW), ledger, self.folder / "state")

    def options(self, server, **more):
        return AnkiOptions(**{"address": server.address, "state": self.folder / "state", "timeout": 5} | more)

    def push(self, server, **options):
        self.now += 60
        return push(self.path, PushOptions(**options), self.options(server), now=self.now)

    def edit(self, old, new):
        text = self.path.read_text("utf-8")
        assert text.count(old) == 1, old
        self.path.write_text(text.replace(old, new), "utf-8")

    def pull(self, server, **options):
        self.now += 60
        return pull(self.path, self.options(server), now=self.now, **options)
