"""The `jinju` command: its sub-commands, and the one place where an error becomes a message.

Only the sub-command that was asked for is loaded: loading all of them takes 18 ms more.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Final, TextIO

import typer

from jinju import __version__
from jinju.cli.light import LightCommand, LightGroup
from jinju.messages import say
from jinju.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMANDS: Final = (
    "make",
    "pick",
    "clean",
    "diff",
    "undo",
    "check",
    "export",
    "import",
    "push",
    "pull",
    "study",
    "optimize",
    "due",
    "stats",
    "backup",
    "restore",
)
GROUPS: Final = ("history", "reviews")
"""Each name is a module of this package, and in it the command or the group of commands."""

INTERRUPTED = 130
"""What a shell reports for a command that Ctrl-C ended."""


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"jinju {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("help.version"))
    ] = False,
) -> None:
    pass


def command_line(names: Iterable[str]) -> typer.Typer:
    """The `jinju` command with those of its sub-commands, in the order of the help."""
    app = typer.Typer(
        cls=LightGroup,
        name="jinju",
        help=say("help.jinju"),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in names:
        attribute = "import_" if name == "import" else name
        command = getattr(import_module(f"jinju.cli.{attribute}"), attribute)
        if name in GROUPS:
            app.add_typer(command, name=name, help=say(f"help.{name}"))
        else:
            add = app.command(
                name, cls=LightCommand, help=say(f"help.{name}"), epilog=say(f"examples.{name}")
            )
            add(command)
    return app


def main() -> None:
    """Run the `jinju` command; exit 1 with one message for an error of the person's, 2 for usage."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_to_print(stream)
    try:
        command_line(_asked(sys.argv[1:]))(prog_name="jinju", standalone_mode=True)
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


def _asked(arguments: list[str]) -> tuple[str, ...]:
    """The sub-command that the arguments name first; all of them for the help and for what is none."""
    known = (*COMMANDS, *GROUPS)
    return (arguments[0],) if arguments and arguments[0] in known else known


def _never_fail_to_print(stream: TextIO) -> None:
    """A terminal that lacks a character gets an escape, not a traceback."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")
