"""Between the GUID of an Anki note and the id of an item, both ways without loss.

The GUID of a note that jinju made is the item's id. A note made by Anki or another tool has a GUID with
signs that an id may not hold; its item is then called `guid_` and the GUID with every sign but ASCII
letters and digits as `-` and its UTF-8 bytes in two hexadecimal digits each.
"""

from __future__ import annotations

import re
from typing import Final

from jinju.model.item import ItemId

_PREFIX: Final = "guid_"
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SIGN = re.compile(r"[^A-Za-z0-9]")
_CODED = re.compile(r"(?:[A-Za-z0-9]|(?:-[0-9a-f]{2})+)*")
_BYTES = re.compile(r"(?:-[0-9a-f]{2})+")


def item_id_of(guid: str) -> ItemId:
    """The id of the item that stands for the note `guid`; `guid_of` gives the GUID back."""
    if _ID.fullmatch(guid) and not guid.startswith(_PREFIX):
        return ItemId(guid)
    return ItemId(_PREFIX + _SIGN.sub(lambda m: "".join(f"-{b:02x}" for b in m[0].encode()), guid))


def guid_of(item: ItemId) -> str:
    """The GUID of the item's note."""
    coded = item.removeprefix(_PREFIX)
    if coded == item or not _CODED.fullmatch(coded):
        return item
    try:
        return _BYTES.sub(lambda m: bytes.fromhex(m[0].replace("-", "")).decode(), coded)
    except UnicodeDecodeError:
        return item
