"""The option that every command on the store of reviews shares."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jinju.messages import say

StorePath = Annotated[Path | None, typer.Option("--store", metavar="PATH", help=say("help.store"))]
