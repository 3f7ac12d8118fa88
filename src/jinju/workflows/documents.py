"""Documents from the command line's arguments, with the bad ones beside the good."""

from __future__ import annotations
