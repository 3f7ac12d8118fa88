"""What makes a run of words a key phrase. A new signal is a new file and one line here."""

from __future__ import annotations

from jinju.extract.signals.phrases.even_run import even_run
from jinju.extract.signals.phrases.formula import formula
from jinju.extract.signals.phrases.known import known
from jinju.extract.signals.phrases.modifier import modifier
from jinju.extract.signals.phrases.quoted import quoted
from jinju.extract.signals.phrases.shape import shape

SIGNALS = (quoted, known, shape, even_run, formula, modifier)
