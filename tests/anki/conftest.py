import pytest
from tests.anki.collection import collection
from tests.anki.connect_server import AnkiConnectServer
from tests.anki.home import Home

from jinju.adapters.apkg import write_apkg
from jinju.cards.note import notes_of


@pytest.fixture(autouse=True)
def state_of_their_own(tmp_path, monkeypatch):
    """No test writes to the state directory of the person who runs it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg-state"))


@pytest.fixture
def col(tmp_path):
    folder = tmp_path / "collection"
    folder.mkdir()
    with collection(folder) as opened:
        yield opened


@pytest.fixture
def package(tmp_path):
    """deck -> the path of its package; each call writes a new one."""
    written = []

    def write(deck):
        path = tmp_path / f"deck{len(written)}.apkg"
        written.append(write_apkg(deck.name, notes_of(deck, 0), path))
        return path

    return write


@pytest.fixture(params=[2023, 2025])
def server(col, request):
    """Anki with its add-on, of two years."""
    with AnkiConnectServer(col, edition=request.param) as running:
        yield running


@pytest.fixture
def home(tmp_path):
    """A deck file and how to push and pull it; `home.write(deck)` replaces it."""
    return Home(tmp_path)
