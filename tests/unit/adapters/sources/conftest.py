import io

import pytest

from jinju.adapters.sources import read_sources
from jinju.model.errors import UserError


def _decode(data):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _read(*arguments, stdin=b"", decode=_decode, **options):
    return list(read_sources([str(a) for a in arguments], stdin=io.BytesIO(stdin), decode=decode, **options))


@pytest.fixture
def read():
    """Reads what the arguments name, with a decoder that knows the two commonest encodings."""
    return _read


@pytest.fixture
def refused():
    """Reads likewise, and gives the error that it must end in."""

    def refused(*arguments, **options):
        with pytest.raises(UserError) as caught:
            _read(*arguments, **options)
        return caught.value

    return refused
