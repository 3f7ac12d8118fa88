"""A real terminal of any size, driven by tmux: keys go in, the screen comes out as text."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 60
"""Seconds after which a screen that never comes is a failure; no test waits that long when all is well."""


def find():
    """The path of tmux on this machine, None where there is none."""
    return shutil.which("tmux")


class Terminal:
    """One window of its own tmux server, running one command."""

    def __init__(self, command, environment, *, columns=80, rows=24):
        self._folder = Path(tempfile.mkdtemp(prefix="jinju-"))  # a socket's path may not be long
        self._socket = str(self._folder / "s")
        own = shlex.join(["env", *(f"{k}={v}" for k, v in environment.items()), *map(str, command)])
        inner = shlex.quote(f"echo $$ >{self._folder}/pid; exec {own}")
        line = f"sh -c {inner}; echo $? >{self._folder}/status"
        size = ("-x", str(columns), "-y", str(rows))
        self._tmux(
            *("-f", os.devnull, "-u", "new-session", "-d", "-s", "t", *size, "cat", ";"),
            *("set-option", "-g", "remain-on-exit", "on", ";"),
            *("set-option", "-g", "remain-on-exit-format", "", ";"),
            *("respawn-pane", "-k", "-t", "t", line),
        )

    def press(self, *keys):
        """Press keys by tmux's names: Space, Enter, Escape, C-c, or a character."""
        for key in keys:
            self._tmux("send-keys", "-t", "t", key)

    def type(self, text):
        """Send the text as an input method does, whole."""
        self._tmux("send-keys", "-t", "t", "-l", text)

    def paste(self, text):
        """Paste as the terminal's own menu does, in brackets."""
        path = self._folder / "paste"
        path.write_text(text, encoding="utf-8")
        self._tmux("load-buffer", str(path), ";", "paste-buffer", "-p", "-t", "t")

    def resize(self, columns, rows):
        """Change the size of the window."""
        self._tmux("resize-window", "-t", "t", "-x", str(columns), "-y", str(rows))

    def screen(self, *options):
        """The rows as they stand, without trailing spaces; `-e` for colours."""
        out = self._tmux("capture-pane", "-p", "-t", "t", *options)
        return "\n".join(row.rstrip() for row in out.split("\n")).rstrip("\n")

    def wait_for(self, *texts, gone=()):
        """The screen once it shows all the texts, and none of those in `gone`; row ends do not matter."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen()
            run_on = "".join(row.strip() for row in screen.split("\n"))
            if all(t in screen or t in run_on for t in texts) and not any(t in run_on for t in gone):
                return screen
            if time.monotonic() > end:
                raise AssertionError(f"waited for {texts} without {gone}:\n{screen}")
            time.sleep(0.05)

    def status(self):
        """The exit status once the command has ended, as a shell tells it."""
        return int(self._told("status"))

    @property
    def pid(self):
        """The process of the command."""
        return int(self._told("pid"))

    def close_window(self):
        """As if the person closed it."""
        self._tmux("kill-session", "-t", "t")

    def end(self):
        """Stop the server and all that runs in it."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _told(self, name):
        """What the shell around the command wrote down."""
        path = self._folder / name
        end = time.monotonic() + PATIENCE
        while not (path.exists() and path.read_text().endswith("\n")):
            assert time.monotonic() < end, f"no {name}:\n{self.screen()}"
            time.sleep(0.05)
        return path.read_text().strip()

    def _tmux(self, *arguments):
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments],
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        assert done.returncode == 0, (arguments, done.stderr.decode())
        return done.stdout.decode()


def jinju(*arguments):
    """The command line of jinju in this Python."""
    return [sys.executable, "-m", "jinju", *map(str, arguments)]
