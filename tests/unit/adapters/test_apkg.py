import os
import signal
import subprocess
import sys
import textwrap

import pytest

from jinju.adapters.apkg import deck_id, deck_name, write_apkg
from jinju.model.errors import UserError
from jinju.model.note import Note


def note(number, text="一句{{c1::话}}在此"):
    return Note(
        f"i{number}", 1_790_000_000 + number, {"Text": text, "ItemId": f"i{number}"}, ("甲",), number, (1,)
    )


@pytest.mark.parametrize(
    "name", ["collection.apkg", "Collection.APKG", "backup-2026.apkg", "BACKUP-.apkg", "x.colpkg"]
)
def test_a_name_that_anki_takes_for_a_backup_is_refused(tmp_path, name):
    with pytest.raises(UserError) as caught:
        write_apkg("甲", [note(1)], tmp_path / name)
    assert caught.value.code == "apkg-backup-name"
    assert not list(tmp_path.iterdir())
    write_apkg("甲", [note(1)], tmp_path / caught.value.details["better"])


def test_the_same_notes_give_the_same_bytes(tmp_path):
    first = write_apkg("甲", map(note, range(1, 2000)), tmp_path / "a.apkg")
    second = write_apkg("甲", map(note, range(1, 2000)), tmp_path / "b.apkg")
    assert first.path.read_bytes() == second.path.read_bytes()
    assert (first.notes, first.cards, first.size) == (1999, 1999, second.path.stat().st_size)
    write_apkg("乙", map(note, range(1, 2000)), tmp_path / "b.apkg")
    assert first.path.read_bytes() != second.path.read_bytes()


def test_the_same_notes_give_the_same_bytes_in_another_process_at_another_time(tmp_path):
    program = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from jinju.adapters.apkg import write_apkg
        from jinju.model.note import Note
        notes = [Note(f"i{n}", 1790000000, {"Text": "{{c1::话}}"}, ("b", "a"), n, (1,)) for n in range(1, 50)]
        write_apkg("甲", notes, Path(sys.argv[1]))
        """
    )
    for seed, name in (("1", "a.apkg"), ("2", "b.apkg")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        subprocess.run([sys.executable, "-c", program, tmp_path / name], check=True, env=environment)
    assert (tmp_path / "a.apkg").read_bytes() == (tmp_path / "b.apkg").read_bytes()


def test_notes_are_taken_one_by_one_and_a_bad_one_leaves_no_file(tmp_path):
    (tmp_path / "a.apkg").write_bytes(b"old")

    def notes():
        yield note(1)
        raise UserError("note-no-blank", item="i2")

    with pytest.raises(UserError) as caught:
        write_apkg("甲", notes(), tmp_path / "a.apkg")
    assert caught.value.code == "note-no-blank"
    assert (tmp_path / "a.apkg").read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("limit", [4096, 100_000])
def test_a_full_disk_leaves_the_old_file_whichever_place_it_strikes(tmp_path, limit):
    """A real limit of the kernel on the size of files: first the collection's, then the package's."""
    (tmp_path / "a.apkg").write_bytes(b"old")
    (tmp_path / "temporary").mkdir()
    program = textwrap.dedent(
        """
        import random, resource, sys
        from pathlib import Path
        from jinju.adapters import apkg
        from jinju.model.errors import UserError
        from jinju.model.note import Note
        dice = random.Random(1)
        notes = [
            Note(f"i{n}", 1790000000, {"Text": "{{c1::x}}" + dice.randbytes(500).hex()}, (), n, (1,))
            for n in range(1, 400)
        ]
        apkg._import_genanki()
        limit = int(sys.argv[2])
        if limit > 50000:  # let the collection be finished, strike the package
            finish = apkg._write_collection
            def write(*arguments):
                found = finish(*arguments)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
                return found
            apkg._write_collection = write
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            apkg.write_apkg("甲", notes, Path(sys.argv[1]))
        except UserError as error:
            print(error.code)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "a.apkg", str(limit)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
    )
    assert done.stdout.strip() == ("apkg-no-room" if limit < 50_000 else "write-disk-full")
    assert (tmp_path / "a.apkg").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.apkg", "temporary"]
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_writer_stopped_in_the_middle_leaves_the_old_file(tmp_path, how):
    (tmp_path / "a.apkg").write_bytes(b"old")
    program = textwrap.dedent(
        """
        import signal, sys, time
        from pathlib import Path
        from jinju.adapters.apkg import write_apkg
        from jinju.model.note import Note
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background
        def notes():
            for n in range(1, 10**9):
                if n == 3000:
                    print("writing", flush=True)
                yield Note(f"i{n}", 1790000000, {"Text": "{{c1::x}}"}, (), n, (1,))
        write_apkg("甲", notes(), Path(sys.argv[1]))
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path / "a.apkg"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(how)
    process.communicate(timeout=30)
    assert (tmp_path / "a.apkg").read_bytes() == b"old"
    if how == signal.SIGINT:
        assert [p.name for p in tmp_path.iterdir()] == ["a.apkg"]
    write_apkg("甲", [note(1)], tmp_path / "a.apkg")
    assert not list(tmp_path.glob(".jinju-*.tmp"))


def test_a_deck_has_one_number_for_its_name():
    assert deck_id("金句::甲") == deck_id("金句::甲") != deck_id("金句::乙")
    assert (1 << 40) <= deck_id("金句::甲") < (1 << 41)


@pytest.mark.parametrize(
    ("name", "kept"), [(" 甲 :: 乙 ", "甲::乙"), ("甲::", "甲::blank"), ('"甲"\n', "甲"), ("e\u0301", "é")]
)
def test_a_deck_name_is_as_anki_keeps_it(name, kept):
    assert deck_name(name) == kept


def test_genanki_is_loaded_without_what_it_does_not_need():
    program = (
        "import sys\nfrom jinju.adapters import apkg\nassert 'genanki' not in sys.modules\n"
        "apkg._import_genanki()\nprint(sorted({'asyncio', 'cached_property'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
