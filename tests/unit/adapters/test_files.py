import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from jinju.adapters.files import whole_file, write_whole
from jinju.messages import en, zh
from jinju.model.errors import UserError

SLOW_WRITER = textwrap.dedent(
    """
    import signal, sys, time
    from pathlib import Path
    from jinju.adapters.files import whole_file
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where tests run in the background
    with whole_file(Path(sys.argv[1])) as unfinished:
        with unfinished.open("wb") as out:
            out.write(b"half")
            out.flush()
            print("writing", flush=True)
            time.sleep(60)
    """
)


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_a_new_file_gets_the_usual_permissions(tmp_path):
    mask = os.umask(0o027)
    try:
        write_whole(tmp_path / "a.yaml", b"one")
    finally:
        os.umask(mask)
    assert (tmp_path / "a.yaml").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.yaml"]


def test_an_existing_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path):
    target = tmp_path / "real"
    target.write_bytes(b"old")
    target.chmod(0o604)
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o604
    assert (tmp_path / "link").is_symlink()


def fail_after_writing(path, error):
    path.write_bytes(b"half")
    raise error


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, error):
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(error), whole_file(target) as unfinished:
        fail_after_writing(unfinished, error)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_an_error_about_another_file_is_not_blamed_on_the_target(tmp_path):
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "a"):
        (tmp_path / "absent").read_bytes()


def test_a_missing_folder_and_a_folder_as_target_are_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        write_whole(tmp_path / "absent" / "a", b"")
    assert caught.value.code == "write-no-folder"
    with pytest.raises(UserError) as caught:
        write_whole(tmp_path, b"")
    assert caught.value.code == "write-not-a-file"


def test_a_device_is_never_replaced(tmp_path):
    with pytest.raises(UserError) as caught:
        write_whole(Path(os.devnull), b"x")
    assert caught.value.code == "write-not-a-file"
    assert not Path(os.devnull).is_file()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UserError) as caught:
            write_whole(tmp_path / "a", b"x")
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.code == "write-failed"


def test_a_folder_that_the_kernel_will_not_write_is_refused():
    with pytest.raises(UserError) as caught:
        write_whole(Path("/proc/self/a"), b"x")
    assert caught.value.code == "write-failed"


def test_a_full_disk_is_named_and_leaves_the_old_file(tmp_path):
    """A real limit of the kernel on the size of files, in a process of its own."""
    (tmp_path / "a").write_bytes(b"old")
    program = textwrap.dedent(
        """
        import resource, sys
        from pathlib import Path
        from jinju.adapters.files import write_whole
        from jinju.model.errors import UserError
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            write_whole(Path(sys.argv[1]), b"x" * 10000)
        except UserError as error:
            print(error.code)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "a"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "write-disk-full"
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 64 KiB, where the machine lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place],
        capture_output=True,
        text=True,
        check=False,
    )
    if mount.returncode:
        pytest.skip(f"cannot mount: {mount.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_really_full_disk(small_disk):
    write_whole(small_disk / "a", b"old")
    with pytest.raises(UserError) as caught:
        write_whole(small_disk / "a", b"x" * 100_000)
    assert caught.value.code == "write-disk-full"
    assert (small_disk / "a").read_bytes() == b"old"
    assert names(small_disk) == ["a"]


def start_writer(target):
    process = subprocess.Popen([sys.executable, "-c", SLOW_WRITER, target], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"writing\n"
    return process


def test_an_interrupt_cleans_up(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW_WRITER, tmp_path / "a"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_what_a_killed_writer_left_goes_with_the_next_write_but_a_living_one_is_spared(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    killed, living = start_writer(tmp_path / "a"), start_writer(tmp_path / "a")
    try:
        killed.kill()
        killed.communicate(timeout=20)
        assert (tmp_path / "a").read_bytes() == b"old"
        assert len(names(tmp_path)) == 3
        write_whole(tmp_path / "b", b"other")
        assert len(names(tmp_path)) == 3  # a, b and the living one's
    finally:
        living.kill()
        living.communicate(timeout=20)
    write_whole(tmp_path / "b", b"other")
    assert names(tmp_path) == ["a", "b"]


def test_two_writers_at_once_leave_one_whole_file(tmp_path):
    program = (
        "import sys\nfrom pathlib import Path\nfrom jinju.adapters.files import write_whole\n"
        "for _ in range(100):\n    write_whole(Path(sys.argv[1]), sys.argv[2].encode() * 5000)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, tmp_path / "a", letter]) for letter in ("x", "y")
    ]
    deadline = time.monotonic() + 60
    while any(w.poll() is None for w in writers) and time.monotonic() < deadline:
        if (tmp_path / "a").exists():
            assert (tmp_path / "a").read_bytes() in {b"x" * 5000, b"y" * 5000}
    assert [w.wait(timeout=5) for w in writers] == [0, 0]
    assert names(tmp_path) == ["a"]


def test_both_languages_have_the_same_messages_with_the_same_details():
    import string

    def details(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert en.MESSAGES.keys() == zh.MESSAGES.keys()
    for code, text in en.MESSAGES.items():
        assert details(text) == details(zh.MESSAGES[code]), code
