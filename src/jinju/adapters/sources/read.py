"""What a person names (files, folders, patterns, addresses, `-`) to documents, the bad beside the good."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinju.adapters.sources.files import STDIN, read_file, read_stdin
from jinju.adapters.sources.folders import files_in, matching
from jinju.adapters.sources.formats import documents_in
from jinju.adapters.sources.names import is_address, printable, public_address
from jinju.adapters.sources.raw import Limits
from jinju.model.errors import Problem, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from jinju.adapters.sources.raw import Decode
    from jinju.model.document import Document


def read_sources(
    arguments: Sequence[str],
    *,
    stdin: BinaryIO,
    decode: Decode,
    split: bool = False,
    limits: Limits | None = None,
) -> Iterator[Document | Problem]:
    """The articles that `arguments` name, in that order, each file once, each read when it is asked for.

    An argument is a file, a folder (searched through), a glob pattern, an http or https address, or `-` for
    `stdin`. `decode` turns bytes of unknown encoding into text. With `split`, a source that holds several
    articles gives one document for each. A source that cannot be read is a Problem beside the others, whose
    details fill its message; where it is the only argument, a UserError.
    """
    limits = limits or Limits()
    alone = len(arguments) == 1
    seen: set[Path | str] = set()
    for argument in arguments:
        try:
            for found in _expand(argument):
                if isinstance(found, Problem):
                    yield found
                elif (key := _identity(found)) not in seen:
                    seen.add(key)
                    only = alone and (isinstance(found, str) or printable(found) == printable(Path(argument)))
                    yield from _read(found, stdin, decode, limits, split=split, strict=only)
        except UserError as error:
            if alone:
                raise
            yield _problem(error, argument)


def _read(
    found: Path | str, stdin: BinaryIO, decode: Decode, limits: Limits, *, split: bool, strict: bool
) -> Iterator[Document | Problem]:
    """The documents of one source; what stops it is raised if `strict`, else the last value."""
    try:
        if isinstance(found, Path):
            raw = read_file(found, limits.file)
        elif found == "-":
            raw = read_stdin(stdin, limits.file)
        else:
            from jinju.adapters.sources.web import read_address

            yield from read_address(found, decode, limits, split=split)
            return
        yield from documents_in(raw, decode, limits, split=split)
    except UserError as error:
        if not error.details.get("path"):
            error.details["path"] = STDIN if found == "-" else printable(Path(str(found)))
        if strict:
            raise
        yield _problem(error, str(found))


def _expand(argument: str) -> Iterator[Path | str | Problem]:
    """The files and addresses behind one argument; raises UserError where there are none."""
    if argument == "-" or is_address(argument):
        yield argument
        return
    path = Path(argument)
    if not argument or "\0" in argument or not _exists(path):
        found = matching(argument) if argument and "\0" not in argument else None
        if not found:
            raise UserError("no-such-file" if found is None else "source-no-match", path=printable(argument))
        for match in found:
            yield from files_in(match) if match.is_dir() else [match]
    elif path.is_dir():
        inside = list(files_in(path))
        if not inside:
            raise UserError("source-empty-folder", path=printable(path))
        yield from inside
    else:
        yield path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _identity(found: Path | str) -> Path | str:
    """What two names of one source have in common."""
    if isinstance(found, str):
        return found
    try:
        return found.resolve()
    except (OSError, RuntimeError):
        return found.absolute()


def _problem(error: UserError, argument: str) -> Problem:
    name = STDIN if argument == "-" else argument
    where = public_address(name) if is_address(name) else printable(name)
    details = {"path": where, **error.details}
    return Problem(str(details["path"]), None, error.code, tuple(sorted(details.items())))
