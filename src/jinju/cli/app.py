"""The `jinju` command: its sub-commands, and the one place where an error becomes a message."""

from __future__ import annotations

import errno
import os
import sys
from typing import Annotated, TextIO

import typer

from jinju import __version__
from jinju.cli.backup import backup
from jinju.cli.check import check
from jinju.cli.clean import clean
from jinju.cli.diff import diff
from jinju.cli.due import due
from jinju.cli.export import export
from jinju.cli.history import history
from jinju.cli.import_ import import_
from jinju.cli.light import LightCommand, LightGroup
from jinju.cli.make import make
from jinju.cli.optimize import optimize
from jinju.cli.pick import pick
from jinju.cli.pull import pull
from jinju.cli.push import push
from jinju.cli.restore import restore
from jinju.cli.reviews import reviews
from jinju.cli.stats import stats
from jinju.cli.study import study
from jinju.cli.undo import undo
from jinju.messages import say
from jinju.model.errors import UserError

app = typer.Typer(
    cls=LightGroup,
    name="jinju",
    help=say("help.jinju"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("make", cls=LightCommand, help=say("help.make"), epilog=say("examples.make"))(make)
app.command("pick", cls=LightCommand, help=say("help.pick"), epilog=say("examples.pick"))(pick)
app.command("clean", cls=LightCommand, help=say("help.clean"), epilog=say("examples.clean"))(clean)
app.command("diff", cls=LightCommand, help=say("help.diff"), epilog=say("examples.diff"))(diff)
app.command("undo", cls=LightCommand, help=say("help.undo"), epilog=say("examples.undo"))(undo)
app.command("check", cls=LightCommand, help=say("help.check"), epilog=say("examples.check"))(check)
app.command("export", cls=LightCommand, help=say("help.export"), epilog=say("examples.export"))(export)
app.command("import", cls=LightCommand, help=say("help.import"), epilog=say("examples.import"))(import_)
app.command("push", cls=LightCommand, help=say("help.push"), epilog=say("examples.push"))(push)
app.command("pull", cls=LightCommand, help=say("help.pull"), epilog=say("examples.pull"))(pull)
app.command("study", cls=LightCommand, help=say("help.study"), epilog=say("examples.study"))(study)
app.add_typer(history, name="history")
app.command("optimize", cls=LightCommand, help=say("help.optimize"), epilog=say("examples.optimize"))(
    optimize
)
app.command("due", cls=LightCommand, help=say("help.due"), epilog=say("examples.due"))(due)
app.command("stats", cls=LightCommand, help=say("help.stats"), epilog=say("examples.stats"))(stats)
app.command("backup", cls=LightCommand, help=say("help.backup"), epilog=say("examples.backup"))(backup)
app.command("restore", cls=LightCommand, help=say("help.restore"), epilog=say("examples.restore"))(restore)
app.add_typer(reviews, name="reviews", help=say("help.reviews"))

INTERRUPTED = 130
"""What a shell reports for a command that Ctrl-C ended."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"jinju {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("help.version"))
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the `jinju` command; exit 1 with one message for an error of the person's, 2 for usage."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_print(stream)
    try:
        app(prog_name="jinju", standalone_mode=True)
        sys.stdout.flush()
    except UserError as error:
        sys.stderr.write(say(error.code, **error.details) + "\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write(say("interrupted") + "\n")
        sys.exit(INTERRUPTED)
    except OSError as error:
        if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EIO, errno.EPIPE):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:
            sys.stderr.write(say("output-failed", reason=error.strerror) + "\n")
        sys.exit(1)


def _never_fail_to_print(stream: TextIO) -> None:
    """A terminal that lacks a character gets an escape, not a traceback."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
