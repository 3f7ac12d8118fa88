"""`python -m jinju` is the `jinju` command."""

from jinju.cli import main

main()
