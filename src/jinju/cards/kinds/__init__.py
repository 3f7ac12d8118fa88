"""The kinds of blanks. A new kind is a new file and one line here."""

from __future__ import annotations

from jinju.cards.kinds.couplet import couplet_blanks
from jinju.cards.kinds.famous import famous_blanks
from jinju.cards.kinds.phrase import phrase_blanks
from jinju.cards.kinds.quote import quote_blanks
from jinju.cards.kinds.slot import slot_blanks

KINDS = (famous_blanks, slot_blanks, phrase_blanks, quote_blanks, couplet_blanks)
